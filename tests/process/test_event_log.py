"""Which tickets are the cases of a question, and how their steps are named."""

from datetime import date, datetime

import pytest

from fixtures_facts import put, ticket
from fixtures_logs import START, event
from zhenyin.core.errors import Invalid, NotFound
from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import select_event_log
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period


@pytest.fixture
def log(workspace: Workspace) -> Workspace:
    rows = [
        ticket(0, START, province="北京"),
        ticket(1, datetime(2026, 4, 1), province="上海"),
        ticket(2, START, province="北京", duplicate_of="t:0"),
        ticket(3, START, province="北京") | {"valid": False},
    ]
    put(workspace.warehouse, "tickets", rows)
    put(workspace.warehouse, "events", [event(n, n, 0, activity="reported", team="A") for n in range(4)])
    return workspace


def selected(workspace: Workspace, filters: list[Filter], period: Period | None = None) -> set[str]:
    log = select_event_log(workspace, filters, period)
    assert log is not None
    return {row["ticket_id"] for row in workspace.warehouse.query(log.tickets.select("ticket_id")).to_pylist()}


def test_duplicates_and_what_is_not_valid_are_no_cases(log: Workspace) -> None:
    assert selected(log, []) == {"t:0", "t:1"}


def test_filters_and_period_choose_the_cases(log: Workspace) -> None:
    assert selected(log, [Filter.read("province=上海")]) == {"t:1"}
    assert selected(log, [], Period.read("2026-03", date(2026, 5, 1))) == {"t:0"}


@pytest.mark.parametrize(
    ("steps", "by", "view", "names"),
    [
        ([], "auto", "activity", ("reported",)),
        ([{"activity": "replied", "step": "Call"}], "auto", "activity", ("reported", "replied")),
        ([{"activity": "replied", "step": "Call"}, {"activity": "replied", "step": "Mail"}], "auto", "step",
         ("reported", "Call", "Mail")),
        ([{"activity": "replied", "step": "Call"}], "step", "step", ("reported", "Call")),
        ([{"activity": "replied", "team": "B"}], "team", "team", ("A", "B")),
    ],
)  # fmt: skip
def test_steps_are_named_by_the_view(
    log: Workspace, steps: list[dict[str, str]], by: str, view: str, names: tuple[str, ...]
) -> None:
    put(log.warehouse, "events", [event(0, 5 + n, 9 + n, **step) for n, step in enumerate(steps)])
    found = select_event_log(log, (), None, by)
    assert found is not None
    assert (found.view, found.names.names) == (view, names)


def test_working_time_spans_all_events(log: Workspace) -> None:
    found = select_event_log(log, (), None)
    assert found is not None
    assert (found.working_time.first, len(found.working_time.days)) == (START.date(), 1)


def test_what_is_not_known_is_refused(log: Workspace) -> None:
    with pytest.raises(Invalid, match="view-unknown"):
        select_event_log(log, (), None, "colour")
    found = select_event_log(log, (), None)
    assert found is not None
    assert found.code("reported") == 0
    with pytest.raises(NotFound, match="step-unknown"):
        found.code("reportd")


def test_without_events_there_is_no_log(workspace: Workspace) -> None:
    assert select_event_log(workspace, (), None) is None
    put(workspace.warehouse, "tickets", [ticket(0, START)])
    assert select_event_log(workspace, (), None) is None
    put(workspace.warehouse, "events", [event(0, 0, 0, activity="reported")])
    assert select_event_log(workspace, (), None, "team") is None, "no event has a team"
