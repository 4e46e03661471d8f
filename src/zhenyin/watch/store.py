"""The only SQL of signals."""

from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlalchemy.engine import Connection, Row

from zhenyin.core.schema import UNBOUNDED
from zhenyin.core.store import METADATA
from zhenyin.watch.models import Evidence, Finding, Signal, SignalState

SIGNALS = sa.Table(
    "signals",
    METADATA,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("metric", sa.String(60), nullable=False),
    sa.Column("where", sa.JSON, nullable=False),
    sa.Column("since", sa.Date, nullable=False),
    sa.Column("until", sa.Date, nullable=False),
    sa.Column("observed", sa.Float, nullable=False),
    sa.Column("expected", sa.Float, nullable=False),
    sa.Column("ratio", sa.Float, nullable=False),
    sa.Column("low", sa.Float, nullable=False),
    sa.Column("high", sa.Float, nullable=False),
    sa.Column("score", sa.Float, nullable=False),
    sa.Column("rule", sa.String(40), nullable=False),
    sa.Column("evidence", sa.JSON, nullable=False),
    sa.Column("state", sa.String(12), nullable=False, index=True),
    sa.Column("found_at", sa.Date, nullable=False),
    sa.Column("last_seen", sa.Date, nullable=False),
    sa.Column("reason", sa.Text),
    sa.Column("snoozed_until", sa.Date),
    sa.Column("problem_id", sa.String(40)),
    sa.Column("by", sa.String(80)),
    sa.Column("changed_at", sa.DateTime),
)
_FOUND = ("metric", "where", "since", "until", "observed", "expected", "ratio", "low", "high", "score", "rule")
_KEPT = ("id", "state", "found_at", "last_seen", "reason", "snoozed_until", "problem_id", "by", "changed_at")
_EVIDENCE = TypeAdapter(Evidence)


def save(db: Connection, signal: Signal) -> None:
    """Add a signal, or write it anew."""
    db.execute(SIGNALS.delete().where(SIGNALS.c.id == signal.id))
    values: dict[str, Any] = {name: getattr(signal.finding, name) for name in _FOUND}
    values |= {name: min(values[name], UNBOUNDED) for name in ("ratio", "low", "high", "score")}
    values |= {name: getattr(signal, name) for name in _KEPT}
    db.execute(SIGNALS.insert().values(**values, evidence=_document(signal.finding.evidence)))


def change(db: Connection, signal_id: str, **values: Any) -> None:
    """Set columns of one signal."""
    db.execute(SIGNALS.update().where(SIGNALS.c.id == signal_id).values(**values))


def get(db: Connection, signal_id: str) -> Signal | None:
    """One signal; None where there is none of that id."""
    row = db.execute(SIGNALS.select().where(SIGNALS.c.id == signal_id)).one_or_none()
    return _signal(row) if row else None


def signals(
    db: Connection, state: SignalState | None = None, limit: int | None = None, offset: int = 0
) -> list[Signal]:
    """Signals in one state (or all), most evidence first; a part of them where `limit` is given."""
    chosen = SIGNALS.select().where(*_in_state(state)).order_by(SIGNALS.c.score.desc(), SIGNALS.c.id)
    return [_signal(row) for row in db.execute(chosen.limit(limit).offset(offset))]


def count_signals(db: Connection, state: SignalState | None = None) -> int:
    """How many signals are in one state (or all)."""
    return db.execute(sa.select(sa.func.count()).select_from(SIGNALS).where(*_in_state(state))).scalar_one()


def _in_state(state: SignalState | None) -> list[sa.ColumnElement[bool]]:
    return [] if state is None else [SIGNALS.c.state == state]


def _document(evidence: Evidence) -> Any:
    """Evidence as JSON."""
    suspects = tuple(
        replace(s, **{name: min(getattr(s, name), UNBOUNDED) for name in ("ratio", "low", "high")})
        for s in evidence.suspects
    )
    return _EVIDENCE.dump_python(replace(evidence, suspects=suspects), mode="json", exclude_defaults=True)


def _signal(row: Row[Any]) -> Signal:
    data = row._mapping
    evidence = _EVIDENCE.validate_python(data["evidence"])
    finding = Finding(**{name: data[name] for name in _FOUND}, evidence=evidence)
    return Signal(finding=finding, **{name: data[name] for name in _KEPT})
