"""The thing to be solved: its causes, actions and verdicts."""
