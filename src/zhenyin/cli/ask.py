"""`zhenyin ask`: one figure, on screen or as JSON."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from zhenyin.question.models import Answer, Estimate

Many = list[str] | None


def register(app: typer.Typer) -> None:
    app.command("ask")(ask)


def ask(
    metric: Annotated[str, typer.Argument(help="the key of a metric, such as failure_rate")],
    by: Annotated[Many, typer.Option(help="a dimension to cut by; may be given again")] = None,
    where: Annotated[Many, typer.Option(help="D=V1,V2  D!=V  D~text  D=lo..hi; may be given again")] = None,
    period: Annotated[str, typer.Option(help="2025, 2025-Q1, 2025-03, 2025-W09, a..b, last-8-weeks, all")] = "all",
    grain: Annotated[str | None, typer.Option(help="day, week, month, quarter or year")] = None,
    compare: Annotated[str | None, typer.Option(help="previous or year")] = None,
    order: Annotated[str, typer.Option(help="at, value or -value")] = "at",
    limit: Annotated[int | None, typer.Option(help="at most so many cells")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable, on standard output")] = False,
) -> None:
    """Answer one question about one metric."""
    from zhenyin.core import clock, settings
    from zhenyin.question.filters import Filter
    from zhenyin.question.models import Question
    from zhenyin.question.period import Period
    from zhenyin.question.service import answer
    from zhenyin.warehouse import gateway

    loaded = settings.load()
    question = Question(
        metric=metric,
        cuts=tuple(by or ()),
        filters=tuple(Filter.read(text) for text in where or ()),
        period=Period.read(period, clock.today(loaded.zone)),
        grain=grain,
        compare=_one_of("compare", compare, ("previous", "year")),
        order=_one_of("order", order, ("at", "value", "-value")),
        limit=limit,
    )
    warehouse = gateway.connect(loaded)
    try:
        given = answer(warehouse, question)
    finally:
        warehouse.close()
    _print_json(given) if as_json else _print_table(given)


def _one_of(name: str, value: str | None, known: tuple[str, ...]) -> Any:
    if value is not None and value not in known:
        raise typer.BadParameter(f"--{name} cannot be {value!r}. Use one of {', '.join(known)}.")
    return value


def _print_json(given: "Answer") -> None:
    import json

    from zhenyin.metrics import METRICS

    metric = METRICS[given.question.metric]
    print(
        json.dumps(
            {
                "metric": given.question.metric,
                "unit": metric.unit.key,
                "better": metric.better,
                "cells": [{"at": cell.at, **_figures(cell.estimate), **_change(cell.change)} for cell in given.cells],
                "data_until": given.data_until,
                "definition": given.definition,
                "sql": given.sql,
            },
            ensure_ascii=False,
            default=lambda moment: moment.isoformat(),
        )
    )


def _figures(estimate: "Estimate") -> dict[str, float | int | None]:
    return {"value": estimate.value, "low": estimate.low, "high": estimate.high, "n": estimate.n}


def _change(change: Any) -> dict[str, Any]:
    if change is None:
        return {}
    told = {"before": _figures(change.before), "change": change.change, "low": change.low, "high": change.high}
    return {"compare": told | {"relative": change.relative, "significant": change.significant}}


def _print_table(given: "Answer") -> None:
    from rich.console import Console
    from rich.table import Table

    from zhenyin.metrics import METRICS

    metric = METRICS[given.question.metric]
    table = Table(*given.question.all_cuts, title=f"{metric.title.zh} {metric.title.en}（{metric.unit.words.zh}）")
    for name in ("value", "95 %", "n", *(("change",) if given.question.compare else ())):
        table.add_column(name, justify="right")
    for cell in given.cells:
        e = cell.estimate
        known = [_text(part) for part in cell.at.values()]
        change = [_number(cell.change.change) if cell.change else "—"] if given.question.compare else []
        mark = " *" if cell.unfinished else ""
        interval = "—" if e.low is None else f"{_number(e.low)} – {_number(e.high)}"
        table.add_row(*known, _number(e.value) + mark, interval, f"{e.n:,}", *change)
    console = Console()
    console.print(table)
    console.print(f"数据截至 data until {given.data_until or '—'} · 口径 definition {given.definition}")
    if any(cell.unfinished for cell in given.cells):
        console.print("* 时段未结束 unfinished period")
    for caveat in given.caveats:
        console.print(f"{caveat.zh} {caveat.en}")


def _text(part: object) -> str:
    return "未知 unknown" if part is None else str(part)


def _number(value: float | None) -> str:
    return "—" if value is None else f"{value:,.4g}".replace("-", "−") if abs(value) < 1000 else f"{value:,.0f}"
