"""A year of scans, replayed on the demo: the planted events are told in time, and hardly anything else is."""

from story.conftest import Story
from zhenyin.watch.backtest import record as track_record

SOON = {"T1": 3, "T5": 3, "T6": 8}
"""Weeks within which what was planted in the last year must be told; a battery begins to give out slowly."""


def test_a_year_of_scans_tells_what_was_planted_and_keeps_the_budget(story: Story) -> None:
    record = track_record.run(story.workspace, as_of=story.until)
    assert record is not None
    delays = {tuple(sorted(one.where.values())): one.delay_weeks["scan"] for one in record.events}
    for key, soon in SOON.items():
        where = story.planted[key]["where"]
        (weeks,) = [weeks for values, weeks in delays.items() if set(values) == set(where.values())]
        assert weeks is not None, key
        assert weeks <= soon, key
    outage = set(story.planted["T16"]["where"].values())
    assert outage in [set(one.where.values()) for one in (*record.events, *record.false_alarms)]
    ours, fixed, sigma = record.methods
    assert ours.false_alarms <= record.budget
    assert ours.false_alarms < fixed.false_alarms < sigma.false_alarms
    assert len(record.false_alarms) == round(ours.false_alarms * track_record.REPLAY_WEEKS)
