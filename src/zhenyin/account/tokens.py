"""Personal access tokens (RFC 6750 bearer tokens): what a script shows in place of a person's login.

A token is `zhy_<id>_<secret>`. The id finds it; the secret, 256 random bits, is shown once and kept as its SHA-256 only:
a random secret of that length needs no slow hash.
"""

import hmac
import re
import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.engine import Connection

from zhenyin.account import store
from zhenyin.account.models import PERMISSIONS, AccessToken, Person
from zhenyin.account.session import digest
from zhenyin.core import ids
from zhenyin.core.errors import Forbidden, Invalid, NotFound, Unauthenticated

PREFIX = "zhy"
DAYS = 90
MOST_DAYS = 366
LONGEST_NAME = 80
SECONDS_BETWEEN_NOTES = 60
"""The last use is noted at most this often: a script that asks a thousand times writes once."""

_SHAPE = re.compile(rf"{PREFIX}_([0-9a-z]{{16}})_[0-9A-Za-z_-]{{43}}")
_NOBODYS = digest(secrets.token_hex())


class InvalidToken(Unauthenticated):
    """The access token of a request is not good."""

    challenge = 'Bearer error="invalid_token"'


def create(
    db: Connection, owner: Person, name: str, permissions: Iterable[str], days: int, at: datetime
) -> tuple[AccessToken, str]:
    """A new token and, this once, all of it. Raises Invalid, and Forbidden for a permission that the owner lacks."""
    wanted, name = frozenset(permissions), name.strip()
    if store.user(db, owner.id) is None:
        raise Forbidden(
            "token-without-account",
            en="A token belongs to an account. Log in with yours, and make it in the settings.",
            zh="令牌属于某个账号。请登录后在设置中新建。",
        )
    if not name or len(name) > LONGEST_NAME:
        raise Invalid(
            "token-name-invalid",
            en=f"A token needs a name of 1 to {LONGEST_NAME} characters. Say what it is for.",
            zh=f"令牌名称需为 1 到 {LONGEST_NAME} 个字符，请写明用途。",
        )
    if not 1 <= days <= MOST_DAYS:
        raise Invalid(
            "token-days-invalid",
            en=f"A token lasts 1 to {MOST_DAYS} days, not {days}. Choose fewer.",
            zh=f"令牌有效期为 1 到 {MOST_DAYS} 天，不能为 {days} 天。",
        )
    _check_permissions(owner, wanted)
    token = AccessToken(ids.new(PREFIX).removeprefix(f"{PREFIX}-"), name, wanted, at, at + timedelta(days=days))
    whole = f"{PREFIX}_{token.id}_{secrets.token_urlsafe(32)}"
    store.insert_token(db, token, digest(whole), owner.id)
    return token, whole


def authenticate(db: Connection, whole: str, at: datetime) -> Person:
    """The owner, held to the token's permissions. Raises InvalidToken; why, it says to who has the right secret only."""
    shape = _SHAPE.fullmatch(whole)
    found = store.token(db, shape[1]) if shape else None
    kept = found[2] if found else _NOBODYS
    if not hmac.compare_digest(digest(whole), kept) or found is None:
        raise InvalidToken(
            "token-unknown",
            en="There is no such access token. Make one in the settings.",
            zh="访问令牌无效，请在设置中新建。",
        )
    token, owner, _ = found
    if token.revoked_at or not owner.active:
        raise InvalidToken(
            "token-revoked",
            en=f"The access token {token.name!r} was revoked. Make another one in the settings.",
            zh=f"访问令牌“{token.name}”已被吊销，请在设置中新建。",
        )
    if token.state(at) == "expired":
        raise InvalidToken(
            "token-expired",
            en=f"The access token {token.name!r} ended at {token.expires_at:%Y-%m-%d %H:%M}. Make another one.",
            zh=f"访问令牌“{token.name}”已于 {token.expires_at:%Y-%m-%d %H:%M} 到期，请新建。",
        )
    return replace(owner.person, token=token)


def is_use_noted(token: AccessToken, at: datetime) -> bool:
    """Whether the last use that is kept is near enough to this one."""
    noted = token.last_used_at
    return noted is not None and abs(at - noted) < timedelta(seconds=SECONDS_BETWEEN_NOTES)


def note_use(db: Connection, token: AccessToken, at: datetime) -> None:
    store.change_token(db, token.id, last_used_at=at)


def revoke(db: Connection, token_id: str, by: Person, at: datetime) -> tuple[AccessToken, Person]:
    """End a token: one's own, or any for who may administer accounts. One that is revoked stays as it is."""
    found = store.token(db, token_id)
    if found is None or (found[1].person.id != by.id and not by.may("account.admin")):
        raise NotFound(
            "token-not-found", en=f"You have no access token {token_id!r}.", zh=f"您没有编号为 {token_id} 的访问令牌。"
        )
    token, owner, _ = found
    if token.revoked_at is None:
        store.change_token(db, token_id, revoked_at=at)
        token = replace(token, revoked_at=at)
    return token, owner.person


def _check_permissions(owner: Person, wanted: frozenset[str]) -> None:
    unknown = sorted(wanted - PERMISSIONS)
    if unknown or not wanted:
        named = ", ".join(unknown) or "—"
        raise Invalid(
            "token-permissions-invalid",
            en=f"A token needs permissions that exist; not: {named}. Use some of {', '.join(sorted(owner.permissions))}.",
            zh=f"令牌需要有效的权限，无效：{named}。可用：{'、'.join(sorted(owner.permissions))}。",
        )
    if lacking := sorted(wanted - owner.permissions):
        raise Forbidden(
            "token-permission-missing",
            en=f"Your role {owner.role} lacks {', '.join(lacking)}, so a token cannot have it. Leave it out.",
            zh=f"您的角色 {owner.role} 没有权限 {'、'.join(lacking)}，令牌也不能拥有。请去掉。",
        )
