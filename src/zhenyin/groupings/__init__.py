"""Shelf: which tickets are one problem; one dated version per file, old ones stay."""
