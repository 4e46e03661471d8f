"""`zhenyin explain`: why is a figure what it is?"""

import json
from typing import Annotated

import typer


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
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.cli import _tree_table
    from zhenyin.core import clock
    from zhenyin.explain import service
    from zhenyin.question.filters import Filter
    from zhenyin.question.period import Period

    if compare not in service.COMPARES:
        raise typer.BadParameter(f"--compare cannot be {compare!r}. Use one of {', '.join(service.COMPARES)}.")
    filters = [Filter.read(text) for text in where or ()]
    span = Period.read(period, clock.today(workspace.settings.zone))
    found = service.explain(workspace, metric, filters, span, compare, method=method)
    if as_json:
        print(json.dumps(found.as_dict() | {"tree": found.tree()}, ensure_ascii=False))
        return
    language = _session.language()
    print(found.sentence.into(language))
    for suspect in found.suspects:
        since = {"zh": f"自 {suspect.since} 起。", "en": f" Since {suspect.since}."}[language] if suspect.since else ""
        print(f"  {suspect.sentence.into(language)}{since}")
    for line in _tree_table.lines(found, language):
        print(line)
    if found.method:
        print(found.method.sentence().into(language))
