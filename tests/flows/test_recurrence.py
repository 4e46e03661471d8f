"""A problem recurs by a signal when the signal is new, unclaimed, comparable and about the same slice."""

from datetime import date, datetime, timedelta

from fixtures_cases import table, value
from zhenyin.core.schema import slice_of
from zhenyin.flows.recurrence import by_signal
from zhenyin.problem.history import ReopenedBySignal
from zhenyin.problem.models import Problem
from zhenyin.watch.models import Finding, Signal

RESOLVED = date(2026, 4, 27)
COLUMNS = ["metric", "where", "signal_metric", "signal_where", "days_after", "taken_by", "reopens"]


@table("problem/recurrence_by_signal.csv", COLUMNS)
def test_a_signal_about_the_same_slice_reopens_the_problem(
    metric: str, where: str, signal_metric: str, signal_where: str, days_after: str, taken_by: str, reopens: str
) -> None:
    at = datetime.combine(RESOLVED, datetime.min.time())
    problem = Problem("prb-1", "漏水", metric, value(where), "verified", at, at, "li")
    since = RESOLVED + timedelta(days=int(days_after))
    finding = Finding(signal_metric, value(signal_where), since, since, 9, 3, 3.0, 2, 4, 9, "weekly")
    signal = Signal("sig-1", finding, "open", since, since, problem_id=taken_by or None)
    expected = ReopenedBySignal("sig-1", slice_of(finding.where), 3.0) if reopens else None
    assert by_signal(problem, [signal]) == expected


def test_the_first_of_several_signals_is_named() -> None:
    at = datetime.combine(RESOLVED, datetime.min.time())
    problem = Problem("prb-1", "漏水", "failure_rate", {"product": ["W10"]}, "closed", at, at, "li")
    finding = Finding("failure_rate", {"product": "W10"}, RESOLVED, RESOLVED, 9, 3, 3.0, 2, 4, 9, "weekly")
    signals = [Signal(f"sig-{n}", finding, "open", RESOLVED, RESOLVED) for n in (1, 2)]
    found = by_signal(problem, signals)
    assert found is not None
    assert found.signal_id == "sig-1"
