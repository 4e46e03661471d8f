"""The standard that is derived from the ways of tickets follows the tickets."""

from datetime import datetime, timedelta

from fixtures_facts import put, ticket
from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import choose
from zhenyin.process.reference_model import in_force

MADE = datetime(2026, 3, 2, 9)


def lived(workspace: Workspace, numbers: range, *way: str) -> None:
    """Tickets that went this way, an hour from step to step."""
    put(workspace.warehouse, "tickets", [ticket(n, MADE) for n in numbers])
    steps = [(n, at, name) for n in numbers for at, name in enumerate(way)]
    events = [
        {"ticket_id": f"t:{n}", "line": at, "at": MADE + timedelta(hours=at), "activity": name} for n, at, name in steps
    ]
    put(workspace.warehouse, "events", events)


def standard(workspace: Workspace) -> str:
    choice = choose(workspace, (), None)
    assert choice is not None
    force = in_force(workspace, choice)
    assert not force.stated
    return force.standard.text(choice.naming, "en")


def test_it_is_derived_anew_when_tickets_come_or_no_longer_count(workspace: Workspace) -> None:
    lived(workspace, range(20), "reported", "resolved")
    assert standard(workspace) == "reported\nresolved"
    lived(workspace, range(20, 320), "reported", "assigned", "resolved")
    assert standard(workspace) == "reported\nassigned\nresolved"
    with workspace.warehouse.writing() as cursor:
        cursor.run(
            "UPDATE tickets SET duplicate_of = 't:0' WHERE ticket_id IN (SELECT 't:' || i FROM range(20, 320) r(i))"
        )
    assert standard(workspace) == "reported\nresolved"
