"""A metric question in, an answer out: the one door to every figure."""
