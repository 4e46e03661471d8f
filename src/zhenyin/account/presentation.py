"""Persons, users, access tokens and the audit as the API shows them."""

from collections.abc import Collection
from datetime import datetime
from typing import Annotated

from pydantic import BeforeValidator

from zhenyin.account.models import AccessToken, Person, Role, TokenState, User
from zhenyin.account.tokens import PREFIX
from zhenyin.core.schema import Model
from zhenyin.core.words import Language, Words


def _sorted(permissions: Collection[str]) -> list[str]:
    return sorted(permissions)


Permissions = Annotated[list[str], BeforeValidator(_sorted)]


class NamedPerson(Model):
    """Somebody that a problem or an action can be given to."""

    id: str
    login: str
    name: str
    role: Role


class PersonResponse(NamedPerson):
    """Somebody with what they may do."""

    language: Language
    permissions: Permissions


class UserResponse(PersonResponse):
    """An account."""

    active: bool
    made_at: datetime
    last_login_at: datetime | None

    @classmethod
    def of(cls, user: User) -> "UserResponse":
        person = PersonResponse.model_validate(user.person).model_dump()
        return cls(**person, active=user.active, made_at=user.made_at, last_login_at=user.last_login_at)


class SessionResponse(Model):
    """Who is logged in. csrf: what requests that change something carry; first_run: there is no account yet."""

    user: PersonResponse | None
    csrf: str | None
    first_run: bool

    @classmethod
    def of(cls, person: Person | None, csrf: str | None, *, first_run: bool = False) -> "SessionResponse":
        return cls(user=PersonResponse.model_validate(person) if person else None, csrf=csrf, first_run=first_run)


class RoleResponse(Model):
    """A role and its name."""

    key: Role
    title: Words


class AuditLineResponse(Model):
    """A request that may have changed something. token: the access token that was used, made or revoked."""

    id: int
    at: datetime
    login: str | None
    what: str
    status: int
    address: str
    token: str | None


class AccessTokenResponse(Model):
    """An access token without its secret.

    shown: how it begins; permissions: the most that it may do; effective: what it may do now, as its owner's role allows.
    """

    id: str
    shown: str
    name: str
    owner: NamedPerson
    permissions: Permissions
    effective: Permissions
    state: TokenState
    made_at: datetime
    expires_at: datetime
    last_used_at: datetime | None
    revoked_at: datetime | None

    @classmethod
    def of(cls, token: AccessToken, owner: Person, at: datetime) -> "AccessTokenResponse":
        return cls(
            id=token.id,
            shown=f"{PREFIX}_{token.id}_…",
            name=token.name,
            owner=NamedPerson.model_validate(owner),
            permissions=_sorted(token.permissions),
            effective=_sorted(token.permissions & owner.permissions),
            state=token.state(at),
            made_at=token.made_at,
            expires_at=token.expires_at,
            last_used_at=token.last_used_at,
            revoked_at=token.revoked_at,
        )


class NewAccessToken(Model):
    """An access token that was just made, with its secret: `Authorization: Bearer <secret>`. It is never shown again."""

    token: AccessTokenResponse
    secret: str
