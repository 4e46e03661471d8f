"""What intake keeps in the store: batches, and the mapping of each source."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from zhenyin.core.store import METADATA
from zhenyin.intake.models import Batch, BatchState, Mapping

BATCHES = sa.Table(
    "batches",
    METADATA,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("source", sa.String(200), nullable=False, index=True),
    sa.Column("file", sa.String(400), nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("connector", sa.String(40), nullable=False),
    sa.Column("state", sa.String(20), nullable=False),
    sa.Column("by", sa.String(100), nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("rows", sa.Integer, nullable=False, default=0),
    sa.Column("tickets", sa.Integer, nullable=False, default=0),
    sa.Column("events", sa.Integer, nullable=False, default=0),
    sa.Column("problems", sa.Integer, nullable=False, default=0),
    sa.Column("facts", sa.JSON, nullable=False, default=dict),
    sa.Column("undone_at", sa.DateTime),
)
TEMPLATES = sa.Table(
    "source_templates",
    METADATA,
    sa.Column("source", sa.String(200), primary_key=True),
    sa.Column("mapping", sa.JSON, nullable=False),
    sa.Column("by", sa.String(100), nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
)


def add(db: Connection, batch: Batch) -> None:
    """Enter a batch; one of the same id is replaced."""
    db.execute(sa.delete(BATCHES).where(BATCHES.c.id == batch.id))
    db.execute(sa.insert(BATCHES).values(**batch.as_dict()))


def change(db: Connection, batch: str, **values: Any) -> None:
    """Set some columns of a batch."""
    db.execute(sa.update(BATCHES).where(BATCHES.c.id == batch).values(**values))


def find(db: Connection, batch: str) -> Batch | None:
    """The batch of that id."""
    row = db.execute(sa.select(BATCHES).where(BATCHES.c.id == batch)).first()
    return _batch(row) if row else None


def same_file(db: Connection, source: str, sha256: str) -> Batch | None:
    """The batch that brought these bytes as this source, if it is in the facts."""
    own = (BATCHES.c.source == source) & (BATCHES.c.sha256 == sha256) & (BATCHES.c.state == BatchState.DONE)
    row = db.execute(sa.select(BATCHES).where(own)).first()
    return _batch(row) if row else None


def all_batches(db: Connection, *, state: BatchState | None = None) -> list[Batch]:
    """All batches, the newest first."""
    query = sa.select(BATCHES).order_by(BATCHES.c.at.desc(), BATCHES.c.id.desc())
    return [_batch(row) for row in db.execute(query if state is None else query.where(BATCHES.c.state == state))]


def template(db: Connection, source: str) -> Mapping | None:
    """The mapping that was saved for a source."""
    stored = db.execute(sa.select(TEMPLATES.c.mapping).where(TEMPLATES.c.source == source)).scalar()
    return Mapping.from_dict(stored) if stored else None


def templates(db: Connection) -> set[str]:
    """The sources that have a saved mapping."""
    return set(db.execute(sa.select(TEMPLATES.c.source)).scalars())


def save_template(db: Connection, source: str, mapping: Mapping, by: str, at: datetime) -> None:
    """Keep the mapping of a source, for its next file."""
    db.execute(sa.delete(TEMPLATES).where(TEMPLATES.c.source == source))
    db.execute(sa.insert(TEMPLATES).values(source=source, mapping=mapping.as_dict(), by=by, at=at))


def _batch(row: Row[Any]) -> Batch:
    stored = dict(row._mapping)
    return Batch(**{**stored, "state": BatchState(stored["state"])})
