"""Work that outlives a request: started, watched, cancelled, settled after a crash."""
