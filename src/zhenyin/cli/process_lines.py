"""How answers about the process are printed: a sentence, then tables with a head in the reader's language."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from zhenyin.core.words import Language

Told = dict[str, Any]
Titles = Mapping[str, str]
_MOST_LINES = 15
_NOTHING = (
    "还没有事件记录。请导入带处理过程的工单或事件日志。",
    "There are no events. Import tickets with their history.",
)


def lines(told: Told | None, language: Language) -> Iterator[str]:
    """The lines of an answer; None for an answer that there is nothing to tell from."""
    if told is None:
        yield _NOTHING[language == "en"]
        return
    yield told["sentence"][language]
    titles = {node["name"]: node["title"][language] for node in told.get("nodes", ())}
    for name, (head, row) in _TABLES.items():
        if told.get(name):
            yield ""
            yield "\t".join(head[language == "en"])
            yield from ("\t".join(row(one, titles)) for one in told[name][:_MOST_LINES])
    for one in (*told.get("about", ()), *told.get("suspects", ())):
        yield f"  {one['sentence'][language]}"


def _edge(e: Told, titles: Titles) -> tuple[str, ...]:
    share = "—" if e["open_share"] is None else f"{e['open_share']:.1%}"
    return f"{titles[e['source']]} → {titles[e['target']]}", f"{e['n']:,}", f"{e['mean_hours']:,.1f}", share


def _variant(v: Told, titles: Titles) -> tuple[str, ...]:
    way = " > ".join(titles[step] for step in v["steps"])
    return way, f"{v['tickets']:,}", f"{v['share']:.1%}", f"{v['hours']:,.1f}"


def _sender(s: Told, _: Titles) -> tuple[str, ...]:
    return f"{s['by']} → {s['to']}", f"{s['returns']:,}", f"{s['hours']:,.0f}"


def _hand_off(h: Told, _: Titles) -> tuple[str, ...]:
    mean = "—" if h["mean_hours"] is None else f"{h['mean_hours']:,.1f}"
    after = (f"{h[name]:.0%}" for name in ("solved", "on", "back", "left"))
    way = f"{h['source']} → {h['target']}"
    return way, f"{h['n']:,}", f"{h['tickets']:,}", f"{h['share']:.1%}", mean, *after


_TABLES: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], Callable[[Told, Titles], tuple[str, ...]]]] = {
    "edges": (
        (("步骤", "次数", "平均小时", "占解决前等待"), ("step", "times", "mean hours", "of waiting until solved")),
        _edge,
    ),
    "variants": ((("路径", "工单", "占比", "平均小时"), ("way", "tickets", "share", "mean hours")), _variant),
    "senders": ((("退回", "次数", "离开小时"), ("sent back", "times", "hours away")), _sender),
    "hand_offs": (
        (
            ("交接", "次数", "工单", "占比", "到下一步小时", "就地解决", "转给新组", "回到经手组", "未决"),
            ("hand-off", "times", "tickets", "share", "hours to next step", "solved", "handed on", "back", "left"),
        ),
        _hand_off,
    ),
}
