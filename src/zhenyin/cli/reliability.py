"""`zhenyin reliability`: when do units fail, and how many more will?"""

from typing import Annotated, Any

import typer

from zhenyin.cli import _session
from zhenyin.cli._options import Json, Where


def register(app: typer.Typer) -> None:
    app.command("reliability")(reliability)


def reliability(
    of: Annotated[list[str] | None, typer.Option(help="D=V of one group, such as batch=R-2603; shows its life")] = None,
    by: Annotated[str, typer.Option(help="model, batch or version")] = "batch",
    where: Where = None,
    cost: Annotated[float | None, typer.Option(help="what one repair costs", min=0)] = None,
    as_json: Json = False,
) -> None:
    """List groups of units and those that fail more than their peers; with --of, show the life of one."""
    if of:
        query = {"by": by, "where": where, "group": of, "cost": cost}
        print(_session.text(_session.fetch("/reliability/life", query, as_json=as_json)["sentence"]))
        return
    _list(_session.fetch("/reliability", {"by": by, "where": where}, as_json=as_json))


def _list(found: dict[str, Any]) -> None:
    for excess in found["excess_failures"]:
        onset = f"\t{excess['onset_age']['months']}+" if excess["onset_age"] else ""
        print(f"!\t{_session.slice_text(excess['where'])}\t{excess['failed']:.0f} / {excess['expected']:.1f}{onset}")
    for group in found["groups"]:
        rate = "—" if group["rate"] is None else f"{group['rate']:.2%}"
        crossed = group["limit_crossing"]
        above = f"\t> {crossed['limit']:.0%} {crossed['month'][:7]}" if crossed else ""
        print(f"{_session.slice_text(group['where'])}\t{group['units']:.0f}\t{group['failed']:.0f}\t{rate}{above}")
