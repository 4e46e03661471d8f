"""How answers about the process are printed: a sentence, then tables with a head in the reader's language."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from zhenyin.core.words import Language

Told = dict[str, Any]
Row = Callable[[Told, Callable[[str], str], Language], tuple[str, ...]]
"""Cells of a row, given the titles of steps and the language."""
_MOST_LINES = 15
_NOTHING = (
    "还没有事件记录。请导入带处理过程的工单或事件日志。",
    "There are no events. Import tickets with their history.",
)
_STANDARD = {
    True: ("标准流程（已设定）：", "The standard process, as it was stated:"),
    False: ("标准流程（由最常见路径推出，尚未设定）：", "The standard process, derived from the most frequent ways:"),
}

_AT_LIMIT = ("到 {due} 时限仍未解决的可能为 {likely:.0%}。", "Likely still open at its limit, {due}: {likely:.0%}.")
_HELD = (
    "回看 {checked:,} 件近期未解决的工单，区间包含了 {held:.0%}。",
    "Looking back at {checked:,} tickets that were open lately, the interval held {held:.0%}.",
)


def lines(told: Told | None, language: Language) -> Iterator[str]:
    """The lines of an answer; None for an answer that there is nothing to tell from."""
    english = language == "en"
    if told is None:
        yield _NOTHING[english]
        return
    yield told["sentence"][language]
    if "standard" in told:
        yield from ("", _STANDARD[told["stated"]][english])
        yield from (f"  {line}" for line in told["standard"][language].splitlines())
    titles = {node["name"]: node["title"][language] for node in told.get("nodes", ())}
    for name, (head, row) in _TABLES.items():
        if told.get(name):
            yield from ("", "\t".join(head[english]))
            yield from ("\t".join(row(one, titles.__getitem__, language)) for one in told[name][:_MOST_LINES])
    for one in (*told.get("about", ()), *told.get("suspects", ())):
        yield f"  {one['sentence'][language]}"


def ticket_lines(told: Told, language: Language) -> Iterator[str]:
    """What remains of one ticket, how likely it will be late, and what that is told from."""
    english = language == "en"
    yield told["sentence"][language]
    if told["likely"] is not None:
        yield f"  {_AT_LIMIT[english].format(**told)}"
    if told["basis"]:
        yield f"  {told['basis'][language]}"
    if told["held"] is not None:
        yield f"  {_HELD[english].format(**told)}"


def hours(value: float | None) -> str:
    return "—" if value is None else f"{value:,.1f}"


def _edge(e: Told, title: Callable[[str], str], _: Language) -> tuple[str, ...]:
    share = "—" if e["open_share"] is None else f"{e['open_share']:.1%}"
    return f"{title(e['source'])} → {title(e['target'])}", f"{e['n']:,}", hours(e["mean_hours"]), share


def _variant(v: Told, title: Callable[[str], str], _: Language) -> tuple[str, ...]:
    return " > ".join(map(title, v["steps"])), f"{v['tickets']:,}", f"{v['share']:.1%}", hours(v["hours"])


def _sender(s: Told, *_: object) -> tuple[str, ...]:
    return f"{s['by']} → {s['to']}", f"{s['returns']:,}", f"{s['hours']:,.0f}"


def _hand_off(h: Told, *_: object) -> tuple[str, ...]:
    after = (f"{h[name]:.0%}" for name in ("solved", "on", "back", "left"))
    way, share = f"{h['source']} → {h['target']}", f"{h['share']:.1%}"
    return way, f"{h['n']:,}", f"{h['tickets']:,}", share, hours(h["mean_hours"]), *after


def _deviation(d: Told, _: Callable[[str], str], language: Language) -> tuple[str, ...]:
    longer = d["longer"]
    between = "—" if longer["low"] is None else f"{longer['low']:,.0f}..{longer['high']:,.0f}"
    return d["title"][language], f"{d['tickets']:,}", f"{d['share']:.1%}", hours(longer["each"]), between


def _late(t: Told, *_: object) -> tuple[str, ...]:
    return (
        t["ticket_id"],
        t["resolution_due_at"],
        f"{t['likely']:.0%}",
        *(hours(t[name]) for name in ("mid", "low", "high")),
    )


_TABLES: Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], Row]] = {
    "edges": (
        (("步骤", "次数", "平均小时", "占解决前等待"), ("step", "times", "mean hours", "of waiting until solved")),
        _edge,
    ),
    "variants": ((("路径", "工单", "占比", "平均小时"), ("way", "tickets", "share", "mean hours")), _variant),
    "senders": ((("退回", "次数", "离开小时"), ("sent back", "times", "hours away")), _sender),
    "hand_offs": (
        (
            ("交接", "次数", "工单", "占比", "到下一步小时", "就地解决", "转给新组", "回到经手组", "未决"),
            ("hand-off", "times", "tickets", "share", "hours to next", "solved", "handed on", "back", "left"),
        ),
        _hand_off,
    ),
    "deviations": (
        (
            ("偏差", "工单", "占比", "每件多用小时", "合计多用小时（95% 区间）"),
            ("deviation", "tickets", "share", "hours longer each", "hours longer in all (95 %)"),
        ),
        _deviation,
    ),
    "late": (
        (
            ("工单", "解决时限", "超时可能", "剩余小时", "最少", "最多"),
            ("ticket", "due", "likely late", "hours left", "at least", "at most"),
        ),
        _late,
    ),
}
