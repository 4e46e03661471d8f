"""Why is a figure what it is? Driver analysis, root-cause localisation, mix and rate."""
