"""Would it have raised the alarm in time? The scan replayed over the past, and what simple charts would have found."""
