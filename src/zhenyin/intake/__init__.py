"""Sources, column mappings, import batches, row problems and quality."""
