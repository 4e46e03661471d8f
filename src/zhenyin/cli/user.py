"""`zhenyin user`: accounts from the command line, for the first one and for whoever is locked out."""

from typing import Annotated, Any

import typer

from zhenyin.cli import _session
from zhenyin.core.errors import unknown
from zhenyin.core.words import Words

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
    body = {"login": login, "name": name, "role": role, "password": password, "language": _session.language()}
    user = _session.fetch("/users", method="POST", body=body)
    print(f"{user['login']}\t{user['role']}")


@app.command("list")
def list_users() -> None:
    """All accounts: login, role, name, and whether it is shut out."""
    for user in _session.fetch("/users"):
        print(f"{user['login']}\t{user['role']}\t{user['name']}\t{'active' if user['active'] else 'shut out'}")


@app.command("password")
def change_password(login: str, password: _Password) -> None:
    """Set a new password; the account's sessions end."""
    _change(login, password=password, active=True)


@app.command("shut-out")
def shut_out(login: str) -> None:
    """Let an account log in no more; what it did stays."""
    _change(login, active=False)


def _change(login: str, **changes: Any) -> None:
    users = {user["login"]: user["id"] for user in _session.fetch("/users")}
    wanted = login.strip().lower()
    if wanted not in users:
        raise unknown(Words("用户", "user"), login, users, "user-unknown")
    _session.fetch(f"/users/{users[wanted]}", method="PATCH", body=changes)
    print(login)
