"""An explanation stands under the figure of the question, in its unit, and explains no chance."""

from datetime import date, datetime, time, timedelta

import pytest
from tests.explain import cases

from fixtures_facts import in_service, put, ticket
from zhenyin.explain.service import choices, explain
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.question.models import Question
from zhenyin.question.period import Period
from zhenyin.question.service import answer


@pytest.mark.parametrize("metric", ["ticket_count", "resolution_hours", "reopen_rate"])
def test_the_figure_is_that_of_the_question(workspace: Workspace, metric: str) -> None:
    put(workspace.warehouse, "tickets", cases.tickets_of("mean by like tickets"))
    found = explain(workspace, metric, [], cases.NOW, "previous")
    (cell,) = answer(workspace.warehouse, Question((metric,), period=cases.NOW, compare="previous")).cells
    assert found.figure == cell
    assert found.figure is not None
    assert found.observed == pytest.approx(found.figure.estimate.value, rel=0.001)


def test_a_change_within_chance_is_not_explained(workspace: Workspace) -> None:
    days = [-1 - n % cases.DAYS for n in range(100)] + [n % cases.DAYS for n in range(104)]
    start = datetime.combine(cases.NOW.start, time(9))
    put(
        workspace.warehouse,
        "tickets",
        [ticket(n, start + timedelta(days=day), product="A" if n % 2 else "B") for n, day in enumerate(days)],
    )
    found = explain(workspace, "ticket_count", [], cases.NOW, "previous")
    assert found.figure is not None
    assert found.figure.change is not None
    assert not found.figure.change.significant
    assert not found.suspects
    assert "正常波动" in found.sentence.zh


def test_a_rate_is_compared_by_the_units_at_risk(workspace: Workspace) -> None:
    """Twice the tickets of twice the units are no change; half as many again are one of 50 %."""
    months = [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)]
    units = [1_000.0, 1_000.0, 2_000.0, 2_000.0, 2_000.0]
    put(workspace.warehouse, "exposure", [in_service(month, n) for month, n in zip(months, units, strict=True)])
    before, now = Period(date(2026, 1, 1), date(2026, 3, 1)), Period(date(2026, 3, 1), date(2026, 4, 29))
    made = [
        ticket(n, datetime.combine(span.start + timedelta(days=n % span.days), time(9)), product="AB"[n % 2])
        for span, first, count in ((before, 0, 400), (now, 400, 1_200))
        for n in range(first, first + count)
    ]
    put(workspace.warehouse, "tickets", made)
    found = explain(workspace, "failure_rate", [], now, "previous")
    assert found.figure is not None
    assert found.figure.change is not None
    assert found.figure.change.change == pytest.approx(0.5, abs=0.06)
    assert found.observed / found.expected - 1 == pytest.approx(found.figure.change.change, abs=0.002)


@pytest.mark.parametrize(
    ("metric", "where", "impossible"),
    [
        ("ticket_count", [], {"rest": "rest-needs-exposure"}),
        ("ticket_count", ["province=北京市"], {"rest": "rest-needs-exposure"}),
        ("resolution_hours", [], {"rest": "compare-without-slice", "forecast": "forecast-needs-count"}),
        ("resolution_hours", ["province=北京市"], {"forecast": "forecast-needs-count"}),
        (
            "backlog",
            [],
            dict.fromkeys(("previous", "year", "forecast", "rest"), "metric-has-no-sums"),
        ),
    ],
)
def test_what_cannot_work_is_not_offered_and_says_why(
    metric: str, where: list[str], impossible: dict[str, str]
) -> None:
    found = choices(metric, [Filter.read(text) for text in where])
    assert {name: refused.code for name, refused in found.items() if refused} == impossible
