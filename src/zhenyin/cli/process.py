"""`zhenyin process`: where does the process lose time?"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from zhenyin.job.workspace import Workspace
    from zhenyin.question.filters import Filter
    from zhenyin.question.period import Period

Told = dict[str, Any]


def register(app: typer.Typer) -> None:
    app.command("process")(process)


def process(
    what: Annotated[str, typer.Argument(help="map, hand-offs, conformance, late, ping-pong or slow")] = "map",
    where: Annotated[list[str] | None, typer.Option(help="D=V; may be given again")] = None,
    period: Annotated[str, typer.Option(help="2025-Q1, 2025-W09, a..b, last-8-weeks, all")] = "all",
    by: Annotated[str, typer.Option(help="what a step is told by: auto, activity, step or team")] = "auto",
    standard: Annotated[
        Path | None, typer.Option(help="a file with a standard process to state first", exists=True, dir_okay=False)
    ] = None,
    remaining: Annotated[
        str | None, typer.Option(help="number of an open ticket: how long it still takes, and nothing else")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable, on standard output")] = False,
) -> None:
    """Tell what follows what, where tickets wait, who hands them to whom, which bounce, and which will be late.

    A standard process is text: one step a line, in order; ? after it: may be left out, +: may come again, *: both;
    `|` between steps: in either order. An empty file takes back what was stated.
    """
    from zhenyin.cli import _session
    from zhenyin.cli._process_table import lines, ticket_lines

    workspace = _session.workspace()
    from zhenyin.core import clock
    from zhenyin.question.filters import Filter
    from zhenyin.question.period import Period

    if remaining is not None:
        from zhenyin.process.ticket_remaining_time import ticket_remaining

        one = ticket_remaining(workspace, remaining).as_dict()
        print(json.dumps(one, ensure_ascii=False) if as_json else "\n".join(ticket_lines(one, _session.language())))
        return
    if what not in _ANSWERS:
        raise typer.BadParameter(f"{what!r} is not known. Use one of {', '.join(_ANSWERS)}.")
    if standard is not None:
        from zhenyin.process.reference_model import state

        state(workspace, standard.read_text("utf-8"), by, "cli")
    span = Period.read(period, clock.today(workspace.settings.zone))
    told = _ANSWERS[what](workspace, [Filter.read(text) for text in where or ()], span, by)
    if as_json:
        print(json.dumps(told, ensure_ascii=False))
    else:
        print("\n".join(lines(told, _session.language())))


def _map(workspace: "Workspace", filters: "Sequence[Filter]", period: "Period | None", by: str) -> Told | None:
    from zhenyin.process.map import discover

    found = discover(workspace, filters, period, by)
    return found.as_dict() if found else None


def _hand_offs(workspace: "Workspace", filters: "Sequence[Filter]", period: "Period | None", _by: str) -> Told | None:
    from zhenyin.process.handovers import handing_on

    found = handing_on(workspace, filters, period)
    return found.as_dict() if found else None


def _conformance(workspace: "Workspace", filters: "Sequence[Filter]", period: "Period | None", by: str) -> Told | None:
    from zhenyin.process.conformance import conforming

    found = conforming(workspace, filters, period, by)
    return found.as_dict() if found else None


def _late(workspace: "Workspace", filters: "Sequence[Filter]", period: "Period | None", by: str) -> Told | None:
    from zhenyin.process.remaining_time import remaining

    found = remaining(workspace, filters, period, by)
    return found.as_dict() if found else None


def _ping_pong(workspace: "Workspace", filters: "Sequence[Filter]", period: "Period | None", _by: str) -> Told | None:
    from zhenyin.process.ping_pong import bouncing

    found = bouncing(workspace, filters, period)
    return found.as_dict() if found else None


def _slow(workspace: "Workspace", filters: "Sequence[Filter]", period: "Period | None", _by: str) -> Told | None:
    from zhenyin.process.slow_tickets import slow_tickets

    found = slow_tickets(workspace, filters, period)
    return found.as_dict() if found else None


_ANSWERS: dict[str, "Callable[[Workspace, Sequence[Filter], Period | None, str], Told | None]"] = {
    "map": _map,
    "hand-offs": _hand_offs,
    "conformance": _conformance,
    "late": _late,
    "ping-pong": _ping_pong,
    "slow": _slow,
}
