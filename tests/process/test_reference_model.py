"""The reference model that is derived from variants follows the tickets, until somebody states one."""

from datetime import datetime, timedelta

import pytest

from fixtures_facts import put, ticket
from zhenyin.core.errors import Conflict
from zhenyin.job.workspace import Workspace
from zhenyin.process.models import ReferenceModelInForce
from zhenyin.process.reference_model import clear_reference_model, set_reference_model, show_reference_model
from zhenyin.process.reference_model_text import text

CREATED = datetime(2026, 3, 2, 9)


def put_variant(workspace: Workspace, numbers: range, *steps: str) -> None:
    """Tickets of this variant, an hour from step to step."""
    put(workspace.warehouse, "tickets", [ticket(n, CREATED) for n in numbers])
    events = [
        {"ticket_id": f"t:{n}", "line": at, "at": CREATED + timedelta(hours=at), "activity": name}
        for n in numbers
        for at, name in enumerate(steps)
    ]
    put(workspace.warehouse, "events", events)


def written(found: ReferenceModelInForce | None) -> tuple[bool, str]:
    assert found is not None
    return found.stated, text(found.model, found.names, "en")


def test_it_is_derived_anew_when_tickets_come_or_no_longer_count(workspace: Workspace) -> None:
    put_variant(workspace, range(20), "reported", "resolved")
    assert written(show_reference_model(workspace)) == (False, "reported\nresolved")
    put_variant(workspace, range(20, 320), "reported", "assigned", "resolved")
    assert written(show_reference_model(workspace)) == (False, "reported\nassigned\nresolved")
    with workspace.warehouse.writing() as cursor:
        cursor.run(
            "UPDATE tickets SET duplicate_of = 't:0' WHERE ticket_id IN (SELECT 't:' || i FROM range(20, 320) r(i))"
        )
    assert written(show_reference_model(workspace)) == (False, "reported\nresolved")


def test_what_is_stated_is_in_force_until_it_is_taken_back(workspace: Workspace) -> None:
    put_variant(workspace, range(20), "reported", "resolved")
    assert written(set_reference_model(workspace, "resolved\nreported?", "auto", "li")) == (True, "resolved\nreported?")
    assert written(show_reference_model(workspace)) == (True, "resolved\nreported?")
    assert written(show_reference_model(workspace, "step"))[0] is False, "another view has another model"
    assert written(clear_reference_model(workspace, "auto", "li")) == (False, "reported\nresolved")


def test_without_events_there_is_none_and_none_can_be_stated(workspace: Workspace) -> None:
    assert show_reference_model(workspace) is None
    with pytest.raises(Conflict, match="process-unknown"):
        set_reference_model(workspace, "reported", "auto", "li")
