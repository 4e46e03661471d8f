"""Sessions, the first administrator, users, access tokens and the audit over HTTP."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request, Response
from pydantic import Field

from zhenyin.account import attempts, passwords, service, session, store, tokens
from zhenyin.account.access import COOKIE, CurrentWorkspace, Person, Workspace, needs, visitor
from zhenyin.account.models import ROLE_WORDS, Role, User
from zhenyin.account.paging import Paged
from zhenyin.account.presentation import (
    AccessTokenResponse,
    AuditLineResponse,
    NamedPerson,
    NewAccessToken,
    PersonResponse,
    RoleResponse,
    SessionResponse,
    UserResponse,
)
from zhenyin.core import clock, schema
from zhenyin.core.schema import Page

router = APIRouter(tags=["account"])

Reader = Annotated[Person, Depends(needs("account.read"))]
Self = Annotated[Person, Depends(needs("account.read", in_person=True))]
Reading, Administering = Depends(needs("account.read")), Depends(needs("account.admin"))
# Users are managed by persons: a token that leaks makes no administrator.
Managing = Depends(needs("account.admin", in_person=True))


class Login(schema.Request):
    login: str = Field(max_length=200)
    password: str = Field(max_length=passwords.LONGEST)


class FirstAdmin(Login):
    token: str
    name: str = ""
    language: Literal["zh", "en"] = "zh"


class NewUser(Login):
    name: str = ""
    role: Role
    language: Literal["zh", "en"] = "zh"


class UserChange(schema.Request):
    name: str | None = None
    role: Role | None = None
    language: Literal["zh", "en"] | None = None
    active: bool | None = None
    password: str | None = None


class MyChange(schema.Request):
    name: str | None = None
    language: Literal["zh", "en"] | None = None
    old_password: str | None = None
    password: str | None = None


class TokenRequest(schema.Request):
    """permissions: some of one's own; days: how long the token lasts."""

    name: str = Field(min_length=1, max_length=tokens.LONGEST_NAME)
    permissions: list[str] = Field(min_length=1)
    days: int = Field(default=tokens.DAYS, ge=1, le=tokens.MOST_DAYS)


@router.get("/session")
def get_session(request: Request, workspace: CurrentWorkspace) -> SessionResponse:
    """Who is logged in (`user` is null when nobody is), and whether the first administrator is still to be made."""
    found = visitor(request)
    with workspace.store.read() as db:
        first_run = not store.count_users(db)
    return SessionResponse.of(found.person if found else None, found.csrf if found else None, first_run=first_run)


@router.post("/session", status_code=201)
def log_in(body: Login, request: Request, response: Response, workspace: CurrentWorkspace) -> SessionResponse:
    user = _authenticate(workspace, request, body.login, body.password)
    return _welcome(request, response, workspace, user)


@router.delete("/session", status_code=204)
def log_out(request: Request, response: Response, workspace: CurrentWorkspace) -> None:
    if found := visitor(request):
        request.state.person = found.person
    with workspace.store.begin() as db:
        session.end(db, request.cookies.get(COOKIE, ""))
    response.delete_cookie(COOKIE, path="/")


@router.post("/first-admin", status_code=201)
def make_first_admin(
    body: FirstAdmin, request: Request, response: Response, workspace: CurrentWorkspace
) -> SessionResponse:
    """Exchange the printed one-time link for an administrator's account, and log in."""
    at = clock.now(workspace.settings.zone)
    with workspace.store.read() as db:
        service.require_link(db, body.token, at)
    password = passwords.hashed(body.password, body.login)
    with workspace.store.begin() as db:
        user = service.create_first_admin(db, body.token, body.login, body.name, password, at, body.language)
    return _welcome(request, response, workspace, user)


@router.get("/people", dependencies=[Reading])
def list_people(workspace: CurrentWorkspace) -> list[NamedPerson]:
    """The names that a problem or an action can be given to."""
    with workspace.store.read() as db:
        return [NamedPerson.model_validate(user.person) for user in store.users(db) if user.active]


@router.get("/roles", dependencies=[Reading])
def list_roles() -> list[RoleResponse]:
    return [RoleResponse(key=key, title=words) for key, words in ROLE_WORDS.items()]


@router.get("/users", dependencies=[Administering])
def list_users(workspace: CurrentWorkspace) -> list[UserResponse]:
    with workspace.store.read() as db:
        return [UserResponse.of(user) for user in store.users(db)]


