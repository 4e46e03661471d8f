"""`zhenyin ask`: one figure, on screen or as JSON."""

from typing import Annotated, Any

import typer

from zhenyin.cli import _session
from zhenyin.cli._options import Json, Period, Where, one_of
from zhenyin.core.words import Words

_WORDS = {
    "value": Words("数值", "value"),
    "interval": Words("95% 区间", "95 % interval"),
    "change": Words("变化", "change"),
    "unknown": Words("未知", "unknown"),
    "until": Words("数据截至", "data until"),
    "definition": Words("口径", "definition"),
    "incomplete": Words("* 时段未结束", "* incomplete period"),
}


def register(app: typer.Typer) -> None:
    app.command("ask")(ask)


def ask(
    metric: Annotated[str, typer.Argument(help="the key of a metric, such as failure_rate")],
    by: Annotated[list[str] | None, typer.Option(help="a dimension to cut by; may be given again")] = None,
    where: Where = None,
    period: Period = "all",
    grain: Annotated[str | None, typer.Option(help="day, week, month, quarter or year")] = None,
    compare: Annotated[str | None, typer.Option(help="previous or year")] = None,
    order: Annotated[str, typer.Option(help="at, value or -value")] = "at",
    limit: Annotated[int | None, typer.Option(help="at most so many cells")] = None,
    as_json: Json = False,
) -> None:
    """Answer one question about one metric."""
    question = {
        "metrics": [metric],
        "cuts": by or [],
        "where": where or [],
        "period": period,
        "grain": one_of("grain", grain, ("day", "week", "month", "quarter", "year")),
        "compare": one_of("compare", compare, ("previous", "year")),
        "order": one_of("order", order, ("at", "value", "-value")),
        "limit": limit,
    }
    _print(_session.fetch("/questions", method="POST", body=question, as_json=as_json), compared=compare is not None)


def _print(answer: dict[str, Any], *, compared: bool) -> None:
    from rich.console import Console
    from rich.table import Table

    metric = answer["metrics"][0]
    table = Table(title=f"{_session.text(metric['title'])}（{_session.text(metric['unit']['text'])}）")
    for cut in answer["cuts"]:
        table.add_column(_session.text(cut["title"]))
    for name in (_word("value"), _word("interval"), "n", *((_word("change"),) if compared else ())):
        table.add_column(name, justify="right")
    for cell in answer["cells"]:
        table.add_row(*_row(cell))
    console = Console()
    console.print(table)
    until = (answer["data_until"] or "—").replace("T", " ")
    console.print(f"{_word('until')} {until} · {_word('definition')} {answer['definition']}")
    if any(cell["incomplete"] for cell in answer["cells"]):
        console.print(_word("incomplete"))
    for caveat in answer["caveats"]:
        console.print(_session.text(caveat))


def _row(cell: dict[str, Any]) -> list[str]:
    known = [_word("unknown") if part is None else str(part) for part in cell["at"].values()]
    ends = cell["interval"]
    interval = f"{_number(ends['low'])} – {_number(ends['high'])}" if ends else "—"
    row = [*known, _number(cell["value"]) + (" *" if cell["incomplete"] else ""), interval, f"{cell['n']:,}"]
    moved = cell["compare"]
    if moved is None:
        return row
    known_ratio = moved["relative"] and moved["change"] is not None
    change = f"{moved['change']:+.1%}" if known_ratio else _number(moved["change"], "+")
    return [*row, change.replace("-", "−")]


def _word(name: str) -> str:
    return _WORDS[name].into(_session.language())


def _number(value: float | None, sign: str = "") -> str:
    if value is None:
        return "—"
    digits = ",.4g" if abs(value) < 1000 else ",.0f"
    return format(value, sign + digits).replace("-", "−")
