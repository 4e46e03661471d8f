"""Persons, and what their roles allow."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

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


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is logged in."""

    id: str
    login: str
    name: str
    role: Role
    language: Language

    def may(self, permission: str) -> bool:
        return permission in ROLES[self.role]

    def as_dict(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "login": self.login,
            "name": self.name,
            "role": self.role,
            "language": self.language,
            "permissions": sorted(ROLES[self.role]),
        }


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

    def as_dict(self) -> dict[str, Any]:
        seen = self.last_login_at
        kept = {"active": self.active, "made_at": self.made_at.isoformat(), "last_login_at": seen and seen.isoformat()}
        return {**self.person.as_dict(), **kept}
