"""What are the tickets about? Topics are found, named, followed over time, merged and split."""
