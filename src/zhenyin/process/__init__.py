"""Process mining on tickets: what follows what, who hands over to whom, what conforms, and how long open tickets still take.

`mining/` holds the algorithms. Here are the questions: `event_log` selects tickets and their steps, one file per question
asks the algorithms, `presentation/` makes answers and sentences, `api` has the routes.
"""
