"""The standard process that somebody stated: each version is kept."""
