"""A verdict waits for its date and its data; what was verified is watched for its return."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from fixtures_cases import table
from fixtures_problems import monday, plan
from zhenyin.problem import verdict
from zhenyin.problem.figures import WeeklyFigure
from zhenyin.problem.models import Plan
from zhenyin.problem.verdict_record import verdict_of
from zhenyin.stats.weekly import Weekly

START, WINDOW, LEVEL = 30, 8, 40.0
"""Too early in the record for a year before: only the comparison slice is a reference."""


def figure(weekly: list[float]) -> WeeklyFigure:
    """Counts that are exactly the level: what is decided is the rule, not the noise."""
    counts = np.array(weekly)
    return WeeklyFigure([monday(week) for week in range(len(weekly))], Weekly(counts, np.full(len(weekly), 1000.0)))


def a_plan(**given: Any) -> Plan:
    return Plan(**plan(start=monday(START), window_weeks=WINDOW, **given))


COLUMNS = ["factor", "weeks_before_date", "weeks_observed", "comparison", "outcome", "reason", "due"]


@table("problem/verdict_dates.csv", COLUMNS)
def test_a_verdict_is_final_from_its_date_on_where_the_data_covers_its_window(
    factor: str, weeks_before_date: str, weeks_observed: str, comparison: str, outcome: str, reason: str, due: str
) -> None:
    weeks = START + int(weeks_observed)
    treated = figure([LEVEL] * START + [LEVEL * float(factor)] * int(weeks_observed))
    peers = figure([LEVEL] * weeks) if comparison == "compared" else None
    made = a_plan(target=0.9)
    today = made.judge_on - timedelta(weeks=int(weeks_before_date))
    judged = verdict.judge(made, treated, peers, today)
    assert (judged.estimate.outcome, judged.estimate.reason, judged.final) == (outcome, reason, not due)
    expected = {"judge": made.judge_on, "tomorrow": today + timedelta(days=1), "": None}
    assert judged.verdict_due_on == expected[due]


def test_what_came_after_the_day_of_the_verdict_does_not_count() -> None:
    treated = figure([LEVEL] * START + [LEVEL * 0.3] * WINDOW + [LEVEL * 9] * 8)
    made = a_plan(target=0.9)
    judged = verdict.judge(made, treated, figure([LEVEL] * len(treated.weeks)), made.judge_on)
    kept = verdict_of(made, judged, treated)
    assert (kept.outcome, kept.weeks) == ("effective", WINDOW)
    assert kept.chart.x[-1] == monday(START + WINDOW - 1).isoformat()


def test_figures_of_other_weeks_are_not_compared() -> None:
    with pytest.raises(ValueError, match="other weeks"):
        verdict.judge(a_plan(), figure([LEVEL] * 40), figure([LEVEL] * 39), date(2030, 1, 1))


@table("problem/recurrence_by_figure.csv", ["verified", "later", "direction", "window", "weeks_after", "recurs"])
def test_a_verified_figure_recurs_when_its_last_weeks_are_clearly_worse(
    verified: str, later: str, direction: str, window: str, weeks_after: str, recurs: str
) -> None:
    good, bad = LEVEL * float(verified), LEVEL * float(later)
    treated = figure([LEVEL] * START + [good] * int(window) + [bad] * int(weeks_after))
    made = a_plan(direction=direction, target=0.8 if direction == "lower" else 1.2)
    effect = verdict.recurrence(made, treated, figure([LEVEL] * len(treated.weeks)), made.judge_on)
    assert (effect is not None) == bool(recurs)
    if effect is not None:
        assert effect.ratio == pytest.approx(bad / good, rel=0.01)