@router.post("/users", dependencies=[Managing], status_code=201)
def create_user(body: NewUser, workspace: CurrentWorkspace) -> UserResponse:
    at, password = clock.now(workspace.settings.zone), passwords.hashed(body.password, body.login.strip().lower())
    with workspace.store.begin() as db:
        return UserResponse.of(service.create_user(db, body.login, body.name, body.role, password, at, body.language))


@router.patch("/users/{user_id}", dependencies=[Managing])
def change_user(user_id: str, body: UserChange, workspace: CurrentWorkspace) -> UserResponse:
    at, changes = clock.now(workspace.settings.zone), body.model_dump()
    if body.password is not None:
        with workspace.store.read() as db:
            login = service.get_user(db, user_id).person.login
        changes["password"] = passwords.hashed(body.password, login)
    with workspace.store.begin() as db:
        return UserResponse.of(service.change_user(db, user_id, at, **changes))


@router.patch("/me")
def change_me(body: MyChange, request: Request, workspace: CurrentWorkspace, person: Self) -> PersonResponse:
    """Own name and language; a new password needs the old one."""
    at = clock.now(workspace.settings.zone)
    password = None
    if body.password is not None:
        _authenticate(workspace, request, person.login, body.old_password or "")
        password = passwords.hashed(body.password, person.login)
    with workspace.store.begin() as db:
        if password is not None:
            service.change_own_password(db, person, password, request.cookies.get(COOKIE, ""))
        changed = service.change_user(db, person.id, at, name=body.name, language=body.language)
    return PersonResponse.model_validate(changed.person)


@router.get("/tokens")
def list_tokens(
    workspace: CurrentWorkspace, person: Reader, page: Paged, everyone: bool = False
) -> Page[AccessTokenResponse]:
    """One's own access tokens, the newest first. everyone: those of all users, for who administers accounts."""
    if everyone:
        service.require(person, "account.admin")
    at = clock.now(workspace.settings.zone)
    with workspace.store.read() as db:
        found, total = store.tokens(db, None if everyone else person.id, page.limit, page.offset)
    return Page[AccessTokenResponse].of(
        [AccessTokenResponse.of(token, owner, at) for token, owner in found], total, page.offset
    )


@router.post("/tokens", status_code=201)
def create_token(body: TokenRequest, request: Request, workspace: CurrentWorkspace, person: Self) -> NewAccessToken:
    """Make an access token. The answer holds its secret, which is never shown again."""
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        token, secret = tokens.create(db, person, body.name, body.permissions, body.days, at)
    request.state.token = token.id
    return NewAccessToken(token=AccessTokenResponse.of(token, person, at), secret=secret)


@router.delete("/tokens/{token_id}")
def revoke_token(token_id: str, request: Request, workspace: CurrentWorkspace, person: Self) -> AccessTokenResponse:
    """End an access token: one's own, or anybody's for who administers accounts."""
    at = clock.now(workspace.settings.zone)
    with workspace.store.begin() as db:
        token, owner = tokens.revoke(db, token_id, person, at)
    request.state.token = token.id
    return AccessTokenResponse.of(token, owner, at)


@router.get("/audit", dependencies=[Administering])
def list_audit(workspace: CurrentWorkspace, page: Paged) -> Page[AuditLineResponse]:
    """Who changed what, and when; newest first."""
    with workspace.store.read() as db:
        lines, total = store.audit(db, page.limit, page.offset)
    return Page[AuditLineResponse].of([AuditLineResponse.model_validate(line) for line in lines], total, page.offset)


def _authenticate(workspace: Workspace, request: Request, login: str, password: str) -> User:
    """Who has this password. The attempt is counted before it is checked, and nothing is locked meanwhile.

    Raises RateLimited, Unauthenticated.
    """
    login, address = login.strip().lower(), request.client.host if request.client else ""
    with workspace.store.begin() as db:
        number = attempts.begin(db, login, address, clock.now(workspace.settings.zone))
    with workspace.store.read() as db:
        user = session.authenticate(db, login, password)
    with workspace.store.begin() as db:
        attempts.succeeded(db, number, login, address)
    return user


def _welcome(request: Request, response: Response, workspace: Workspace, user: User) -> SessionResponse:
    with workspace.store.begin() as db:
        token, csrf = session.begin(db, user.person.id, clock.now(workspace.settings.zone))
    seconds = int(session.SESSION_LASTS.total_seconds())
    secure = workspace.settings.secure_cookie
    response.set_cookie(COOKIE, token, max_age=seconds, path="/", httponly=True, samesite="lax", secure=secure)
    request.state.person = user.person
    return SessionResponse.of(user.person, csrf)
