"""The HTTP API for programs: inside the process that has the data folder, through its Unix socket, or over the network."""
