"""What is out of line tonight? One pass over all slices: weeks, days, topics, peers and limits."""
