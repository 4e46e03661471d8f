"""Shelf: an answer in, a chart specification out; one chart per file."""
