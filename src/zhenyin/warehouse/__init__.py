"""The facts in columns, and the one door through which they are asked (gateway.py) and changed (load.py)."""
