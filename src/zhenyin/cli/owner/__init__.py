"""Who has the workspace, and how a command reaches it when another process does (decision 0002)."""
