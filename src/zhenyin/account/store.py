"""The only SQL of accounts: users, sessions, the first-admin link, the audit. Tokens are kept as hashes."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from zhenyin.account.models import Person, User
from zhenyin.core.store import METADATA

USERS = sa.Table(
    "users",
    METADATA,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("login", sa.String(80), nullable=False, unique=True),
    sa.Column("name", sa.String(120), nullable=False),
    sa.Column("role", sa.String(20), nullable=False),
    sa.Column("language", sa.String(2), nullable=False),
    sa.Column("password", sa.String(255), nullable=False),
    sa.Column("active", sa.Boolean, nullable=False),
    sa.Column("made_at", sa.DateTime, nullable=False),
    sa.Column("last_login_at", sa.DateTime),
)

SESSIONS = sa.Table(
    "sessions",
    METADATA,
    sa.Column("token_hash", sa.String(64), primary_key=True),
    sa.Column("user_id", sa.ForeignKey("users.id"), nullable=False, index=True),
    sa.Column("csrf", sa.String(64), nullable=False),
    sa.Column("made_at", sa.DateTime, nullable=False),
    sa.Column("expires_at", sa.DateTime, nullable=False),
)

FIRST_ADMIN_LINKS = sa.Table(
    "first_admin_links",
    METADATA,
    sa.Column("token_hash", sa.String(64), primary_key=True),
    sa.Column("expires_at", sa.DateTime, nullable=False),
)

AUDIT = sa.Table(
    "audit",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("at", sa.DateTime, nullable=False, index=True),
    sa.Column("login", sa.String(80)),
    sa.Column("what", sa.String(400), nullable=False),
    sa.Column("status", sa.Integer, nullable=False),
    sa.Column("address", sa.String(64), nullable=False),
)


def insert_user(db: Connection, user: User) -> None:
    person = user.person
    db.execute(
        USERS.insert().values(
            id=person.id,
            login=person.login,
            name=person.name,
            role=person.role,
            language=person.language,
            password=user.password,
            active=user.active,
            made_at=user.made_at,
        )
    )


def change_user(db: Connection, user_id: str, **values: Any) -> None:
    db.execute(USERS.update().where(USERS.c.id == user_id).values(values))


def user(db: Connection, user_id: str) -> User | None:
    return _one(db, USERS.c.id == user_id)


def user_by_login(db: Connection, login: str) -> User | None:
    return _one(db, USERS.c.login == login)


def users(db: Connection) -> list[User]:
    return [_user(row) for row in db.execute(USERS.select().order_by(USERS.c.login))]


def count_users(db: Connection, *where: sa.ColumnElement[bool]) -> int:
    return db.execute(sa.select(sa.func.count()).select_from(USERS).where(*where)).scalar_one()


def count_other_admins(db: Connection, user_id: str) -> int:
    return count_users(db, USERS.c.role == "admin", USERS.c.active, USERS.c.id != user_id)


def insert_session(db: Connection, token_hash: str, user_id: str, csrf: str, at: datetime, until: datetime) -> None:
    db.execute(SESSIONS.delete().where(SESSIONS.c.expires_at < at))
    values = {"token_hash": token_hash, "user_id": user_id, "csrf": csrf, "made_at": at, "expires_at": until}
    db.execute(SESSIONS.insert().values(values))


def session(db: Connection, token_hash: str, at: datetime) -> tuple[Person, str] | None:
    """Who the session belongs to and its CSRF token; None when it is unknown, over, or the user was shut out."""
    found = (
        sa.select(USERS, SESSIONS.c.csrf)
        .join(SESSIONS, SESSIONS.c.user_id == USERS.c.id)
        .where(SESSIONS.c.token_hash == token_hash, SESSIONS.c.expires_at > at, USERS.c.active)
    )
    row = db.execute(found).one_or_none()
    return (_user(row).person, row.csrf) if row else None


def delete_session(db: Connection, token_hash: str) -> None:
    db.execute(SESSIONS.delete().where(SESSIONS.c.token_hash == token_hash))


def delete_sessions_of(db: Connection, user_id: str, but: str = "") -> None:
    db.execute(SESSIONS.delete().where(SESSIONS.c.user_id == user_id, SESSIONS.c.token_hash != but))


def replace_link(db: Connection, token_hash: str, until: datetime) -> None:
    db.execute(FIRST_ADMIN_LINKS.delete())
    db.execute(FIRST_ADMIN_LINKS.insert().values(token_hash=token_hash, expires_at=until))


def take_link(db: Connection, token_hash: str, at: datetime) -> bool:
    """Use the link up; False when it is not this one or it is over."""
    links = FIRST_ADMIN_LINKS.c
    right = (links.token_hash == token_hash, links.expires_at > at)
    return db.execute(FIRST_ADMIN_LINKS.delete().where(*right)).rowcount == 1


def insert_audit(db: Connection, at: datetime, login: str | None, what: str, status: int, address: str) -> None:
    db.execute(AUDIT.insert().values(at=at, login=login, what=what[:400], status=status, address=address))


def audit(db: Connection, limit: int, before: int | None) -> list[dict[str, Any]]:
    """The newest entries first; `before` is the id to go on from."""
    query = AUDIT.select().order_by(AUDIT.c.id.desc()).limit(limit)
    rows = db.execute(query.where(AUDIT.c.id < before) if before else query)
    return [{**row._mapping, "at": row.at.isoformat()} for row in rows]


def _one(db: Connection, where: sa.ColumnElement[bool]) -> User | None:
    row = db.execute(USERS.select().where(where)).one_or_none()
    return _user(row) if row else None


def _user(row: sa.Row[Any]) -> User:
    person = Person(row.id, row.login, row.name, row.role, row.language)
    return User(person, row.password, row.active, row.made_at, row.last_login_at)
