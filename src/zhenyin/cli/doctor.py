"""`zhenyin doctor`: is the installation sound, and what is to be done?"""

import json
from typing import Any

import typer

from zhenyin.cli import _session
from zhenyin.cli._options import Json

_MARKS = {"fine": "✓", "advice": "!", "wrong": "✗"}


def register(app: typer.Typer) -> None:
    app.command("doctor")(doctor)


def doctor(as_json: Json = False) -> None:
    """Check the installation; exit code 1 when something is wrong."""
    checks = _checks()
    print(json.dumps(checks, ensure_ascii=False)) if as_json else _print(checks)
    if any(check["state"] == "wrong" for check in checks):
        raise typer.Exit(1)


def _checks() -> list[dict[str, Any]]:
    """Of the server that has the folder; where nobody has it, or a command is at work, what can be seen from here."""
    from zhenyin.client.lock import owner, take

    settings = _session.settings()
    if settings.data_dir.is_dir() and (owner(settings.data_dir) or {}).get("kind") == "server":
        return list(_session.fetch("/doctor"))
    from zhenyin.core.errors import Refusal
    from zhenyin.core.words import Words
    from zhenyin.intake import integrity
    from zhenyin.job import doctor
    from zhenyin.job.presentation import CheckResponse
    from zhenyin.job.workspace import opened

    lock = take(settings.data_dir) if settings.data_dir.is_dir() else None
    if lock is None:
        checks = doctor.examine(settings, None, serving=False)
    else:
        try:
            with opened(settings) as workspace:
                checks = [*doctor.examine(settings, workspace, serving=False), *integrity.examine(workspace)]
        except Refusal as refusal:
            # What cannot be opened is named as well, among all that can be seen without it.
            title = Words("数据目录可打开", "Data folder opens")
            unopened = doctor.Check("workspace", title, "wrong", refusal.code, refusal.words)
            checks = [*doctor.examine(settings, None, serving=False), unopened]
        finally:
            lock.release()
    return [CheckResponse.model_validate(check).model_dump(mode="json") for check in checks]


def _print(checks: list[dict[str, Any]]) -> None:
    for check in checks:
        print(f"{_MARKS[check['state']]} {_session.text(check['title'])}: {check['found']}")
        if check["todo"]:
            print(f"  → {_session.text(check['todo'])}")
