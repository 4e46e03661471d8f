"""What the numbers of a life say, in both languages."""

from zhenyin.core.schema import Coordinates
from zhenyin.core.words import Words
from zhenyin.reliability.age_onset import AgeOnset
from zhenyin.reliability.batch_or_field import BatchOrField
from zhenyin.reliability.service import AHEAD, GroupLife


def of_life(life: GroupLife) -> Words:
    """Units in the field, failures so far and to come; the age of onset and the limit where there is something to say."""
    zh, en = named(life.where)
    low, high = round(life.forecast.total_low), round(life.forecast.total_high)
    since = f"{life.coming[0]:%Y-%m}"
    parts = [
        Words(
            f"{zh}：在用 {life.units:,.0f} 台，已有 {life.failed:,.0f} 台首次故障，自 {since} 起 {AHEAD} 个月预计再有 "
            f"{life.forecast.total:,.0f} 台（{low:,}–{high:,}）。",
            f"{en}: of {life.units:,.0f} units {life.failed:,.0f} have failed; {life.forecast.total:,.0f} more are "
            f"expected in the {AHEAD} months from {since} on ({low:,}–{high:,}).",
        )
    ]
    if life.onset_age:
        parts.append(of_onset(life.onset_age))
    if life.limit_crossing:
        crossing = life.limit_crossing
        month, rate, limit = crossing.month, crossing.rate, crossing.limit
        parts.append(
            Words(
                f"{month:%Y-%m} 故障率 {rate:.1%}，超过 {limit:.0%} 上限。",
                f"In {month:%Y-%m} {rate:.1%} failed, above the limit of {limit:.0%}.",
            )
        )
    return Words("".join(p.zh for p in parts), " ".join(p.en for p in parts))


def of_onset(found: AgeOnset) -> Words:
    """From which age on, and how many times as often."""
    times = _times(found.ratio)
    return Words(
        f"在保满 {found.months} 个月起出现：其后的占比是此前的 {times} 倍。",
        f"It begins after {found.months} months in service: its share is {times} times what it was before.",
    )


def finding_of_ages(life: GroupLife) -> Words:
    """The title of the chart by age."""
    zh, en = named(life.where)
    if life.onset_age:
        months, times = life.onset_age.months, _times(life.onset_age.ratio)
        return Words(
            f"{zh} 在保满 {months} 个月后，月故障率是此前的 {times} 倍",
            f"{en}: from {months} months in service on, {times} times as many fail",
        )
    overall = life.failed / max(float(life.table.at_risk.sum()), 1e-12)
    return Words(
        f"{zh} 平均月故障率 {overall:.2%}，无明显起始月龄", f"{en}: {overall:.2%} fail a month, at no age in particular"
    )


def finding_of_forecast(life: GroupLife) -> Words:
    """The title of the chart of failures to come."""
    zh, en = named(life.where)
    ahead = life.forecast
    low, high = round(ahead.total_low), round(ahead.total_high)
    return Words(
        f"{zh} 未来 {AHEAD} 个月预计 {ahead.total:,.0f} 台首次故障（{low:,}–{high:,}）",
        f"{en}: {ahead.total:,.0f} first failures expected in {AHEAD} months ({low:,}–{high:,})",
    )


def of_axes(found: BatchOrField) -> Words:
    """A bad batch, a change in the field, or neither for certain."""
    made, reported = found.production, found.reported
    if found.conclusion == "production" and made.run:
        times = f"{made.run.ratio:.1f}"
        return Words(
            f"像是批次问题：{made.raised} 生产的设备故障率是其他的 {times} 倍，同一时间报告的其他设备没有同样上升。",
            f"It looks like a bad batch: units of {made.raised} fail {times} times as often as others, and those others "
            "did not rise at the same time.",
        )
    if found.conclusion == "field" and reported.run:
        times = f"{reported.run.ratio:.1f}"
        return Words(
            f"像是使用中的变化：{reported.raised} 报告的故障率是其他时间的 {times} 倍，新旧批次都一样，不限于某一批。",
            f"It looks like a change in the field: in {reported.raised} units fail {times} times as often as at other "
            "times, whenever they were made.",
        )
    return Words(
        "按生产时间和按报告时间看都说得通，数据分不清是批次问题还是使用中的变化。",
        "It cannot be told whether this is a bad batch or a change in the field: both explain it about as well.",
    )


def named(where: Coordinates) -> tuple[str, str]:
    """The values of a group, as Chinese and as English text."""
    return " · ".join(where.values()), ", ".join(where.values())


def _times(ratio: float) -> str:
    return f"{ratio:.0f}" if ratio >= 10 else f"{ratio:.1f}"
