"""`zhenyin reliability`: when do units fail, and how many more will?"""

import json
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from zhenyin.reliability.excess_failures import Overview


def register(app: typer.Typer) -> None:
    app.command("reliability")(reliability)


def reliability(
    of: Annotated[list[str] | None, typer.Option(help="D=V of one group, such as batch=R-2603; tells its life")] = None,
    by: Annotated[str, typer.Option(help="model, batch or version")] = "batch",
    where: Annotated[list[str] | None, typer.Option(help="D=V; may be given again")] = None,
    cost: Annotated[float | None, typer.Option(help="what one repair costs", min=0)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable, on standard output")] = False,
) -> None:
    """List groups of units and those that fail more than their like; with --of, tell the life of one."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.question.filters import Filter
    from zhenyin.reliability import excess_failures, presentation
    from zhenyin.reliability.service import story

    filters = tuple(Filter.read(text) for text in where or ())
    if not of:
        overview = excess_failures.overview(workspace, by, filters)
        if as_json:
            print(json.dumps(overview.as_dict(), ensure_ascii=False))
        else:
            _list(overview)
        return
    named = {f.dimension: f.values[0] for f in map(Filter.read, of)}
    told = story(workspace, by, named, filters, cost)
    if as_json:
        print(json.dumps(presentation.as_dict(told), ensure_ascii=False))
        return
    print(presentation.sentence(told).into(_session.language()))


def _list(overview: "Overview") -> None:
    for worse in overview.worn:
        begins = f"\t{worse.begins.months}+" if worse.begins else ""
        print(f"!\t{' '.join(worse.where.values())}\t{worse.failed:.0f} / {worse.expected:.1f}{begins}")
    for group in overview.groups:
        rate = "—" if group["rate"] is None else f"{group['rate']:.2%}"
        passed = f"\t> {group['passed']['limit']:.0%} {group['passed']['month'][:7]}" if group["passed"] else ""
        print(f"{' '.join(group['where'].values())}\t{group['units']:.0f}\t{group['failed']:.0f}\t{rate}{passed}")
