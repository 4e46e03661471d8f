"""Persons, what their roles allow, and the access tokens that they give to their scripts."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from zhenyin.core.words import Language, Words

Role = Literal["admin", "analyst", "supervisor", "agent", "viewer"]

DOMAINS = ("question", "intake", "ticket", "signal", "problem", "knowledge", "report", "settings", "account")
_READS = frozenset(f"{domain}.read" for domain in DOMAINS)
_ANALYST = _READS | {f"{domain}.write" for domain in ("intake", "ticket", "signal", "problem", "knowledge", "report")}

PERMISSIONS: frozenset[str] = frozenset(f"{domain}.{verb}" for domain in DOMAINS for verb in ("read", "write", "admin"))

ROLES: dict[Role, frozenset[str]] = {
    "admin": PERMISSIONS,
    "analyst": _ANALYST,
    "supervisor": _ANALYST - {"intake.write"},
    "agent": frozenset(
        {f"{domain}.read" for domain in ("question", "ticket", "problem", "signal", "knowledge", "report", "account")}
        | {"ticket.write"}
    ),
    "viewer": _READS,
}

ROLE_WORDS: dict[Role, Words] = {
    "admin": Words("管理员", "Administrator"),
    "analyst": Words("分析员", "Analyst"),
    "supervisor": Words("主管", "Supervisor"),
    "agent": Words("客服", "Agent"),
    "viewer": Words("只读", "Viewer"),
}


TokenState = Literal["active", "expired", "revoked"]


@dataclass(frozen=True, slots=True)
class AccessToken:
    """A personal access token as it is kept; its secret is not. `permissions`: the most that it may do."""

    id: str
    name: str
    permissions: frozenset[str]
    made_at: datetime
    expires_at: datetime
    last_used_at: datetime | None = None
    revoked_at: datetime | None = None

    def state(self, at: datetime) -> TokenState:
        if self.revoked_at:
            return "revoked"
        return "active" if at < self.expires_at else "expired"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is known to the server: logged in, or by the access token that a request carries (`token`)."""

    id: str
    login: str
    name: str
    role: Role
    language: Language
    token: AccessToken | None = None

    @property
    def permissions(self) -> frozenset[str]:
        """What the role allows now; with an access token, only what the token allows as well."""
        role_permissions = ROLES[self.role]
        return role_permissions & self.token.permissions if self.token else role_permissions

    def may(self, permission: str) -> bool:
        return permission in self.permissions


LOCAL_LOGIN = "command-line"


def local_operator(language: Language) -> Person:
    """Whoever runs a command in the data folder: the person may read and write its files, and so may everything."""
    return Person("local", LOCAL_LOGIN, Words("命令行", "Command line").into(language), "admin", language)


@dataclass(frozen=True, slots=True)
class User:
    """An account as it is kept. The password is an argon2id hash."""

    person: Person
    password: str
    active: bool
    made_at: datetime
    last_login_at: datetime | None


@dataclass(frozen=True, slots=True)
class AuditLine:
    """A request that may have changed something. `token`: the access token that was used, made or revoked."""

    id: int
    at: datetime
    login: str | None
    what: str
    status: int
    address: str
    token: str | None
