"""The only SQL of problems: problems, their tickets by hand, causes, actions with their verdicts, history."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlalchemy.engine import Connection, Row

from zhenyin.core.store import METADATA
from zhenyin.problem.history import EventData, HistoryEvent
from zhenyin.problem.models import Action, Cause, Dossier, Plan, Problem, Verdict

PROBLEMS = sa.Table(
    "problems",
    METADATA,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("metric", sa.String(60), nullable=False),
    sa.Column("where", sa.JSON, nullable=False),
    sa.Column("stage", sa.String(16), nullable=False, index=True),
    sa.Column("moved_at", sa.DateTime, nullable=False),
    sa.Column("created_at", sa.DateTime, nullable=False),
    sa.Column("created_by", sa.String(80), nullable=False),
    sa.Column("description", sa.Text, nullable=False),
    sa.Column("since", sa.Date),
    sa.Column("owner", sa.String(80)),
    sa.Column("due", sa.Date),
    sa.Column("signal_id", sa.String(40)),
    sa.Column("article_id", sa.String(40)),
)
PROBLEM_TICKETS = sa.Table(
    "problem_tickets",
    METADATA,
    sa.Column("problem_id", sa.ForeignKey("problems.id"), primary_key=True),
    sa.Column("ticket_id", sa.String(200), primary_key=True),
    sa.Column("linked", sa.Boolean, nullable=False),
)
CAUSES = sa.Table(
    "causes",
    METADATA,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("problem_id", sa.ForeignKey("problems.id"), nullable=False, index=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("grade", sa.String(12), nullable=False),
    sa.Column("evidence", sa.JSON, nullable=False),
    sa.Column("by", sa.String(80), nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
)
ACTIONS = sa.Table(
    "actions",
    METADATA,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("problem_id", sa.ForeignKey("problems.id"), nullable=False, index=True),
    sa.Column("title", sa.String(200), nullable=False),
    sa.Column("owner", sa.String(80), nullable=False),
    sa.Column("due", sa.Date, nullable=False),
    sa.Column("metric", sa.String(60), nullable=False),
    sa.Column("where", sa.JSON, nullable=False),
    sa.Column("direction", sa.String(8), nullable=False),
    sa.Column("target", sa.Float, nullable=False),
    sa.Column("start", sa.Date, nullable=False),
    sa.Column("window_weeks", sa.Integer, nullable=False),
    sa.Column("comparison", sa.JSON(none_as_null=True)),
    sa.Column("cost", sa.Text),
    sa.Column("created_at", sa.DateTime, nullable=False),
    sa.Column("created_by", sa.String(80), nullable=False),
    sa.Column("cancelled", sa.Text),
)
VERDICTS = sa.Table(
    "verdicts",
    METADATA,
    sa.Column("action_id", sa.ForeignKey("actions.id"), primary_key=True),
    sa.Column("outcome", sa.String(16), nullable=False),
    sa.Column("judged_on", sa.Date, nullable=False),
    sa.Column("content", sa.JSON, nullable=False),
)
HISTORY = sa.Table(
    "problem_history",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("problem_id", sa.ForeignKey("problems.id"), nullable=False, index=True),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("by", sa.String(80), nullable=False),
    sa.Column("kind", sa.String(24), nullable=False),
    sa.Column("data", sa.JSON, nullable=False),
)
_EVENT: TypeAdapter[EventData] = TypeAdapter(EventData)
_VERDICT = TypeAdapter(Verdict)
_PLAN = tuple(Plan.__slots__)


def add(db: Connection, problem: Problem) -> None:
    db.execute(PROBLEMS.insert().values(**asdict(problem)))


def change(db: Connection, problem_id: str, **values: Any) -> None:
    db.execute(PROBLEMS.update().where(PROBLEMS.c.id == problem_id).values(**values))


def add_event(db: Connection, problem_id: str, event: HistoryEvent) -> None:
    """Add an event to the history; events are never changed."""
    data = _EVENT.dump_python(event.data, mode="json")
    kind = data.pop("kind")
    db.execute(HISTORY.insert().values(problem_id=problem_id, at=event.at, by=event.by, kind=kind, data=data))


def link(db: Connection, problem_id: str, ticket_ids: Sequence[str], linked: bool) -> None:
    """Keep by hand that tickets belong to a problem, or that they do not; the last decision on a ticket holds."""
    own = PROBLEM_TICKETS.c.problem_id == problem_id
    db.execute(PROBLEM_TICKETS.delete().where(own, PROBLEM_TICKETS.c.ticket_id.in_(ticket_ids)))
    rows = [{"problem_id": problem_id, "ticket_id": one, "linked": linked} for one in dict.fromkeys(ticket_ids)]
    if rows:
        db.execute(PROBLEM_TICKETS.insert(), rows)


def add_cause(db: Connection, problem_id: str, cause: Cause) -> None:
    values = asdict(cause) | {"evidence": list(cause.evidence), "problem_id": problem_id}
    db.execute(CAUSES.insert().values(**values))


def grade_cause(db: Connection, cause_id: str, grade: str) -> None:
    db.execute(CAUSES.update().where(CAUSES.c.id == cause_id).values(grade=grade))


def add_action(db: Connection, action: Action) -> None:
    plan = {name: getattr(action.plan, name) for name in _PLAN}
    head = {name: getattr(action, name) for name in ("id", "problem_id", "created_at", "created_by", "cancelled")}
    db.execute(ACTIONS.insert().values(**head, **plan))


def cancel_action(db: Connection, action_id: str, reason: str) -> None:
    """The only change that a saved action takes."""
    db.execute(ACTIONS.update().where(ACTIONS.c.id == action_id).values(cancelled=reason))


def keep_verdict(db: Connection, action_id: str, verdict: Verdict) -> None:
    """Keep a final verdict. A second one for the same action is refused by the key."""
    head = {"action_id": action_id, "outcome": verdict.outcome, "judged_on": verdict.judged_on}
    db.execute(VERDICTS.insert().values(**head, content=_VERDICT.dump_python(verdict, mode="json")))


def problems(db: Connection) -> list[Problem]:
    """All problems, the newest first."""
    return [
        _problem(row) for row in db.execute(PROBLEMS.select().order_by(PROBLEMS.c.created_at.desc(), PROBLEMS.c.id))
    ]


def links(db: Connection) -> list[tuple[str, str, bool]]:
    """(problem, ticket, whether it belongs to it) of every link by hand."""
    found = db.execute(PROBLEM_TICKETS.select().order_by(PROBLEM_TICKETS.c.problem_id, PROBLEM_TICKETS.c.ticket_id))
    return [(row.problem_id, row.ticket_id, row.linked) for row in found]


def actions(db: Connection, problem_id: str | None = None) -> list[Action]:
    """Actions with their verdicts, the oldest first."""
    chosen = sa.select(ACTIONS, VERDICTS.c.content).join(VERDICTS, isouter=True).order_by(ACTIONS.c.start, ACTIONS.c.id)
    if problem_id is not None:
        chosen = chosen.where(ACTIONS.c.problem_id == problem_id)
    return [_action(row) for row in db.execute(chosen)]


def action(db: Connection, action_id: str) -> Action | None:
    chosen = sa.select(ACTIONS, VERDICTS.c.content).join(VERDICTS, isouter=True).where(ACTIONS.c.id == action_id)
    row = db.execute(chosen).one_or_none()
    return _action(row) if row else None


def dossiers(db: Connection, problem_ids: Iterable[str] | None = None) -> list[Dossier]:
    """Problems with all that belongs to them, the newest first; of every problem when none is named."""
    wanted = None if problem_ids is None else set(problem_ids)
    kept = [p for p in problems(db) if wanted is None or p.id in wanted]
    acted: dict[str, list[Action]] = defaultdict(list)
    for one in actions(db, kept[0].id if len(kept) == 1 else None):
        acted[one.problem_id].append(one)
    causes, history, hand = _causes(db), _history(db), links(db)
    return [
        Dossier(
            problem=p,
            causes=tuple(causes[p.id]),
            actions=tuple(acted[p.id]),
            history=tuple(history[p.id]),
            links=tuple(ticket for whose, ticket, linked in hand if whose == p.id and linked),
            unlinked=tuple(ticket for whose, ticket, linked in hand if whose == p.id and not linked),
        )
        for p in kept
    ]


def _causes(db: Connection) -> dict[str, list[Cause]]:
    found: dict[str, list[Cause]] = defaultdict(list)
    for row in db.execute(CAUSES.select().order_by(CAUSES.c.at, CAUSES.c.id)):
        cause = Cause(row.id, row.text, row.grade, tuple(row.evidence), row.by, row.at)
        found[row.problem_id].append(cause)
    return found


def _history(db: Connection) -> dict[str, list[HistoryEvent]]:
    found: dict[str, list[HistoryEvent]] = defaultdict(list)
    for row in db.execute(HISTORY.select().order_by(HISTORY.c.at, HISTORY.c.id)):
        found[row.problem_id].append(
            HistoryEvent(row.at, row.by, _EVENT.validate_python({**row.data, "kind": row.kind}))
        )
    return found


def _problem(row: Row[Any]) -> Problem:
    return Problem(**row._mapping)


def _action(row: Row[Any]) -> Action:
    data = row._mapping
    plan = Plan(**{name: data[name] for name in _PLAN})
    verdict = _VERDICT.validate_python(data["content"]) if data["content"] else None
    head = {name: data[name] for name in ("id", "problem_id", "created_at", "created_by", "cancelled")}
    return Action(plan=plan, verdict=verdict, **head)
