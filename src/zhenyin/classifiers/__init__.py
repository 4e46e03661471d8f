"""Shelf: what kind of issue a ticket is; one way of telling per file."""
