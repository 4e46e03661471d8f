"""The app: sessions, errors to HTTP, events, static files; it mounts every domain's api.py, found by scanning."""
