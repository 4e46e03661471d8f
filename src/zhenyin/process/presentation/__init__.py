"""Answers about the process: response models, the functions that make them from domain objects, and their sentences."""
