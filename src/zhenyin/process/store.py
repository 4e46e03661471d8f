"""The only SQL of stated reference models."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from zhenyin.core.store import METADATA

REFERENCE_MODELS = sa.Table(
    "process_standards",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("told_by", sa.String(12), nullable=False, key="view"),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("by", sa.String(80), nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
)
"""One row for each text that was put in force. The names of the table and its column are those of revision 0003."""


def newest(db: Connection, view: str) -> str | None:
    """The text in force for steps of a view (activity, step or team); None or empty while nobody stated one."""
    models = REFERENCE_MODELS.c
    found = sa.select(models.text).where(models.view == view).order_by(models.id.desc()).limit(1)
    text: str | None = db.execute(found).scalar()
    return text


def add(db: Connection, view: str, text: str, author: str, at: datetime) -> None:
    """Put a text in force; an empty one takes back what was stated."""
    db.execute(REFERENCE_MODELS.insert().values(view=view, text=text, by=author, at=at))
