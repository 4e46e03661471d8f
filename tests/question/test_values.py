"""From sums to figures and assessments, without a warehouse: intervals of the textbooks."""

import pytest

from fixtures_cases import table
from zhenyin.metrics import METRICS
from zhenyin.question.models import Change, Estimate
from zhenyin.question.sums import NOTHING, Sums
from zhenyin.question.values import assess, change, estimate


def _known(text: str) -> float | None:
    return None if text in ("", "?") else float(text)


@table("question/estimates.csv", ["metric", "total", "squares", "n", "base", "value", "low", "high", "rows"])
def test_a_figure_and_its_interval_are_those_of_the_textbook(
    metric: str, total: str, squares: str, n: str, base: str, value: str, low: str, high: str, rows: str
) -> None:
    sums = [Sums(float(total), float(squares), int(n))] + ([Sums(float(base))] if base else [])
    found = estimate(METRICS[metric], sums)
    assert (found.value, found.low, found.high) == (
        pytest.approx(_known(value), abs=1e-5),
        pytest.approx(_known(low), abs=1e-5),
        pytest.approx(_known(high), abs=1e-4),
    )
    assert (found.n, found.numerator) == (int(rows), 0.0 if value == "?" and base == "" else float(total))


@table(
    "question/assessments.csv",
    ["metric", "value", "low", "high", "change_low", "change_high", "total", "assessment"],
)
def test_a_figure_is_assessed_by_its_interval(
    metric: str, value: str, low: str, high: str, change_low: str, change_high: str, total: str, assessment: str
) -> None:
    own = Estimate(_known(value), _known(low), _known(high), 10)
    moved = Change(own, 0.2, float(change_low), float(change_high), relative=True) if change_low else None
    whole = Estimate(_known(total), None, None, 100) if total else None
    assert assess(METRICS[metric], own, moved, whole) == assessment


def test_a_metric_without_a_better_side_is_never_assessed() -> None:
    neutral = next(metric for metric in METRICS.values() if metric.better == "none")
    own = Estimate(20, 15, 25, 10)
    assert assess(neutral, own, Change(own, 0.5, 0.3, 0.7, relative=True), own) == "unknown"


@pytest.mark.parametrize(
    ("metric", "now", "before", "found"),
    [
        ("ticket_count", [30], [10], (2.0, 0.44, 4.86, True, False)),
        ("ticket_count", [5], [0], (None, -0.39, None, True, True)),
        ("ticket_count", [0], [0], (None, None, None, True, False)),
        ("ticket_count", [1], [0], (None, -0.88, None, True, True)),
        ("ticket_count", [0], [5], (-1.0, -0.99, 0.64, True, False)),
        ("failure_rate", [30, 1000], [10, 1000], (2.0, 0.44, 4.86, True, False)),
        ("failure_rate", [30, 3000], [10, 1000], (0.0, -0.52, 0.95, True, False)),
        ("failure_rate", [3, 0], [10, 1000], (None, None, None, True, False)),
        ("failure_rate", [3, 1000], [0, 0], (None, None, None, True, True)),
        ("complaint_share", [30, 100], [10, 100], (0.2, 0.09, 0.306, False, False)),
        ("complaint_share", [0, 100], [0, 0], (None, None, None, False, False)),
    ],
)
def test_a_change_is_a_ratio_or_a_difference_with_its_interval(
    metric: str, now: list[float], before: list[float], found: tuple[object, ...]
) -> None:
    moved = change(METRICS[metric], [Sums(x) for x in now], [Sums(x) for x in before])
    expected = tuple(pytest.approx(x, abs=0.01) if isinstance(x, float) else x for x in found)
    assert (moved.change, moved.low, moved.high, moved.relative, moved.new) == expected


def test_the_difference_of_a_mean_of_one_value_has_no_interval() -> None:
    moved = change(METRICS["csat_score"], [Sums(4, 16, 1)], [Sums(15, 55, 5)])
    assert (moved.change, moved.low, moved.high, moved.significant) == (1.0, None, None, False)


@pytest.mark.parametrize(
    ("low", "high", "significant"),
    [(0.1, 0.2, True), (-0.2, -0.1, True), (-0.1, 0.1, False), (0.0, 0.1, False), (-0.1, 0.0, False), (None, 1, False)],
)
def test_a_change_is_significant_where_its_interval_leaves_nought_out(
    low: float | None, high: float | None, significant: bool
) -> None:
    assert Change(Estimate(1, 0, 2, 1), 0.1, low, high, relative=True).significant is significant


def test_sums_add_up_with_a_factor_and_keep_the_first_grid() -> None:
    total = Sums(1, 2, 3, (1.0,)).plus(Sums(10, 20, 30, (9.0,)), 0.5)
    assert total == Sums(6, 12, 18, (1.0,))
    assert NOTHING.plus(total).grid == (1.0,)


@pytest.mark.parametrize(
    ("metric", "sums", "denominator"),
    [
        ("failure_rate", [Sums(3), Sums(0.5)], 0.5),
        ("failure_rate", [Sums(3), Sums(0)], 0.0),
        ("complaint_share", [Sums(3), Sums(12)], 12.0),
        ("complaint_share", [Sums(0), Sums(0)], 0.0),
        ("csat_score", [Sums(15, 55, 5)], 5.0),
        ("csat_score", [Sums(4, 16, 1)], 1.0),
        ("ticket_count", [Sums(3)], None),
    ],
)
def test_a_figure_carries_the_sums_that_it_is_made_of(metric: str, sums: list[Sums], denominator: float | None) -> None:
    found = estimate(METRICS[metric], sums)
    assert (found.numerator, found.denominator) == (sums[0].total, denominator)
    assert (found.value is None) == (denominator == 0)


@pytest.mark.parametrize(("now", "before"), [((15, 55, 5), (4, 16, 1)), ((4, 16, 1), (15, 55, 5))])
def test_without_one_of_the_intervals_a_difference_has_none(
    now: tuple[float, float, int], before: tuple[float, float, int]
) -> None:
    moved = change(METRICS["csat_score"], [Sums(*now)], [Sums(*before)])
    assert (moved.low, moved.high, moved.relative) == (None, None, False)
    assert moved.before == estimate(METRICS["csat_score"], [Sums(*before)])
