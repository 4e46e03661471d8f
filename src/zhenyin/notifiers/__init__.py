"""Shelf: one way to tell a person per file."""
