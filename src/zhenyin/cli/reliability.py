"""`zhenyin reliability`: when do units fail, and how many more will?"""

import json
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from zhenyin.flows.worn import Overview


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
    from zhenyin.cli import door

    house = door.house()
    from zhenyin.flows import life_told, worn
    from zhenyin.flows.reliability import story
    from zhenyin.question.filters import Filter

    filters = tuple(Filter.read(text) for text in where or ())
    if not of:
        overview = worn.overview(house, by, filters)
        if as_json:
            print(json.dumps(overview.as_dict(), ensure_ascii=False))
        else:
            _list(overview)
        return
    named = {f.dimension: f.values[0] for f in map(Filter.read, of)}
    told = story(house, by, named, filters, cost)
    if as_json:
        print(json.dumps(life_told.as_dict(told), ensure_ascii=False))
        return
    print(life_told.sentence(told).into(door.language()))


def _list(overview: "Overview") -> None:
    for worn in overview.worn:
        begins = f"\t{worn.begins.months}+" if worn.begins else ""
        print(f"!\t{' '.join(worn.where.values())}\t{worn.failed:.0f} / {worn.expected:.1f}{begins}")
    for group in overview.groups:
        rate = "—" if group["rate"] is None else f"{group['rate']:.2%}"
        passed = f"\t> {group['passed']['limit']:.0%} {group['passed']['month'][:7]}" if group["passed"] else ""
        print(f"{' '.join(group['where'].values())}\t{group['units']:.0f}\t{group['failed']:.0f}\t{rate}{passed}")
