"""Sessions, the first administrator, users and the audit over HTTP."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel

from zhenyin.account import service, session, store
from zhenyin.account.access import COOKIE, CurrentWorkspace, Person, Workspace, needs, visitor
from zhenyin.account.attempts import Attempts
from zhenyin.account.models import ROLE_WORDS, Role, User
from zhenyin.core import clock
from zhenyin.core.errors import Unauthenticated

router = APIRouter(tags=["account"])


class Login(BaseModel):
    login: str
    password: str


class FirstAdmin(Login):
    token: str
    name: str = ""
    language: Literal["zh", "en"] = "zh"


class NewUser(Login):
    name: str = ""
    role: Role
    language: Literal["zh", "en"] = "zh"


class UserChange(BaseModel):
    name: str | None = None
    role: Role | None = None
    language: Literal["zh", "en"] | None = None
    active: bool | None = None
    password: str | None = None


class MyChange(BaseModel):
    name: str | None = None
    language: Literal["zh", "en"] | None = None
    old_password: str | None = None
    password: str | None = None


@router.get("/session")
def get_session(request: Request, workspace: CurrentWorkspace) -> dict[str, Any]:
    """Who is logged in (`user` is null when nobody is), and whether the first administrator is still to be made."""
    found = visitor(request)
    with workspace.store.read() as db:
        first_run = not store.count_users(db)
    user, csrf = (found[0].as_dict(), found[1]) if found else (None, None)
    return {"user": user, "csrf": csrf, "first_run": first_run}


@router.post("/session", status_code=201)
def log_in(body: Login, request: Request, response: Response, workspace: CurrentWorkspace) -> dict[str, Any]:
    attempts: Attempts = request.app.state.attempts
    login, address = body.login.strip().lower(), request.client.host if request.client else ""
    attempts.check(login, address)
    try:
        with workspace.store.begin() as db:
            user = session.authenticate(db, login, body.password)
    except Unauthenticated:
        attempts.failed(login, address)
        raise
    attempts.succeeded(login, address)
    return _welcome(request, response, workspace, user)


@router.delete("/session", status_code=204)
def log_out(request: Request, response: Response, workspace: CurrentWorkspace) -> None:
    if found := visitor(request):
        request.state.person = found[0]
    with workspace.store.begin() as db:
        session.end(db, request.cookies.get(COOKIE, ""))
    response.delete_cookie(COOKIE, path="/")


@router.post("/first-admin", status_code=201)
def make_first_admin(
    body: FirstAdmin, request: Request, response: Response, workspace: CurrentWorkspace
) -> dict[str, Any]:
    """Exchange the printed one-time link for an administrator's account, and log in."""
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        user = service.create_first_admin(db, body.token, body.login, body.name, body.password, at, body.language)
    return _welcome(request, response, workspace, user)


@router.get("/people", dependencies=[Depends(needs("account.read"))])
def list_people(workspace: CurrentWorkspace) -> list[dict[str, str]]:
    """The names that a problem or an action can be given to."""
    with workspace.store.read() as db:
        active = [user.person for user in store.users(db) if user.active]
    return [{"id": one.id, "login": one.login, "name": one.name, "role": one.role} for one in active]


@router.get("/roles", dependencies=[Depends(needs("account.read"))])
def list_roles() -> list[dict[str, Any]]:
    return [{"key": key, "title": words.as_dict()} for key, words in ROLE_WORDS.items()]


@router.get("/users", dependencies=[Depends(needs("account.admin"))])
def list_users(workspace: CurrentWorkspace) -> list[dict[str, Any]]:
    with workspace.store.read() as db:
        return [user.as_dict() for user in store.users(db)]


@router.post("/users", dependencies=[Depends(needs("account.admin"))], status_code=201)
def create_user(body: NewUser, workspace: CurrentWorkspace) -> dict[str, Any]:
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        user = service.create_user(db, body.login, body.name, body.role, body.password, at, body.language)
    return user.as_dict()


@router.patch("/users/{user_id}", dependencies=[Depends(needs("account.admin"))])
def change_user(user_id: str, body: UserChange, workspace: CurrentWorkspace) -> dict[str, Any]:
    with workspace.store.begin() as db:
        return service.change_user(db, user_id, **body.model_dump()).as_dict()


@router.patch("/me")
def change_me(
    body: MyChange,
    request: Request,
    workspace: CurrentWorkspace,
    person: Annotated[Person, Depends(needs("account.read"))],
) -> dict[str, Any]:
    """Own name and language; a new password needs the old one."""
    with workspace.store.begin() as db:
        if body.password is not None:
            token = request.cookies.get(COOKIE, "")
            service.change_own_password(db, person, body.old_password or "", body.password, token)
        return service.change_user(db, person.id, name=body.name, language=body.language).person.as_dict()


@router.get("/audit", dependencies=[Depends(needs("account.admin"))])
def list_audit(workspace: CurrentWorkspace, limit: int = 100, before: int | None = None) -> list[dict[str, Any]]:
    """Who changed what, and when; newest first."""
    with workspace.store.read() as db:
        return store.audit(db, min(limit, 1000), before)


def _welcome(request: Request, response: Response, workspace: Workspace, user: User) -> dict[str, Any]:
    with workspace.store.begin() as db:
        token, csrf = session.begin(db, user.person.id, clock.now(workspace.settings.zone))
    seconds = int(session.SESSION_LASTS.total_seconds())
    secure = workspace.settings.secure_cookie
    response.set_cookie(COOKIE, token, max_age=seconds, path="/", httponly=True, samesite="lax", secure=secure)
    request.state.person = user.person
    return {"user": user.person.as_dict(), "csrf": csrf, "first_run": False}
