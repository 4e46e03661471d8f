"""Sessions and the first-admin link: a random token goes out once, its hash stays in the store."""

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy.engine import Connection

from zhenyin.account import passwords, store
from zhenyin.account.models import Person, User
from zhenyin.core.errors import Unauthenticated

SESSION_LASTS = timedelta(days=14)
LINK_LASTS = timedelta(hours=24)


def authenticate(db: Connection, login: str, password: str) -> User:
    """The active user with this login and password. Raises Unauthenticated, without saying which was wrong.

    db: to read only, since a password takes long to check.
    """
    user = store.user_by_login(db, login.strip().lower())
    right, _ = passwords.verify(password, user.password if user else None)
    if not right or user is None or not user.active:
        raise Unauthenticated("login-wrong", en="The login or the password is wrong.", zh="账号或密码不正确。")
    return user


def begin(db: Connection, user_id: str, at: datetime) -> tuple[str, str]:
    """Open a session; returns the cookie's token and the CSRF token."""
    token, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(24)
    store.insert_session(db, digest(token), user_id, csrf, at, at + SESSION_LASTS)
    store.change_user(db, user_id, last_login_at=at)
    return token, csrf


def find(db: Connection, token: str, at: datetime) -> tuple[Person, str] | None:
    """Who is logged in with this token, and the CSRF token that belongs to it."""
    return store.session(db, digest(token), at) if token else None


def end(db: Connection, token: str) -> None:
    store.delete_session(db, digest(token))


def first_admin_token(db: Connection, at: datetime) -> str | None:
    """A new one-time token while there is no user at all, else None. An earlier token stops working."""
    if store.count_users(db):
        return None
    token = secrets.token_urlsafe(24)
    store.replace_link(db, digest(token), at + LINK_LASTS)
    return token


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
