"""Decisions of the demo company's people, entered by the same services as anybody's, on the days they were made."""

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.engine import Connection

from zhenyin.core import clock
from zhenyin.core.schema import Slice
from zhenyin.flows import verify_actions
from zhenyin.job.workspace import Workspace
from zhenyin.problem import service, store

LEDGER = "措施台账.json"
_MORNING = time(9, 30)
_PLAN = ("title", "owner", "metric", "direction", "target", "window_weeks", "cost")


def enter(workspace: Workspace, folder: Path) -> int:
    """Make a problem and an action of every entry of the ledger, and judge each action as the nightly run of its date did.

    What is there already stays: an interrupted demo enters nothing twice. Returns the number of new problems.
    """
    with (folder / LEDGER).open(encoding="utf-8") as file:
        entries: list[dict[str, Any]] = json.load(file)
    with workspace.store.begin() as db:
        existing = {problem.title for problem in store.problems(db)}
        new = [entry for entry in entries if entry["problem"] not in existing]
        for entry in new:
            _enter(db, entry)
    _replay_nightly_runs(workspace)
    return len(new)


def _enter(db: Connection, entry: dict[str, Any]) -> None:
    decided = date.fromisoformat(entry["decided"])
    at, by = datetime.combine(decided, _MORNING), entry["owner"]
    since = date.fromisoformat(entry["since"]) if "since" in entry else None
    where = _slice(entry["where"])
    made = service.create(
        db,
        by,
        at,
        title=entry["problem"],
        metric=entry["metric"],
        where=where,
        since=since,
        description=entry["description"],
        owner=by,
        due=date.fromisoformat(entry["start"]) + timedelta(weeks=entry["window_weeks"] + 1),
    )
    service.add_cause(db, made.problem.id, entry["cause"], entry["grade"], entry["evidence"], by, at)
    days = {name: date.fromisoformat(entry[name]) for name in ("start", "due")}
    plan = {name: entry.get(name) for name in _PLAN} | days
    comparison = _slice(entry["comparison"]) if entry.get("comparison") else None
    service.add_action(db, made.problem.id, by, at, **plan, where=where, comparison=comparison)


def _replay_nightly_runs(workspace: Workspace) -> None:
    """Judge each action on its own date, as the nightly run of that day would have done."""
    today = clock.today(workspace.settings.zone)
    with workspace.store.read() as db:
        due = {a.plan.judge_on for a in store.actions(db) if a.verdict is None and a.plan.judge_on <= today}
    for day in sorted(due):
        verify_actions.run(workspace, day)


def _slice(values: dict[str, str | list[str]]) -> Slice:
    return {name: [value] if isinstance(value, str) else value for name, value in values.items()}
