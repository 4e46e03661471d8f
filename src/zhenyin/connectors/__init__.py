"""Shelf: one channel or file format per file; rows and row problems out, nothing dropped."""
