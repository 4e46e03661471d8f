"""Who has the house, and how a command reaches it when another process does (decision 0002)."""
