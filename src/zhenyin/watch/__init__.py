"""Rules and the signals that they raise."""
