"""`zhenyin process`: where does the process lose time?"""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from zhenyin.core.words import Language
    from zhenyin.job.house import House
    from zhenyin.question.filters import Filter
    from zhenyin.question.period import Period

Told = dict[str, Any]
_MOST_LINES = 15
_HEADS = {
    "edges": (("步骤", "次数", "平均小时", "占解决前等待"), ("step", "times", "mean hours", "of waiting until solved")),
    "variants": (("路径", "工单", "占比", "平均小时"), ("way", "tickets", "share", "mean hours")),
    "senders": (("退回", "次数", "离开小时"), ("sent back", "times", "hours away")),
}
_NOTHING = (
    "还没有事件记录。请导入带处理过程的工单或事件日志。",
    "There are no events. Import tickets with their history.",
)


def register(app: typer.Typer) -> None:
    app.command("process")(process)


def process(
    what: Annotated[str, typer.Argument(help="map, ping-pong or slow")] = "map",
    where: Annotated[list[str] | None, typer.Option(help="D=V; may be given again")] = None,
    period: Annotated[str, typer.Option(help="2025-Q1, 2025-W09, a..b, last-8-weeks, all")] = "all",
    by: Annotated[str, typer.Option(help="what a step is told by: auto, activity, step or team")] = "auto",
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable, on standard output")] = False,
) -> None:
    """Tell what follows what, where tickets wait, which ones bounce between teams, and what sets slow ones apart."""
    from zhenyin.cli import door

    house = door.house()
    from zhenyin.core import clock
    from zhenyin.question.filters import Filter
    from zhenyin.question.period import Period

    if what not in _ANSWERS:
        raise typer.BadParameter(f"{what!r} is not known. Use one of {', '.join(_ANSWERS)}.")
    span = Period.read(period, clock.today(house.settings.zone))
    told = _ANSWERS[what](house, [Filter.read(text) for text in where or ()], span, by)
    if as_json:
        print(json.dumps(told, ensure_ascii=False))
    else:
        print("\n".join(_lines(told, door.language())))


def _map(house: "House", filters: "Sequence[Filter]", period: "Period | None", by: str) -> Told | None:
    from zhenyin.flows.process import discover

    found = discover(house, filters, period, by)
    return found.as_dict() if found else None


def _ping_pong(house: "House", filters: "Sequence[Filter]", period: "Period | None", _by: str) -> Told | None:
    from zhenyin.flows.ping_pong import bouncing

    found = bouncing(house, filters, period)
    return found.as_dict() if found else None


def _slow(house: "House", filters: "Sequence[Filter]", period: "Period | None", _by: str) -> Told | None:
    from zhenyin.flows.slow_tickets import slow_tickets

    found = slow_tickets(house, filters, period)
    return found.as_dict() if found else None


_ANSWERS: dict[str, "Callable[[House, Sequence[Filter], Period | None, str], Told | None]"] = {
    "map": _map,
    "ping-pong": _ping_pong,
    "slow": _slow,
}


def _lines(told: Told | None, language: "Language") -> Iterator[str]:
    if told is None:
        yield _NOTHING[language == "en"]
        return
    yield told["sentence"][language]
    titles = {node["name"]: node["title"][language] for node in told.get("nodes", ())}
    for name, rows in (("edges", _edges), ("variants", _variants), ("senders", _senders)):
        if told.get(name):
            yield ""
            yield "\t".join(_HEADS[name][language == "en"])
            yield from rows(told[name][:_MOST_LINES], titles)
    for one in (*told.get("about", ()), *told.get("suspects", ())):
        yield f"  {one['sentence'][language]}"


def _edges(edges: list[Told], titles: dict[str, str]) -> Iterator[str]:
    for e in edges:
        share = "—" if e["open_share"] is None else f"{e['open_share']:.1%}"
        yield f"{titles[e['source']]} → {titles[e['target']]}\t{e['n']:,}\t{e['mean_hours']:,.1f}\t{share}"


def _variants(variants: list[Told], titles: dict[str, str]) -> Iterator[str]:
    for v in variants:
        way = " > ".join(titles[step] for step in v["steps"])
        yield f"{way}\t{v['tickets']:,}\t{v['share']:.1%}\t{v['hours']:,.1f}"


def _senders(senders: list[Told], _titles: dict[str, str]) -> Iterator[str]:
    for s in senders:
        yield f"{s['by']} → {s['to']}\t{s['returns']:,}\t{s['hours']:,.0f}"
