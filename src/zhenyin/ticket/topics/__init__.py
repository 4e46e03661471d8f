"""What tickets are about, found in their words: a label of each ticket, kept over re-runs, split and merged by hand."""
