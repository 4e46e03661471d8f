"""`zhenyin doctor`: is the installation sound, and what is to be done?"""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from zhenyin.job.doctor import Check

_MARKS = {"fine": "✓", "advice": "!", "wrong": "✗"}


def register(app: typer.Typer) -> None:
    app.command("doctor")(doctor)


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable, on standard output")] = False,
) -> None:
    """Check the installation; exit code 1 when something is wrong."""
    checks = _checks()
    if as_json:
        import json

        print(json.dumps([check.as_dict() for check in checks], ensure_ascii=False))
    else:
        _print(checks)
    if any(check.state == "wrong" for check in checks):
        raise typer.Exit(1)


def _checks() -> "list[Check]":
    from zhenyin.cli import _session
    from zhenyin.client.lock import owner, take
    from zhenyin.job.doctor import examine

    settings = _session.settings()
    writable = settings.data_dir.is_dir()
    lock = take(settings.data_dir) if writable else None
    if lock:
        lock.release()
    elif writable and (owner(settings.data_dir) or {}).get("kind") != "server":
        return examine(settings, None, serving=False)
    # Nobody has the workspace: it is opened here. A server has it: the command moves there, and the port is its own.
    workspace = _session.workspace() if writable else None
    return examine(settings, workspace, serving=_session.is_given())


def _print(checks: "list[Check]") -> None:
    from zhenyin.cli import _session

    language = _session.language()
    for check in checks:
        print(f"{_MARKS[check.state]} {check.title.into(language)}: {check.found}")
        if check.todo:
            print(f"  → {check.todo.into(language)}")
