"""`zhenyin explain`: why is a figure what it is?"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from zhenyin.core.words import Language


def register(app: typer.Typer) -> None:
    app.command("explain")(explain)


def explain(
    metric: Annotated[str, typer.Argument(help="the key of a metric, such as ticket_count")],
    where: Annotated[list[str] | None, typer.Option(help="D=V; may be given again")] = None,
    period: Annotated[str, typer.Option(help="2025-Q1, 2025-W09, a..b, last-8-weeks, all")] = "last-8-weeks",
    compare: Annotated[
        str,
        typer.Option(
            help="previous, year, rest (outside the last slice), values (of each dimension, with each other), forecast"
        ),
    ] = "previous",
    method: Annotated[
        str | None,
        typer.Option(help="scan, tree, rules or adtributor, to compare them; the one that suits if not given"),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable, on standard output")] = False,
) -> None:
    """Name the slices that explain a change, or split a difference into mix and rate."""
    import json

    from zhenyin.cli import _session
    from zhenyin.explain.models import COMPARES

    if compare not in COMPARES:
        raise typer.BadParameter(f"--compare cannot be {compare!r}. Use one of {', '.join(COMPARES)}.")
    query = {"metric": metric, "where": where or [], "period": period, "compare": compare, "method": method}
    found = _session.api().post("/explain", query)
    if as_json:
        print(json.dumps(found, ensure_ascii=False))
        return
    for line in lines(found, _session.language()):
        print(line)


def lines(found: dict[str, Any], language: "Language") -> Iterator[str]:
    """An explanation as text: its sentence, a line for each suspect, the tree, the method."""
    from zhenyin.cli import _tree_table

    yield found["sentence"][language]
    for suspect in found["suspects"]:
        since = {"zh": "自 {} 起。", "en": " Since {}."}[language] if suspect["since"] else ""
        yield f"  {suspect['sentence'][language]}{since.format(suspect['since'])}"
    if found["tree"]:
        yield from _tree_table.lines(found["tree"], language)
    if method := found["method"]:
        head, stop = {"zh": ("方法：", "。"), "en": ("Method: ", ". ")}[language]
        yield f"{head}{method['title'][language]}{stop}{method['why'][language]}"
