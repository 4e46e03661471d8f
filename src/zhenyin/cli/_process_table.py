"""How answers about the process are printed: a sentence, then tables with a head in the reader's language."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from zhenyin.core.words import Language

JsonObject = dict[str, Any]
Row = Callable[[JsonObject, Callable[[str], str], Language], tuple[str, ...]]
"""Cells of a row, given the titles of steps and the language."""
_MOST_LINES = 15
_REFERENCE_MODEL = {
    True: ("标准流程（已设定）：", "The standard process, as it was stated:"),
    False: (
        "标准流程（由最常见路径推出，尚未设定）：",
        "The standard process, derived from the most frequent variants:",
    ),
}

_AT_LIMIT = (
    "到 {due} 时限仍未解决的可能为 {late_probability:.0%}。",
    "Likely still open at its limit, {due}: {late_probability:.0%}.",
)
_COVERAGE_LINE = (
    "回看 {coverage_n:,} 件近期未解决的工单，区间包含了 {empirical_coverage:.0%}。",
    "Looking back at {coverage_n:,} tickets that were open lately, the interval held {empirical_coverage:.0%}.",
)


def lines(answer: JsonObject, language: Language) -> Iterator[str]:
    """The lines of an answer, or the reason why there is none."""
    english = language == "en"
    if not answer["available"]:
        yield answer["reason"][language]
        return
    yield answer["sentence"][language]
    if model := answer.get("reference_model"):
        yield from ("", _REFERENCE_MODEL[model["stated"]][english])
        yield from (f"  {line}" for line in model["text"][language].splitlines())
    titles = {node["name"]: node["title"][language] for node in answer.get("nodes", ())}
    for name, (head, row) in _TABLES.items():
        if isinstance(answer.get(name), list) and answer[name]:
            yield from ("", "\t".join(head[english]))
            yield from ("\t".join(row(one, titles.__getitem__, language)) for one in answer[name][:_MOST_LINES])
    for one in answer.get("subgroups", ()):
        yield f"  {one['sentence'][language]}"


def ticket_lines(answer: JsonObject, language: Language) -> Iterator[str]:
    """The remaining time of one ticket, how likely it will be late, and what that is estimated from."""
    english = language == "en"
    yield answer["sentence"][language]
    if not answer["available"]:
        return
    if answer["late_probability"] is not None:
        yield f"  {_AT_LIMIT[english].format(**answer)}"
    yield f"  {answer['basis'][language]}"
    if answer["empirical_coverage"] is not None:
        yield f"  {_COVERAGE_LINE[english].format(**answer)}"


def hours(value: float | None) -> str:
    return "—" if value is None else f"{value:,.1f}"


def _edge(e: JsonObject, title: Callable[[str], str], _: Language) -> tuple[str, ...]:
    share = "—" if e["open_share"] is None else f"{e['open_share']:.1%}"
    return f"{title(e['source'])} → {title(e['target'])}", f"{e['n']:,}", hours(e["mean_hours"]), share


def _variant(v: JsonObject, title: Callable[[str], str], _: Language) -> tuple[str, ...]:
    return " > ".join(map(title, v["steps"])), f"{v['tickets']:,}", f"{v['share']:.1%}", hours(v["mean_hours"])


def _return(r: JsonObject, *_: object) -> tuple[str, ...]:
    return f"{r['by']} → {r['to']}", f"{r['returns']:,}", f"{r['away_hours']:,.0f}"


def _handover(h: JsonObject, *_: object) -> tuple[str, ...]:
    after = (f"{h[name]:.0%}" for name in ("resolved", "passed_on", "returned", "open"))
    pair, share = f"{h['source']} → {h['target']}", f"{h['share']:.1%}"
    return pair, f"{h['n']:,}", f"{h['tickets']:,}", share, hours(h["mean_waited_hours"]), *after


def _deviation(d: JsonObject, _: Callable[[str], str], language: Language) -> tuple[str, ...]:
    excess = d["excess_duration"]
    ends = excess["interval"]
    between = "—" if ends is None else f"{ends['low']:,.0f}..{ends['high']:,.0f}"
    return d["title"][language], f"{d['tickets']:,}", f"{d['share']:.1%}", hours(excess["hours_per_ticket"]), between


def _at_risk(t: JsonObject, *_: object) -> tuple[str, ...]:
    ends = t["interval"]["low"], t["interval"]["high"]
    times = (hours(value) for value in (t["median_hours"], *ends))
    return t["ticket_id"], t["resolution_due_at"], f"{t['late_probability']:.0%}", *times


_TABLES: Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], Row]] = {
    "edges": (
        (("步骤", "次数", "平均小时", "占解决前等待"), ("step", "times", "mean hours", "of waiting until solved")),
        _edge,
    ),
    "variants": ((("路径", "工单", "占比", "平均小时"), ("variant", "tickets", "share", "mean hours")), _variant),
    "returns_by_pair": ((("退回", "次数", "离开小时"), ("returned", "times", "hours away")), _return),
    "handovers": (
        (
            ("交接", "次数", "工单", "占比", "到下一步小时", "就地解决", "转给新组", "回到经手组", "未决"),
            ("handover", "times", "tickets", "share", "hours to next", "resolved", "passed on", "returned", "open"),
        ),
        _handover,
    ),
    "deviations": (
        (
            ("偏差", "工单", "占比", "每件多用小时", "合计多用小时（95% 区间）"),
            ("deviation", "tickets", "share", "hours longer each", "hours longer in all (95 %)"),
        ),
        _deviation,
    ),
    "at_risk": (
        (
            ("工单", "解决时限", "超时可能", "剩余小时", "最少", "最多"),
            ("ticket", "due", "likely late", "hours left", "at least", "at most"),
        ),
        _at_risk,
    ),
}
