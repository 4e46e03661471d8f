"""What every api.py asks for: the workspace, and a person who may do this."""

import hmac
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Request

from zhenyin.account import service, session, tokens
from zhenyin.account.models import PERMISSIONS, Person, local_operator
from zhenyin.core import clock
from zhenyin.core.errors import Forbidden, Unauthenticated
from zhenyin.job.workspace import Workspace

COOKIE = "zhenyin_session"
CSRF_HEADER = "X-CSRF-Token"
LOCAL = "zhenyin.local_operator"
"""The key of the ASGI scope that `web/local.py` sets on requests of the person who has the data folder."""
_HARMLESS = frozenset({"GET", "HEAD", "OPTIONS"})

__all__ = ["CurrentWorkspace", "Needs", "Person", "Visitor", "Workspace", "needs", "visitor", "workspace"]


def workspace(request: Request) -> Workspace:
    """The workspace that this server has open."""
    open_workspace: Workspace = request.app.state.workspace
    return open_workspace


CurrentWorkspace = Annotated[Workspace, Depends(workspace)]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who a request comes from. csrf: the CSRF token of the session; None where an access token was shown instead.

    The local operator sends no cookie that another page could ride on: there it is empty.
    """

    person: Person
    csrf: str | None


def visitor(request: Request) -> Visitor | None:
    """Who shows an access token, or else is logged in; None when nobody. Raises InvalidToken for one that is not good."""
    open_workspace = workspace(request)
    if request.scope.get(LOCAL):
        return Visitor(local_operator(open_workspace.settings.language), "")
    at = clock.now(open_workspace.settings.zone)
    scheme, _, shown = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        # A session beside it does not count: what a script may do hangs on its token alone.
        return Visitor(_token_owner(open_workspace, shown.strip(), at), None)
    with open_workspace.store.read() as db:
        found = session.find(db, request.cookies.get(COOKIE, ""), at)
    return Visitor(*found) if found else None


class Needs:
    """A dependency: lets a request through when it comes from somebody who has the permission.

    A request of a session that changes something must carry its CSRF token as well; no other site can make a browser
    send an access token, so that needs none. in_person: access tokens are refused.
    """

    def __init__(self, permission: str, *, in_person: bool = False) -> None:
        if permission not in PERMISSIONS:
            raise ValueError(f"There is no permission {permission!r}.")
        self.permission, self.in_person = permission, in_person

    def __call__(self, request: Request) -> Person:
        found = visitor(request)
        if found is None:
            raise Unauthenticated("login-needed", en="Log in first.", zh="请先登录。")
        person = request.state.person = found.person
        if found.csrf is not None:
            _check_csrf(request, found.csrf)
        elif self.in_person:
            raise Forbidden(
                "login-only",
                en="An access token cannot do this. Log in, and do it yourself.",
                zh="访问令牌不能执行此操作。请登录后自行操作。",
            )
        service.require(person, self.permission)
        return person


def needs(permission: str, *, in_person: bool = False) -> Needs:
    """What a route asks for: `person: Annotated[Person, Depends(needs("problem.write"))]`.

    Where the person does not matter: `@router.get(..., dependencies=[Depends(needs("problem.read"))])`.
    """
    return Needs(permission, in_person=in_person)


def _token_owner(open_workspace: Workspace, shown: str, at: datetime) -> Person:
    with open_workspace.store.read() as db:
        person = tokens.authenticate(db, shown, at)
    assert person.token is not None
    if not tokens.is_use_noted(person.token, at):
        with open_workspace.store.begin() as db:
            tokens.note_use(db, person.token, at)
    return person


def _check_csrf(request: Request, csrf: str) -> None:
    given = request.headers.get(CSRF_HEADER, "")
    if request.method not in _HARMLESS and not hmac.compare_digest(given.encode(), csrf.encode()):
        raise Forbidden("csrf", en="The page is out of date. Load it again.", zh="页面已过期，请刷新后重试。")
