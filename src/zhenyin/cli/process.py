"""`zhenyin process`: where does the process lose time?"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from pydantic import BaseModel

    from zhenyin.job.workspace import Workspace
    from zhenyin.question.filters import Filter
    from zhenyin.question.period import Period

    Query = tuple[Workspace, Sequence[Filter], Period | None, str]


def register(app: typer.Typer) -> None:
    app.command("process")(process)


def process(
    what: Annotated[
        str, typer.Argument(help="map, handovers, conformance, at-risk, ping-pong or slow-tickets")
    ] = "map",
    where: Annotated[list[str] | None, typer.Option(help="D=V; may be given again")] = None,
    period: Annotated[str, typer.Option(help="2025-Q1, 2025-W09, a..b, last-8-weeks, all")] = "all",
    by: Annotated[str, typer.Option(help="what names a step: auto, activity, step or team")] = "auto",
    standard: Annotated[
        Path | None, typer.Option(help="a file with a standard process to state first", exists=True, dir_okay=False)
    ] = None,
    remaining: Annotated[
        str | None, typer.Option(help="number of an open ticket: how long it still takes, and nothing else")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable, on standard output")] = False,
) -> None:
    """Show what follows what, where tickets wait, who hands them over, which return, and which will be late.

    A standard process is text: one step a line, in order; ? after it: may be left out, +: may be repeated, *: both;
    `|` between steps: in either order. An empty file takes back what was stated.
    """
    from zhenyin.cli import _session
    from zhenyin.cli._process_table import lines, ticket_lines

    workspace = _session.workspace()
    from zhenyin.core import clock
    from zhenyin.question.filters import Filter
    from zhenyin.question.period import Period

    if remaining is not None:
        one = _remaining_time(workspace, remaining)
        print(json.dumps(one, ensure_ascii=False) if as_json else "\n".join(ticket_lines(one, _session.language())))
        return
    if what not in _ANSWERS:
        raise typer.BadParameter(f"{what!r} is not known. Use one of {', '.join(_ANSWERS)}.")
    if standard is not None:
        _set_reference_model(workspace, standard.read_text("utf-8"), by)
    span = Period.read(period, clock.today(workspace.settings.zone))
    view = _ANSWERS[what]((workspace, [Filter.read(text) for text in where or ()], span, by))
    answer = view.model_dump(mode="json")
    print(json.dumps(answer, ensure_ascii=False) if as_json else "\n".join(lines(answer, _session.language())))


def _remaining_time(workspace: "Workspace", ticket_id: str) -> dict[str, Any]:
    from zhenyin.process.presentation.remaining_time import present_remaining_time
    from zhenyin.process.ticket_remaining_time import ticket_remaining_time

    return present_remaining_time(ticket_remaining_time(workspace, ticket_id)).model_dump(mode="json")


def _set_reference_model(workspace: "Workspace", text: str, by: str) -> None:
    from zhenyin.process.reference_model import clear_reference_model, set_reference_model

    if text.strip():
        set_reference_model(workspace, text, by, "cli")
    else:
        clear_reference_model(workspace, by, "cli")


def _map(query: "Query") -> "BaseModel":
    from zhenyin.process.discovery import discover
    from zhenyin.process.presentation.process_map import present_map

    return present_map(discover(*query))


def _handovers(query: "Query") -> "BaseModel":
    from zhenyin.process.handovers import handovers_of
    from zhenyin.process.presentation.teams import present_handovers

    return present_handovers(handovers_of(*query[:3]))


def _conformance(query: "Query") -> "BaseModel":
    from zhenyin.process.conformance import check_conformance
    from zhenyin.process.presentation.conformance import present_conformance

    return present_conformance(check_conformance(*query))


def _at_risk(query: "Query") -> "BaseModel":
    from zhenyin.process.open_ticket_risk import open_ticket_risk
    from zhenyin.process.presentation.remaining_time import present_open_ticket_risk

    return present_open_ticket_risk(open_ticket_risk(*query))


def _ping_pong(query: "Query") -> "BaseModel":
    from zhenyin.process.ping_pong import ping_pong_of
    from zhenyin.process.presentation.teams import present_ping_pong

    return present_ping_pong(ping_pong_of(*query[:3]))


def _slow_tickets(query: "Query") -> "BaseModel":
    from zhenyin.process.presentation.slow_tickets import present_slow_tickets
    from zhenyin.process.slow_tickets import slow_tickets

    return present_slow_tickets(slow_tickets(*query[:3]))


_ANSWERS: "dict[str, Callable[[Query], BaseModel]]" = {
    "map": _map,
    "handovers": _handovers,
    "conformance": _conformance,
    "at-risk": _at_risk,
    "ping-pong": _ping_pong,
    "slow-tickets": _slow_tickets,
}
