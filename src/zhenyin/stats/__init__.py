"""Numbers in, numbers out: rates, intervals, effects, searches. numpy and scipy only."""
