"""`zhenyin forecast`: how many tickets will come, and what becomes of a queue with other people."""

from typing import Annotated

import typer

from zhenyin.cli import _session
from zhenyin.cli._options import Json, Where, one_of


def register(app: typer.Typer) -> None:
    app.command("forecast")(forecast)
    app.command("staffing")(staffing)


def forecast(
    by: Annotated[
        list[str] | None, typer.Option(help="a dimension; may be given again. Default: team, product_line")
    ] = None,
    where: Where = None,
    grain: Annotated[str, typer.Option(help="day or week")] = "week",
    days: Annotated[int, typer.Option(help="how far ahead; whole weeks by week")] = 28,
    as_json: Json = False,
) -> None:
    """Tickets to come, with 80 % intervals; holidays, 调休, 618 and 双11 are known."""
    one_of("grain", grain, ("day", "week"))
    query = {"by": by or None, "where": where, "grain": grain, "days": days}
    found = _session.fetch("/forecast", query, as_json=as_json)
    if not found["available"]:
        print(_session.text(found["reason"]))
        return
    print(_session.text(found["chart"]["title"]))
    for one in found["series"]:
        first = f"{one['expected'][0]:.0f} ({one['low'][0]:.0f}–{one['high'][0]:.0f})"
        print(f"{_session.slice_text(one['where'])}\t{one['total']:.0f}\t{first}")


def staffing(
    team: Annotated[str, typer.Argument(help="the name of a team")],
    people: Annotated[float, typer.Option(help="more people than now; below 0 fewer")] = -2.0,
    per_person: Annotated[
        float | None, typer.Option(help="tickets that one resolves in a day; measured otherwise", min=0.01)
    ] = None,
    as_json: Json = False,
) -> None:
    """When has a team's queue doubled, with more or fewer people?"""
    query = {"team": team, "people": people, "per_person": per_person}
    print(_session.text(_session.fetch("/forecast/staffing", query, as_json=as_json)["sentence"]))
