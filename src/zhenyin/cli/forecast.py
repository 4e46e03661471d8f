"""`zhenyin forecast`: how many tickets will come, and what becomes of a queue with other people."""

from typing import Annotated

import typer

_Json = Annotated[bool, typer.Option("--json", help="machine-readable, on standard output")]


def register(app: typer.Typer) -> None:
    app.command("forecast")(forecast)
    app.command("staffing")(staffing)


def forecast(
    by: Annotated[
        list[str] | None, typer.Option(help="a dimension; may be given again. Default: team, product_line")
    ] = None,
    where: Annotated[list[str] | None, typer.Option(help="D=V; may be given again")] = None,
    grain: Annotated[str, typer.Option(help="day or week")] = "week",
    days: Annotated[int, typer.Option(help="how far ahead; whole weeks by week")] = 28,
    as_json: _Json = False,
) -> None:
    """Tickets to come, with 80 % intervals; holidays, 调休, 618 and 双11 are known."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.forecast import service as flow
    from zhenyin.forecast.presentation import present_forecast
    from zhenyin.question.filters import Filter

    if grain not in ("day", "week"):
        raise typer.BadParameter(f"--grain cannot be {grain!r}. Use day or week.")
    filters = [Filter.read(text) for text in where or ()]
    found = flow.forecast(workspace, tuple(by or flow.GROUP_BY), filters, "day" if grain == "day" else "week", days)
    shown = present_forecast(found)
    if as_json:
        print(shown.model_dump_json())
        return
    print(shown.chart.title.into(_session.language()))
    for one in shown.series:
        first = f"{one.expected[0]:.0f} ({one.low[0]:.0f}–{one.high[0]:.0f})"
        print(f"{' '.join('、'.join(values) for values in one.where.values()) or '—'}\t{one.total:.0f}\t{first}")


def staffing(
    team: Annotated[str, typer.Argument(help="the name of a team")],
    people: Annotated[float, typer.Option(help="more people than now; below 0 fewer")] = -2.0,
    per_person: Annotated[
        float | None, typer.Option(help="tickets that one resolves in a day; measured otherwise", min=0.01)
    ] = None,
    as_json: _Json = False,
) -> None:
    """When has a team's queue doubled, with more or fewer people?"""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.forecast.presentation import present_staffing
    from zhenyin.forecast.staffing import staffing as flow

    shown = present_staffing(flow(workspace, team, people, per_person))
    print(shown.model_dump_json() if as_json else shown.sentence.into(_session.language()))
