"""What was learned, linked to the problems it came from."""
