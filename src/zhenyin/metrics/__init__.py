"""Shelf: one governed figure per file."""
