"""How the life of a group of units is told: in sentences, as pictures, as JSON."""

from typing import Any

import numpy as np

from zhenyin.charts import ChartSpec, service_life
from zhenyin.charts import outlook as outlook_chart
from zhenyin.core.arrays import Floats
from zhenyin.core.words import Words
from zhenyin.reliability.fleet import Where
from zhenyin.reliability.life_table import kaplan_meier
from zhenyin.reliability.service import AHEAD, LIMIT, LifeStory

_FAILURES = ("failures", Words("件", "failures"))
_MONTHLY = Words("每月首次故障数（80% 区间）", "First failures a month (80 % interval)")
_LADDER = Words("链梯法", "Chain-ladder")


def as_dict(told: LifeStory) -> dict[str, Any]:
    """As JSON."""
    low, high = told.table.rate_interval()
    survival = kaplan_meier(told.table)
    ages = zip(
        *(_known(side) for side in (told.table.failed, told.table.at_risk, told.table.rate(), low, high)),
        *(_known(side) for side in (survival.share, survival.low, survival.high)),
        strict=True,
    )
    names = ("failed", "at_risk", "rate", "low", "high", "survival", "survival_low", "survival_high")
    return {
        "where": told.where,
        "units": told.units,
        "failed": told.failed,
        "sentence": sentence(told).as_dict(),
        "ages": [{"age": age} | dict(zip(names, row, strict=True)) for age, row in enumerate(ages)],
        "begins": told.begins.as_dict() if told.begins else None,
        "passed": told.passed.as_dict() if told.passed else None,
        "life": _life(told),
        "outlook": _outlook(told),
        "cost": _cost(told),
        "unplaced": told.unplaced,
        "before": told.before,
        "charts": {"ages": _ages_chart(told).as_dict(), "outlook": _outlook_chart(told).as_dict()},
    }


def sentence(told: LifeStory) -> Words:
    """What was found, in a few sentences."""
    zh, en = _named(told.where)
    low, high = round(told.ahead.total_low), round(told.ahead.total_high)
    since = f"{told.coming[0]:%Y-%m}"
    parts = [
        Words(
            f"{zh}：在用 {told.units:,.0f} 台，已有 {told.failed:,.0f} 台首次故障，自 {since} 起 {AHEAD} 个月预计再有 "
            f"{told.ahead.total:,.0f} 台（{low:,}–{high:,}）。",
            f"{en}: of {told.units:,.0f} units {told.failed:,.0f} have failed; {told.ahead.total:,.0f} more are expected "
            f"in the {AHEAD} months from {since} on ({low:,}–{high:,}).",
        )
    ]
    if told.begins:
        parts.append(told.begins.sentence())
    if told.passed:
        month, rate = told.passed.month, told.passed.rate
        parts.append(
            Words(
                f"{month:%Y-%m} 故障率 {rate:.1%}，超过 {LIMIT:.0%} 限值。",
                f"In {month:%Y-%m} {rate:.1%} failed, above the limit of {LIMIT:.0%}.",
            )
        )
    return Words("".join(p.zh for p in parts), " ".join(p.en for p in parts))


def _named(where: Where) -> tuple[str, str]:
    return " · ".join(where.values()), ", ".join(where.values())


def _finding(told: LifeStory) -> Words:
    zh, en = _named(told.where)
    if told.begins:
        months, times = (
            told.begins.months,
            f"{told.begins.ratio:.0f}" if told.begins.ratio >= 10 else f"{told.begins.ratio:.1f}",
        )
        return Words(
            f"{zh} 在保满 {months} 个月后，月故障率是此前的 {times} 倍",
            f"{en}: from {months} months in service on, {times} times as many fail",
        )
    overall = told.failed / max(float(told.table.at_risk.sum()), 1e-12)
    return Words(
        f"{zh} 平均月故障率 {overall:.2%}，无明显起始月龄", f"{en}: {overall:.2%} fail a month, at no age in particular"
    )


def _ages_chart(told: LifeStory) -> ChartSpec:
    low, high = told.table.rate_interval()
    fitted = (told.life.weight @ told.life.hazard(told.table.ages)).tolist()
    others = told.others.rate()[: told.table.ages] if told.others is not None else np.zeros(0)
    near = float(np.nanmax(told.table.rate(), initial=0.0)) > LIMIT / 3
    return service_life.build(
        _finding(told),
        *(_known(side) for side in (told.table.rate(), low, high)),
        others=_known(others),
        fitted=fitted if told.wears else (),
        limit=LIMIT if near else None,
        onset=told.begins.months if told.begins else None,
    )


def _outlook_chart(told: LifeStory) -> ChartSpec:
    zh, en = _named(told.where)
    ahead = told.ahead
    low, high = round(ahead.total_low), round(ahead.total_high)
    finding = Words(
        f"{zh} 未来 {AHEAD} 个月预计 {ahead.total:,.0f} 台首次故障（{low:,}–{high:,}）",
        f"{en}: {ahead.total:,.0f} first failures expected in {AHEAD} months ({low:,}–{high:,})",
    )
    failed = (told.cohorts.failed if told.cohorts.own is None else told.cohorts.own).sum(axis=0)[: told.whole]
    past = list(zip(told.months[: told.whole], failed.tolist(), strict=True))[-18:]
    to_tell = zip(told.coming, ahead.mean.tolist(), ahead.low.tolist(), ahead.high.tolist(), strict=True)
    ladder = told.ladder.tolist() if told.ladder is not None else ()
    return outlook_chart.build(
        finding, _MONTHLY, _FAILURES, past, list(to_tell), yardstick=ladder, yardstick_words=_LADDER
    )


def _known(values: Floats) -> list[float | None]:
    return [float(v) if np.isfinite(v) else None for v in values.tolist()]


def _life(told: LifeStory) -> dict[str, Any] | None:
    if not told.wears:
        return None
    names = ("shape", "scale", "share")
    bounds = {
        name: dict(zip(("median", "low", "high"), told.life.bounds(getattr(told.life, name)), strict=True))
        for name in names
    }
    best = dict(zip(names, told.life.best, strict=True)) if told.life.best else None
    return {**bounds, "best": best, "dispersion": told.life.dispersion, "start": told.life.start}


def _outlook(told: LifeStory) -> dict[str, Any]:
    ahead = told.ahead
    rows = zip(told.coming, ahead.mean.tolist(), ahead.low.tolist(), ahead.high.tolist(), strict=True)
    total = {"expected": ahead.total, "low": ahead.total_low, "high": ahead.total_high}
    months = [{"month": m.isoformat(), "expected": e, "low": lo, "high": hi} for m, e, lo, hi in rows]
    ladder = told.ladder.tolist() if told.ladder is not None else None
    return {"confidence": 0.8, "total": total, "months": months, "chain_ladder": ladder}


def _cost(told: LifeStory) -> dict[str, float] | None:
    if told.cost is None:
        return None
    money = told.ahead.times(told.cost)
    spent = told.failed * told.cost
    return {
        "per_repair": told.cost,
        "so_far": spent,
        "expected": money.total,
        "low": money.total_low,
        "high": money.total_high,
    }
