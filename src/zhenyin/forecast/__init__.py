"""How much will come: forecasts of volumes, and what staffing makes of them. Numbers in, numbers out."""
