"""`zhenyin explain`: why is a figure what it is?"""

from typing import Annotated

import typer

from zhenyin.cli import _session, _tree_table
from zhenyin.cli._options import Json, Period, Where, one_of

_COMPARE = ("previous", "year", "rest", "values", "forecast")


def register(app: typer.Typer) -> None:
    app.command("explain")(explain)


def explain(
    metric: Annotated[str, typer.Argument(help="the key of a metric, such as ticket_count")],
    where: Where = None,
    period: Period = "last-8-weeks",
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
    as_json: Json = False,
) -> None:
    """Name the slices that explain a change, or split a difference into mix and rate."""
    one_of("compare", compare, _COMPARE)
    body = {"metric": metric, "where": where or [], "period": period, "compare": compare, "method": method}
    found = _session.fetch("/explain", method="POST", body=body, as_json=as_json)
    language = _session.language()
    print(_session.text(found["sentence"]))
    for suspect in found["suspects"]:
        day = suspect["since"]
        since = {"zh": f"自 {day} 起。", "en": f" Since {day}."}[language] if day else ""
        print(f"  {_session.text(suspect['sentence'])}{since}")
    if found["tree"]:
        print("\n".join(_tree_table.lines(found["tree"], language)))
    if found["method"]:
        title, why = _session.text(found["method"]["title"]), _session.text(found["method"]["why"])
        print({"zh": f"方法：{title}。{why}", "en": f"Method: {title}. {why}"}[language])
