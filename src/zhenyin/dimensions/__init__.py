"""Shelf: one way to cut a figure per file."""
