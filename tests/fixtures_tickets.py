"""A workspace with a few tickets, put one by one."""

from datetime import datetime
from typing import Any

from fixtures_facts import put
from zhenyin.job.workspace import Workspace

AT = datetime(2026, 3, 2, 9)


def add(workspace: Workspace, batch: str = "b1", **given: Any) -> str:
    """Put one ticket; its id is its source_id."""
    number = given.pop("id")
    row = {"ticket_id": number, "source_id": number, "created_at": AT, "valid": True, "source": "热线", **given}
    put(workspace.warehouse, "tickets", [row | {"import_batch": batch}])
    return str(number)
