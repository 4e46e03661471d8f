"""How do tickets flow? The algorithms of process mining: event logs in, graphs, conformance and sojourn times out."""
