"""The only SQL of stated standard processes."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from zhenyin.core.store import METADATA

STANDARDS = sa.Table(
    "process_standards",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("told_by", sa.String(12), nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("by", sa.String(80), nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
)


def newest(db: Connection, told_by: str) -> str | None:
    """The text in force for steps that are told so (activity, step or team); None while nobody stated one."""
    found = sa.select(STANDARDS.c.text).where(STANDARDS.c.told_by == told_by).order_by(STANDARDS.c.id.desc()).limit(1)
    text: str | None = db.execute(found).scalar()
    return text


def add(db: Connection, told_by: str, text: str, by: str, at: datetime) -> None:
    """Put a text in force; an empty one takes back what was stated."""
    db.execute(STANDARDS.insert().values(told_by=told_by, text=text, by=by, at=at))
