"""Shelf: one check of the facts per file."""
