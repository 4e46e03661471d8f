"""What people decide about tickets: taxonomies and corrections. They outlive any rebuild of the warehouse."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from zhenyin.core.store import METADATA
from zhenyin.ticket.models import Correction

TAXONOMIES = sa.Table(
    "taxonomies",
    METADATA,
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("form", sa.JSON, nullable=False),
    sa.Column("by", sa.String(80), nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
)

CORRECTIONS = sa.Table(
    "ticket_corrections",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("ticket_id", sa.String(200), nullable=False, index=True),
    sa.Column("field", sa.String(40), nullable=False),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("by", sa.String(80), nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
)


def newest_taxonomy(db: Connection) -> Mapping[str, Any] | None:
    """The form of the taxonomy in force; None while nobody has edited the default."""
    newest = sa.select(TAXONOMIES.c.form).order_by(TAXONOMIES.c.version.desc()).limit(1)
    form: Mapping[str, Any] | None = db.execute(newest).scalar()
    return form


def add_taxonomy(db: Connection, version: int, form: Mapping[str, Any], by: str, at: datetime) -> None:
    db.execute(TAXONOMIES.insert().values(version=version, form=form, by=by, at=at))


def add_correction(db: Connection, correction: Correction) -> None:
    """Every correction is kept; the newest of a ticket's field is in force."""
    values = {name: getattr(correction, name) for name in Correction.__slots__}
    db.execute(CORRECTIONS.insert().values(**values))


def corrections(db: Connection, ticket_id: str | None = None) -> list[Correction]:
    """All corrections, oldest first, of one ticket if it is named."""
    chosen = CORRECTIONS.select().order_by(CORRECTIONS.c.id)
    if ticket_id is not None:
        chosen = chosen.where(CORRECTIONS.c.ticket_id == ticket_id)
    return [Correction(row.ticket_id, row.field, row.value, row.by, row.at) for row in db.execute(chosen)]
