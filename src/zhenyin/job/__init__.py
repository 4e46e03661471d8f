"""Work that outlives a request: jobs with progress, kept in the store; and the workspace, in which everything is open."""
