"""Tickets at work: timeline, labels and their corrections."""
