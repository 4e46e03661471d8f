"""The app: session, errors to HTTP, static files; it mounts every domain's api.py."""
