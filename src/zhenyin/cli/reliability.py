"""`zhenyin reliability`: when do units fail, and how many more will?"""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from zhenyin.core.schema import Slice
    from zhenyin.reliability.presentation import GroupsView


def register(app: typer.Typer) -> None:
    app.command("reliability")(reliability)


def reliability(
    of: Annotated[list[str] | None, typer.Option(help="D=V of one group, such as batch=R-2603; shows its life")] = None,
    by: Annotated[str, typer.Option(help="model, batch or version")] = "batch",
    where: Annotated[list[str] | None, typer.Option(help="D=V; may be given again")] = None,
    cost: Annotated[float | None, typer.Option(help="what one repair costs", min=0)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable, on standard output")] = False,
) -> None:
    """List groups of units and those that fail more than their peers; with --of, show the life of one."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.question.filters import Filter
    from zhenyin.reliability import excess_failures
    from zhenyin.reliability.presentation import present_life, present_overview
    from zhenyin.reliability.service import group_life

    filters = tuple(Filter.read(text) for text in where or ())
    if not of:
        groups = present_overview(excess_failures.overview(workspace, by, filters))
        print(groups.model_dump_json()) if as_json else _list(groups)
        return
    named = {f.dimension: f.values[0] for f in map(Filter.read, of)}
    life = present_life(group_life(workspace, by, named, filters, cost))
    print(life.model_dump_json() if as_json else life.sentence.into(_session.language()))


def _list(found: "GroupsView") -> None:
    for excess in found.excess_failures:
        onset = f"\t{excess.onset_age.months}+" if excess.onset_age else ""
        print(f"!\t{_named(excess.where)}\t{excess.failed:.0f} / {excess.expected:.1f}{onset}")
    for group in found.groups:
        rate = "—" if group.rate is None else f"{group.rate:.2%}"
        crossed = group.limit_crossing
        above = f"\t> {crossed.limit:.0%} {crossed.month:%Y-%m}" if crossed else ""
        print(f"{_named(group.where)}\t{group.units:.0f}\t{group.failed:.0f}\t{rate}{above}")


def _named(where: "Slice") -> str:
    return " ".join("、".join(values) for values in where.values())
