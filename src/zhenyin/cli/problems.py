"""`zhenyin problems`, `zhenyin actions`, `zhenyin verify`: what is being solved, and whether it worked."""

from typing import Annotated, Any

import typer

from zhenyin.cli import _session
from zhenyin.cli._options import Json


def register(app: typer.Typer) -> None:
    app.command("problems")(problems)
    app.command("actions")(actions)
    app.command("verify")(verify)


def problems(
    stage: Annotated[str, typer.Option(help="one stage, or all", show_default=True)] = "all", as_json: Json = False
) -> None:
    """List problems, the newest first."""
    query = {"stage": None if stage == "all" else stage}
    for one in _session.items("/problems", query, as_json=as_json):
        stage_title = _session.text(one["stage_title"])
        print(f"{one['id']}\t{stage_title}\t{one['owner'] or '—'}\t{one['tickets']}\t{one['title']}")


def actions(as_json: Json = False) -> None:
    """List actions with their verdicts, in the order in which they started."""
    for one in _session.items("/actions", as_json=as_json):
        verdict = one["verdict"]
        outcome = _session.text(verdict["title"]) if verdict else one["judge_on"]
        print(f"{one['id']}\t{one['state']}\t{one['start']}\t{outcome}\t{one['title']}")


def verify(
    as_of: Annotated[str, typer.Option(help="judge as on this day, YYYY-MM-DD", show_default=False)] = "",
    as_json: Json = False,
) -> None:
    """Judge the actions whose day has come, and reopen what did not hold."""
    found = _session.run_job("/verdicts", {"as_of": as_of or None}, as_json=as_json)
    for action_id in found["judged"]:
        _print_verdict(_session.fetch(f"/actions/{action_id}"))
    for problem_id in found["reopened"]:
        print(f"{problem_id}\treopened")


def _print_verdict(action: dict[str, Any]) -> None:
    verdict = action["verdict"]
    print(f"{action['title']}\t{_session.text(verdict['sentence'])}\t{_session.text(verdict['naive_sentence'])}")
