"""What every api.py asks for: the workspace, and a person who may do this."""

import hmac
from typing import Annotated

from fastapi import Depends, Request

from zhenyin.account import session
from zhenyin.account.models import PERMISSIONS, Person, local_operator
from zhenyin.core import clock
from zhenyin.core.errors import Forbidden, Unauthenticated
from zhenyin.job.workspace import Workspace

COOKIE = "zhenyin_session"
CSRF_HEADER = "X-CSRF-Token"
LOCAL = "zhenyin.local_operator"
"""The key of the ASGI scope that `web/local.py` sets on requests of the person who has the data folder."""
_HARMLESS = frozenset({"GET", "HEAD", "OPTIONS"})

__all__ = ["CurrentWorkspace", "Needs", "Person", "Workspace", "needs", "visitor", "workspace"]


def workspace(request: Request) -> Workspace:
    """The workspace that this server has open."""
    open_workspace: Workspace = request.app.state.workspace
    return open_workspace


CurrentWorkspace = Annotated[Workspace, Depends(workspace)]


def visitor(request: Request) -> tuple[Person, str] | None:
    """Who is logged in, with the CSRF token of the session; None when nobody is.

    The local operator sends no cookie that another page could ride on: there the token is empty.
    """
    open_workspace = workspace(request)
    if request.scope.get(LOCAL):
        return local_operator(open_workspace.settings.language), ""
    with open_workspace.store.read() as db:
        return session.find(db, request.cookies.get(COOKIE, ""), clock.now(open_workspace.settings.zone))


class Needs:
    """A dependency: lets a request through when somebody is logged in who has the permission.

    A request that changes something must carry the session's CSRF token as well.
    """

    def __init__(self, permission: str) -> None:
        if permission not in PERMISSIONS:
            raise ValueError(f"There is no permission {permission!r}.")
        self.permission = permission

    def __call__(self, request: Request) -> Person:
        found = visitor(request)
        if found is None:
            raise Unauthenticated("login-needed", en="Log in first.", zh="请先登录。")
        person, csrf = found
        request.state.person = person
        given = request.headers.get(CSRF_HEADER, "")
        if request.method not in _HARMLESS and not hmac.compare_digest(given.encode(), csrf.encode()):
            raise Forbidden("csrf", en="The page is out of date. Load it again.", zh="页面已过期，请刷新后重试。")
        if not person.may(self.permission):
            raise Forbidden(
                "permission-missing",
                en=f"The role {person.role} lacks the permission {self.permission}. Ask an administrator.",
                zh=f"角色 {person.role} 没有权限 {self.permission}。请联系管理员。",
            )
        return person


def needs(permission: str) -> Needs:
    """What a route asks for: `person: Annotated[Person, Depends(needs("problem.write"))]`.

    Where the person does not matter: `@router.get(..., dependencies=[Depends(needs("problem.read"))])`.
    """
    return Needs(permission)
