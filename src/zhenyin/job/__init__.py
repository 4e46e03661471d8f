"""Work that outlives a request: jobs with progress, kept in the store; and the house, in which everything is open."""
