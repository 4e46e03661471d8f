"""The stories that cross domains, each read from top to bottom."""
