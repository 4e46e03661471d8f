"""The only SQL of topics."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from zhenyin.core.store import METADATA
from zhenyin.topic.models import Topic

TOPICS = sa.Table(
    "topics",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("phrases", sa.JSON, nullable=False),
    sa.Column("by_hand", sa.Boolean, nullable=False),
    sa.Column("state", sa.String(12), nullable=False),
    sa.Column("into", sa.Integer),
    sa.Column("made_at", sa.DateTime, nullable=False),
    sa.Column("by", sa.String(80), nullable=False),
)


def save(db: Connection, topic: Topic) -> None:
    """Add a topic, or write it anew."""
    db.execute(TOPICS.delete().where(TOPICS.c.number == topic.number))
    values: dict[str, Any] = {column.name: getattr(topic, column.name) for column in TOPICS.c}
    db.execute(TOPICS.insert().values(**values))


def get(db: Connection, number: int) -> Topic | None:
    row = db.execute(TOPICS.select().where(TOPICS.c.number == number)).one_or_none()
    return _topic(row) if row else None


def topics(db: Connection) -> list[Topic]:
    """All topics there ever were, by number."""
    return [_topic(row) for row in db.execute(TOPICS.select().order_by(TOPICS.c.number))]


def _topic(row: Row[Any]) -> Topic:
    data = dict(row._mapping)
    data["phrases"] = tuple((text, float(share), float(lift)) for text, share, lift in data["phrases"])
    return Topic(**data)
