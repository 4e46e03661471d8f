"""`zhenyin ask`: one figure, on screen or as JSON."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from zhenyin.question.models import Answer, Cell

Many = list[str] | None

_WORDS = {
    "value": ("数值", "value"),
    "interval": ("95% 区间", "95 % interval"),
    "change": ("变化", "change"),
    "unknown": ("未知", "unknown"),
    "until": ("数据截至", "data until"),
    "definition": ("口径", "definition"),
    "incomplete": ("* 时段未结束", "* incomplete period"),
}


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
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.core import clock
    from zhenyin.question.filters import Filter
    from zhenyin.question.models import Question
    from zhenyin.question.period import Period
    from zhenyin.question.service import answer

    question = Question(
        metrics=(metric,),
        cuts=tuple(by or ()),
        filters=tuple(Filter.read(text) for text in where or ()),
        period=Period.read(period, clock.today(workspace.settings.zone)),
        grain=_one_of("grain", grain, ("day", "week", "month", "quarter", "year")),
        compare=_one_of("compare", compare, ("previous", "year")),
        order=_one_of("order", order, ("at", "value", "-value")),
        limit=limit,
    )
    found = answer(workspace.warehouse, question)
    _print_json(found) if as_json else _print_table(found)


def _one_of(name: str, value: str | None, choices: tuple[str, ...]) -> Any:
    if value is not None and value not in choices:
        raise typer.BadParameter(f"--{name} cannot be {value!r}. Use one of {', '.join(choices)}.")
    return value


def _print_json(answer: "Answer") -> None:
    """What the route gives, without a chart."""
    from zhenyin.question.presentation import present_answer

    print(present_answer(answer).model_dump_json())


def _print_table(answer: "Answer") -> None:
    from rich.console import Console
    from rich.table import Table

    from zhenyin.cli import _session
    from zhenyin.dimensions import dimension
    from zhenyin.metrics import METRICS

    language = _session.language()
    metric = METRICS[answer.question.metrics[0]]
    table = Table(title=f"{metric.title.into(language)}（{metric.unit.words.into(language)}）")
    for cut in answer.question.all_cuts:
        table.add_column(dimension(cut).title.into(language))
    for name in (_text("value"), _text("interval"), "n", *((_text("change"),) if answer.question.compare else ())):
        table.add_column(name, justify="right")
    for cell in answer.cells:
        table.add_row(*_row(cell))
    console = Console()
    console.print(table)
    definition = answer.definitions[answer.question.metrics[0]]
    console.print(f"{_text('until')} {answer.data_until or '—'} · {_text('definition')} {definition}")
    if any(cell.incomplete for cell in answer.cells):
        console.print(_text("incomplete"))
    for caveat in answer.caveats:
        console.print(caveat.into(language))


def _row(cell: "Cell") -> list[str]:
    e = cell.estimate
    known = [_text("unknown") if part is None else str(part) for part in cell.at.values()]
    interval = "—" if e.low is None else f"{_number(e.low)} – {_number(e.high)}"
    row = [*known, _number(e.value) + (" *" if cell.incomplete else ""), interval, f"{e.n:,}"]
    if cell.change is None:
        return row
    moved = cell.change
    change = f"{moved.change:+.1%}" if moved.relative and moved.change is not None else _number(moved.change, "+")
    return [*row, change.replace("-", "−")]


def _text(name: str) -> str:
    from zhenyin.cli import _session
    from zhenyin.core.words import Words

    return Words(*_WORDS[name]).into(_session.language())


def _number(value: float | None, sign: str = "") -> str:
    if value is None:
        return "—"
    digits = ",.4g" if abs(value) < 1000 else ",.0f"
    return format(value, sign + digits).replace("-", "−")
