"""The only SQL of accounts: users, sessions, access tokens, the first-admin link, the audit. Secrets are kept as hashes."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from zhenyin.account.models import AccessToken, AuditLine, Person, User
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

ACCESS_TOKENS = sa.Table(
    "access_tokens",
    METADATA,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("secret_hash", sa.String(64), nullable=False),
    sa.Column("user_id", sa.ForeignKey("users.id"), nullable=False, index=True),
    sa.Column("name", sa.String(80), nullable=False),
    sa.Column("permissions", sa.JSON, nullable=False),
    sa.Column("made_at", sa.DateTime, nullable=False),
    sa.Column("expires_at", sa.DateTime, nullable=False),
    sa.Column("last_used_at", sa.DateTime),
    sa.Column("revoked_at", sa.DateTime),
)

FIRST_ADMIN_LINKS = sa.Table(
    "first_admin_links",
    METADATA,
    sa.Column("token_hash", sa.String(64), primary_key=True),
    sa.Column("expires_at", sa.DateTime, nullable=False),
)

LOGIN_ATTEMPTS = sa.Table(
    "login_attempts",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("login", sa.String(80), nullable=False, index=True),
    sa.Column("address", sa.String(64), nullable=False, index=True),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("succeeded", sa.Boolean, nullable=False),
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
    sa.Column("token", sa.String(40)),
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


def has_link(db: Connection, token_hash: str, at: datetime) -> bool:
    """Whether this is the link, and it is not over."""
    links = FIRST_ADMIN_LINKS.c
    found = sa.select(links.token_hash).where(links.token_hash == token_hash, links.expires_at > at)
    return db.execute(found).first() is not None


def insert_attempt(db: Connection, login: str, address: str, at: datetime) -> int:
    """Keep a login attempt as one that failed, until it is known to have succeeded. Returns its number."""
    made = db.execute(LOGIN_ATTEMPTS.insert().values(login=login, address=address, at=at, succeeded=False))
    return int(made.inserted_primary_key[0]) if made.inserted_primary_key else 0


def failed_attempts(db: Connection, login: str | None, address: str | None, since: datetime) -> list[datetime]:
    """When attempts failed, the oldest first: of an account, of an address, or of both together."""
    kept = LOGIN_ATTEMPTS.c
    where = [kept.at > since, kept.succeeded.is_(False)]
    where += [kept.login == login] if login is not None else []
    where += [kept.address == address] if address is not None else []
    return list(db.execute(sa.select(kept.at).where(*where).order_by(kept.at)).scalars())


def has_logged_in(db: Connection, login: str, address: str) -> bool:
    """Whether the account is known to log in from that address."""
    kept = LOGIN_ATTEMPTS.c
    of_both = (kept.login == login, kept.address == address, kept.succeeded.is_(True))
    return db.execute(sa.select(kept.id).where(*of_both).limit(1)).first() is not None


def note_success(db: Connection, number: int, login: str, address: str) -> None:
    """One attempt succeeded; the others of that account at that address are of no use any more."""
    kept = LOGIN_ATTEMPTS.c
    db.execute(LOGIN_ATTEMPTS.delete().where(kept.login == login, kept.address == address, kept.id != number))
    db.execute(LOGIN_ATTEMPTS.update().where(kept.id == number).values(succeeded=True))


def forget_attempts(db: Connection, failed_before: datetime, succeeded_before: datetime, most: int) -> None:
    """Throw away what is over, and of failures the oldest above `most`: strangers do not fill the disk."""
    kept = LOGIN_ATTEMPTS.c
    failed = kept.succeeded.is_(False)
    db.execute(LOGIN_ATTEMPTS.delete().where(failed, kept.at <= failed_before))
    db.execute(LOGIN_ATTEMPTS.delete().where(kept.succeeded.is_(True), kept.at <= succeeded_before))
    newest = sa.select(kept.id).where(failed).order_by(kept.id.desc()).offset(most).limit(1).scalar_subquery()
    db.execute(LOGIN_ATTEMPTS.delete().where(failed, kept.id <= newest))


def insert_token(db: Connection, token: AccessToken, secret_hash: str, user_id: str) -> None:
    db.execute(
        ACCESS_TOKENS.insert().values(
            id=token.id,
            secret_hash=secret_hash,
            user_id=user_id,
            name=token.name,
            permissions=sorted(token.permissions),
            made_at=token.made_at,
            expires_at=token.expires_at,
        )
    )


def token(db: Connection, token_id: str) -> tuple[AccessToken, User, str] | None:
    """An access token with its owner and the hash of its secret."""
    found = ACCESS_TOKENS.select().where(ACCESS_TOKENS.c.id == token_id)
    row = db.execute(found).one_or_none()
    owner = user(db, row.user_id) if row else None
    return (_token(row), owner, row.secret_hash) if row and owner else None


def tokens(db: Connection, owner: str | None, limit: int, offset: int) -> tuple[list[tuple[AccessToken, Person]], int]:
    """Part of the access tokens, the newest first, with their owners, and how many there are; of one user, or of all."""
    where = [ACCESS_TOKENS.c.user_id == owner] if owner else []
    total = db.execute(sa.select(sa.func.count()).select_from(ACCESS_TOKENS).where(*where)).scalar_one()
    query = ACCESS_TOKENS.select().where(*where).order_by(ACCESS_TOKENS.c.made_at.desc(), ACCESS_TOKENS.c.id.desc())
    persons = {one.person.id: one.person for one in users(db)}
    rows = db.execute(query.limit(limit).offset(offset))
    return [(_token(row), persons[row.user_id]) for row in rows], total


def change_token(db: Connection, token_id: str, **values: Any) -> None:
    db.execute(ACCESS_TOKENS.update().where(ACCESS_TOKENS.c.id == token_id).values(values))


def revoke_tokens_of(db: Connection, user_id: str, at: datetime) -> None:
    left = (ACCESS_TOKENS.c.user_id == user_id, ACCESS_TOKENS.c.revoked_at.is_(None))
    db.execute(ACCESS_TOKENS.update().where(*left).values(revoked_at=at))


def insert_audit(
    db: Connection, at: datetime, login: str | None, what: str, status: int, address: str, token_id: str | None = None
) -> None:
    line = {"at": at, "login": login, "what": what[:400], "status": status, "address": address[:64], "token": token_id}
    db.execute(AUDIT.insert().values(line))


def audit(db: Connection, limit: int, offset: int) -> tuple[list[AuditLine], int]:
    """Part of the audit, the newest lines first, and how many there are."""
    total = db.execute(sa.select(sa.func.count()).select_from(AUDIT)).scalar_one()
    rows = db.execute(AUDIT.select().order_by(AUDIT.c.id.desc()).limit(limit).offset(offset))
    return [AuditLine(**row._mapping) for row in rows], total


def _one(db: Connection, where: sa.ColumnElement[bool]) -> User | None:
    row = db.execute(USERS.select().where(where)).one_or_none()
    return _user(row) if row else None


def _token(row: sa.Row[Any]) -> AccessToken:
    permissions = frozenset(row.permissions)
    moments = (row.made_at, row.expires_at, row.last_used_at, row.revoked_at)
    return AccessToken(row.id, row.name, permissions, *moments)


def _user(row: sa.Row[Any]) -> User:
    person = Person(row.id, row.login, row.name, row.role, row.language)
    return User(person, row.password, row.active, row.made_at, row.last_login_at)
