"""The tickets behind a figure: which they are, in which order, a page at a time."""

from datetime import timedelta

import pytest

from fixtures_facts import put, ticket
from fixtures_logs import START, event
from zhenyin.account.paging import Paging
from zhenyin.core.errors import NotFound
from zhenyin.job.workspace import Workspace
from zhenyin.process.conformance import deviating_tickets
from zhenyin.process.models import CaseSelection, TicketRows
from zhenyin.process.reference_model import set_reference_model
from zhenyin.process.tickets import edge_tickets, tickets_of_step, tickets_of_variant

LOGS = {
    0: [(0, "reported"), (2, "resolved")],
    1: [(0, "reported"), (5, "resolved")],
    2: [(0, "reported"), (1, "replied"), (9, "replied"), (10, "resolved")],
    3: [(0, "reported"), (3, "replied")],
}


@pytest.fixture
def log(workspace: Workspace) -> Workspace:
    tickets, events = [], []
    for number, steps in LOGS.items():
        ends = [START + timedelta(hours=hour) for hour, name in steps if name == "resolved"]
        tickets.append(ticket(number, START, source="log", resolved_at=ends[0] if ends else None))
        events += [event(number, hour, line, activity=name) for line, (hour, name) in enumerate(steps)]
    put(workspace.warehouse, "tickets", tickets)
    put(workspace.warehouse, "events", events)
    return workspace


def order(found: TicketRows, column: str) -> list[tuple[str, object]]:
    return [(row["ticket_id"], row[column]) for row in found.rows]


def test_tickets_of_an_edge_come_by_their_longest_wait(log: Workspace) -> None:
    found = edge_tickets(log, "reported", "resolved")
    assert order(found.tickets, "waited_hours") == [("t:1", 5.0), ("t:0", 2.0)]
    assert (found.n, found.median_seconds, found.tickets.total) == (2, 3.5 * 3600, 2)


def test_a_page_begins_where_the_one_before_ended(log: Workspace) -> None:
    found = edge_tickets(log, "reported", "resolved", paging=Paging(1, 1))
    assert (order(found.tickets, "waited_hours"), found.tickets.total, found.tickets.offset) == ([("t:0", 2.0)], 2, 1)


def test_an_edge_that_nobody_went_has_no_tickets(log: Workspace) -> None:
    found = edge_tickets(log, "resolved", "reported")
    assert (found.n, found.median_seconds, found.tickets.rows) == (0, None, [])


@pytest.mark.parametrize(
    ("variant", "tickets"),
    [
        (["reported", "resolved"], [("t:1", 5.0), ("t:0", 2.0)]),
        (["reported", "replied"], [("t:3", None)]),
        (["reported"], []),
        (["reported", "replied", "replied", "resolved", "resolved"], []),
        ([], []),
    ],
)
def test_tickets_of_a_variant_went_exactly_through_its_steps(
    log: Workspace, variant: list[str], tickets: list[tuple[str, float]]
) -> None:
    assert order(tickets_of_variant(log, variant), "duration_hours") == tickets


def test_tickets_of_a_step_come_by_its_occurrences(log: Workspace) -> None:
    assert order(tickets_of_step(log, "replied"), "occurrences") == [("t:2", 2), ("t:3", 1)]


def test_tickets_of_a_deviation_come_by_how_long_they_took(log: Workspace) -> None:
    set_reference_model(log, "reported\nresolved", "activity", "li")
    found = deviating_tickets(log, "unexpected_step", "replied", CaseSelection(by="activity"))
    assert order(found, "duration_hours") == [("t:2", 10.0), ("t:3", None)]
    with pytest.raises(NotFound, match="deviation-unknown"):
        deviating_tickets(log, "again", "replied")


def test_without_events_there_are_none(workspace: Workspace) -> None:
    assert tickets_of_step(workspace, "replied").total == 0
    assert edge_tickets(workspace, "a", "b").tickets.total == 0
