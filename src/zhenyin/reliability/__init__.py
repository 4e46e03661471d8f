"""When units fail: life tables, fitted lives, failures still to come. Numbers in, numbers out."""
