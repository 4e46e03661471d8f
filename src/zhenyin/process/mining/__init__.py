"""Process mining: the algorithms. An event log goes in; graphs, conformance, handovers and remaining times come out.

Reading order: `steps` puts the events of each case in order; `directly_follows_graph`, `handovers`, `ping_pong` and
`conformance` aggregate those steps on the engine and read the few rows that come back; `sojourns`, `sojourn_history`,
`calibration` and `remaining_time` predict how long open cases still take, in numpy.

A *case* is a ticket. Nothing here knows of questions, workspaces, routes or languages.

Source of the terms: W. van der Aalst, Process Mining: Data Science in Action (2016); IEEE 1849-2016 (XES).
"""
