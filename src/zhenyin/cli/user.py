"""`zhenyin user`: accounts from the command line, for the first one and for whoever is locked out."""

from typing import Annotated

import typer

app = typer.Typer(help="Accounts: add, list, change the password, shut out.", no_args_is_help=True)

_Password = Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True, show_default=False)]


@app.command("add")
def add(
    login: str,
    password: _Password,
    role: Annotated[str, typer.Option(help="admin, analyst, supervisor, agent or viewer")] = "viewer",
    name: Annotated[str, typer.Option(help="the name that others see")] = "",
) -> None:
    """Make an account; the password is asked for."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.account import service
    from zhenyin.core import clock

    with workspace.store.begin() as db:
        at = clock.now(workspace.settings.zone)
        user = service.create_user(db, login, name, service.check_role(role), password, at, workspace.settings.language)
    print(f"{user.person.login}\t{user.person.role}")


@app.command("list")
def list_users() -> None:
    """All accounts: login, role, name, and whether it is shut out."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.account import store

    with workspace.store.read() as db:
        for user in store.users(db):
            person = user.person
            print(f"{person.login}\t{person.role}\t{person.name}\t{'active' if user.active else 'shut out'}")


@app.command("password")
def change_password(login: str, password: _Password) -> None:
    """Set a new password; the account's sessions end."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.account import service
    from zhenyin.core import clock

    with workspace.store.begin() as db:
        at = clock.now(workspace.settings.zone)
        service.change_user(db, service.user_by_login(db, login).person.id, at, password=password, active=True)
    print(login)


@app.command("shut-out")
def shut_out(login: str) -> None:
    """Let an account log in no more; what it did stays."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.account import service
    from zhenyin.core import clock

    with workspace.store.begin() as db:
        at = clock.now(workspace.settings.zone)
        service.change_user(db, service.user_by_login(db, login).person.id, at, active=False)
    print(login)
