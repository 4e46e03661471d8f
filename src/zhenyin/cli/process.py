"""`zhenyin process`: where does the process lose time?"""

from pathlib import Path
from typing import Annotated

import typer

from zhenyin.cli import _session
from zhenyin.cli._options import Json, Period, Where
from zhenyin.cli._process_table import lines, ticket_lines

app = typer.Typer(
    help="Process mining: what follows what, where tickets wait, and which will be late.", no_args_is_help=True
)
standard = typer.Typer(help="The reference model that tickets are checked against.", no_args_is_help=True)
app.add_typer(standard, name="standard")

By = Annotated[str, typer.Option(help="what names a step: auto, activity, step or team")]


@app.command("map")
def show_map(where: Where = None, period: Period = "all", by: By = "auto", as_json: Json = False) -> None:
    """What follows what, how long tickets wait, and the variants they take."""
    _show("/process", {"where": where, "period": period, "by": by}, as_json)


@app.command("handovers")
def show_handovers(where: Where = None, period: Period = "all", as_json: Json = False) -> None:
    """Which team hands tickets to which, and what comes of it."""
    _show("/process/handovers", {"where": where, "period": period}, as_json)


@app.command("ping-pong")
def show_ping_pong(where: Where = None, period: Period = "all", as_json: Json = False) -> None:
    """Tickets that go back and forth between teams, and the hours that costs."""
    _show("/process/ping-pong", {"where": where, "period": period}, as_json)


@app.command("slow-tickets")
def show_slow_tickets(where: Where = None, period: Period = "all", as_json: Json = False) -> None:
    """What sets the slowest tickets apart."""
    _show("/process/slow-tickets", {"where": where, "period": period}, as_json)


@app.command("conformance")
def show_conformance(where: Where = None, period: Period = "all", by: By = "auto", as_json: Json = False) -> None:
    """Whether tickets keep to the reference model, and what deviations cost."""
    _show("/process/conformance", {"where": where, "period": period, "by": by}, as_json)


@app.command("at-risk")
def show_at_risk(where: Where = None, period: Period = "all", by: By = "auto", as_json: Json = False) -> None:
    """Open tickets that are likeliest to pass their limit, and the hours that remain."""
    _show("/process/remaining-time", {"where": where, "period": period, "by": by}, as_json)


@app.command("remaining-time")
def show_remaining_time(
    ticket: Annotated[str, typer.Argument(help="the number of an open ticket")], as_json: Json = False
) -> None:
    """How long one open ticket still takes, and what that is estimated from."""
    found = _session.fetch(f"/process/remaining-time/{ticket}", as_json=as_json)
    print("\n".join(ticket_lines(found, _session.language())))


@standard.command("show")
def show_standard(by: By = "auto", as_json: Json = False) -> None:
    """The reference model in force."""
    found = _session.fetch("/process/reference-model", {"by": by}, as_json=as_json)
    print(_session.text(found["text"] if found["available"] else found["reason"]))


@standard.command("set")
def set_standard(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="a text file")],
    by: By = "auto",
    as_json: Json = False,
) -> None:
    """Put a reference model in force: one step a line, in order.

    ? after a step: may be left out, +: may be repeated, *: both; `|` between steps: in either order.
    """
    body = {"text": file.read_text("utf-8"), "by": by}
    print(_session.text(_session.fetch("/process/reference-model", method="PUT", body=body, as_json=as_json)["text"]))


@standard.command("clear")
def clear_standard(by: By = "auto", as_json: Json = False) -> None:
    """Take the stated reference model back; the most frequent variants give one again."""
    found = _session.fetch("/process/reference-model", {"by": by}, method="DELETE", as_json=as_json)
    print(_session.text(found["text"]))


def _show(path: str, query: dict[str, object], as_json: bool) -> None:
    print("\n".join(lines(_session.fetch(path, query, as_json=as_json), _session.language())))
