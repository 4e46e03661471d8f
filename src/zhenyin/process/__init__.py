"""The way of tickets through teams: who hands to whom, and where time is lost."""
