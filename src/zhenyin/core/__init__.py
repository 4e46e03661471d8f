"""What every room needs: errors, words, the shelf scanner, clock, settings, ids, store. It imports nothing of ours."""
