"""Why is a figure what it is? Suspects with their sentence, what lies outside, and mix against rate."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal

import numpy as np

from zhenyin.charts import waterfall
from zhenyin.core.errors import Invalid
from zhenyin.core.words import Words
from zhenyin.dimensions import dimension
from zhenyin.flows import expected as reference
from zhenyin.flows.mix import WHO_DIMENSIONS, Mix, split_mix
from zhenyin.flows.tables import Leaves, Live, Source, distinct, together
from zhenyin.job.house import House
from zhenyin.locators import LOCATORS, Options
from zhenyin.locators import Explanation as Located
from zhenyin.locators import Leaves as Moved
from zhenyin.locators import Suspect as Found
from zhenyin.locators.scan import sentence
from zhenyin.metrics import METRICS
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.stats.intervals import rate_ratio
from zhenyin.watch.slices import FAULT_DIMENSIONS

Compare = Literal["previous", "year", "rest"]
COMPARES: tuple[Compare, ...] = ("previous", "year", "rest")
LOCATOR = "scan"
_TICKETS = Words("件", "tickets")
_COUNTED = ("count", "rate", "distinct")
_MATTERS, _MATTERS_OUTSIDE = 0.05, 0.25
_NEARLY_ALL = 0.98
_MOST_INNER = 60
_UNSTABLE = 0.15
"""A dimension whose shares moved by more than this between the spans is in motion: its values explain nothing."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A slice that explains a change. since: the first day out of line, where it is known."""

    where: dict[str, str]
    observed: float
    expected: float
    share: float
    ratio: float
    low: float
    high: float
    p: float
    sentence: Words
    since: date | None = None
    ambiguous_with: tuple[dict[str, str], ...] = ()

    def as_dict(self) -> dict[str, Any]:
        told = {name: getattr(self, name) for name in ("where", "observed", "expected", "share", "p")}
        told |= {name: min(getattr(self, name), 1e9) for name in ("ratio", "low", "high")}
        told |= {"since": self.since.isoformat() if self.since else None, "sentence": self.sentence.as_dict()}
        return told | {"ambiguous_with": list(self.ambiguous_with)}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a slice of a metric is as it is.

    outside: the change is everywhere in the slice, so its cause is not among the recorded attributes. mix: the split
    of a mean or share; None for counts.
    """

    metric: str
    where: dict[str, str]
    observed: float
    expected: float
    suspects: tuple[Suspect, ...]
    outside: bool
    sentence: Words
    mix: Mix | None = None
    dims: tuple[str, ...] = field(default=())

    def as_dict(self) -> dict[str, Any]:
        return {
            "metric": self.metric,
            "where": self.where,
            "observed": self.observed,
            "expected": self.expected,
            "suspects": [suspect.as_dict() for suspect in self.suspects],
            "outside": self.outside,
            "sentence": self.sentence.as_dict(),
            "mix": self.mix.chart() if self.mix else None,
            "simpson": bool(self.mix and self.mix.split.reversal),
            "dims": list(self.dims),
        }

    def chart(self) -> dict[str, Any] | None:
        """Mix and rate of a mean, the steps to what was observed of a count; None where nothing is to be drawn."""
        if self.mix:
            return self.mix.chart()
        if not self.suspects:
            return None
        metric = METRICS[self.metric]
        # Steps must add up: a slice within a slice that was told has its part in it already.
        apart = [s for i, s in enumerate(self.suspects) if not any(_nested(s, t) for t in self.suspects[:i])]
        steps = [("、".join(s.where.values()), s.observed - s.expected) for s in apart]
        return waterfall.build(self.sentence, metric.title, _TICKETS, self.expected, steps, self.observed).as_dict()


def _nested(one: Suspect, other: Suspect) -> bool:
    """Whether two slices share tickets as far as their values tell."""
    return all(other.where.get(d, value) == value for d, value in one.where.items())


def explain(
    house: House,
    metric: str,
    filters: Sequence[Filter],
    period: Period | None,
    compare: Compare = "previous",
    before: Period | None = None,
    source: Source | None = None,
) -> Explanation:
    """Explain a slice of a metric in a period against the previous one, the year before, or the rest.

    `rest` compares with the tickets that meet all filters but the last. `before` names another span to compare with;
    `source` where the figures are taken from, if not from the warehouse.
    Raises Invalid (`compare-without-period`, `compare-without-slice`, `nothing-to-explain`).
    """
    kind = METRICS[metric].kind
    if compare == "rest" and not filters:
        raise Invalid(
            "compare-without-slice",
            en="To compare with the rest, name a slice, such as province=北京市.",
            zh="与其余部分比较需要先给定切片，例如 province=北京市。",
        )
    if compare != "rest" and period is None:
        raise Invalid(
            "compare-without-period",
            en="A comparison with an earlier span needs a period, such as last-8-weeks.",
            zh="与此前比较需要给定时段，例如 last-8-weeks。",
        )
    if period is not None and compare != "rest":
        before = before or (period.previous() if compare == "previous" else period.year_before())
    source = source or Live(house)
    if kind in _COUNTED:
        return _explain_count(source, metric, tuple(filters), period, None if compare == "rest" else before)
    return split_mix_of(source, metric, tuple(filters), period, None if compare == "rest" else before)


def _explain_count(
    source: Source, metric: str, filters: tuple[Filter, ...], period: Period | None, before: Period | None
) -> Explanation:
    # Who handles a ticket does not bring it about.
    dims = tuple(d for d in _dims(source, filters) if d not in WHO_DIMENSIONS)
    moved = _moved(source, metric, filters, dims, period, before)
    if not len(moved.leaves.codes):
        raise _nothing()
    located = _locate(moved)
    where = named(filters)
    suspects = tuple(_suspect(s) for s in located.suspects if _worth_naming(s, located))
    outside = located.outside and not suspects and _moved_itself(source, metric, filters, period, before, located)
    return Explanation(
        metric=metric,
        where=where,
        observed=located.observed,
        expected=located.expected,
        suspects=suspects,
        outside=outside,
        sentence=_summary(located, suspects, outside),
        dims=moved.leaves.dims,
    )


def _moved_itself(
    source: Source,
    metric: str,
    filters: tuple[Filter, ...],
    period: Period | None,
    before: Period | None,
    located: Located,
) -> bool:
    """Whether the slice left its own numbers as well: not when only the others, that it is held against, have moved."""
    if period is None or before is None:
        return True
    seen, past = (float(source.leaves(metric, (), span, filters).numerator.sum()) for span in (period, before))
    _, low, high = rate_ratio(seen, period.days, past, before.days)
    return low > 1 if located.observed > located.expected else high < 1


def _moved(
    source: Source,
    metric: str,
    filters: tuple[Filter, ...],
    dims: tuple[str, ...],
    period: Period | None,
    before: Period | None,
) -> reference.Expected:
    """The slice's tickets now against what was to be expected of them."""
    frame = _frame(filters)
    now = source.leaves(metric, dims, period, filters)
    if not filters and before is not None:
        return _history(now, source.leaves(metric, dims, before, ()), _times(period, before))
    others_now = reference.less(source.leaves(metric, dims, period, frame), now)
    if before is None:
        return reference.by_mix(now, others_now)
    past = source.leaves(metric, dims, before, filters)
    if past.numerator.sum() < 1:
        return reference.by_mix(now, others_now)
    others_past = reference.less(source.leaves(metric, dims, before, frame), past)
    telling = [d for d in dims if not _constant(now, past, d)]
    inner = tuple(d for d in telling if past.seen(d) and past.seen(d).isdisjoint(others_past.seen(d)))
    common = [d for d in telling if d not in inner]
    expected = reference.by_odds(*(part.keep(common) for part in (now, others_now, past, others_past)))
    return reference.by_share(expected, now, past, _few(past, inner)) if inner else expected


def _few(past: Leaves, dims: tuple[str, ...]) -> tuple[str, ...]:
    """The dimensions that can be crossed with all others, the coarsest first, while there are few combinations."""
    kept: tuple[str, ...] = ()
    for d in sorted(dims, key=lambda one: len(past.seen(one))):
        if len(distinct(past.keep((*kept, d)).codes)[0]) <= _MOST_INNER:
            kept = (*kept, d)
    return kept


def _constant(now: Leaves, past: Leaves, dim: str) -> bool:
    """Whether nearly all tickets of the slice had one value before and have it still, as a city has its province."""
    one, other = together([now, past])
    size = len(one.values[one.dims.index(dim)])
    counts = [np.bincount(part.column(dim), part.numerator, size) for part in (one, other)]
    top = int((counts[0] + counts[1]).argmax())
    return all(count[top] >= _NEARLY_ALL * count.sum() for count in counts)


def _history(now: Leaves, past: Leaves, periods: float) -> reference.Expected:
    """Against their own numbers before, by the dimensions that are not in motion themselves."""
    one, other = together([now, past])
    still = [d for d in now.dims if _distance(one, other, d) <= _UNSTABLE]
    return reference.by_history(now.keep(still), past.keep(still), periods)


def _distance(one: Leaves, other: Leaves, dim: str) -> float:
    """Total variation distance of the shares of a dimension's values, 0 to 1."""
    size = len(one.values[one.dims.index(dim)])
    shares = [
        np.bincount(part.column(dim), part.numerator, size) / max(part.numerator.sum(), 1.0) for part in (one, other)
    ]
    return float(np.abs(shares[0] - shares[1]).sum() / 2)


def _locate(moved: reference.Expected) -> Located:
    found = moved.leaves
    given = Moved(found.dims, found.values, found.codes, moved.real, moved.expected, periods=moved.periods)
    return LOCATORS[LOCATOR].run(given, Options())


def _worth_naming(suspect: Found, located: Located) -> bool:
    """Slices of known values that moved as the whole did, further than everything else, and that matter."""
    # Where most of a change is everywhere alike, a corner that has a little more of it is not its cause.
    least = _MATTERS_OUTSIDE if located.outside else _MATTERS
    rising = located.observed >= located.expected
    further = suspect.ratio > max(located.drift, 1.0) if rising else suspect.ratio < min(located.drift, 1.0)
    return "" not in suspect.where.values() and further and suspect.share >= least


def _suspect(found: Found) -> Suspect:
    where = _with_parents(found)
    said = replace(found, where=where)
    words = {language: {d: dimension(d).title.into(language) for d in where} for language in ("zh", "en")}
    return Suspect(
        where=where,
        observed=found.observed,
        expected=found.expected,
        share=found.share,
        ratio=found.ratio,
        low=found.low,
        high=found.high,
        p=found.p,
        sentence=Words(sentence(said, words["zh"], "zh"), sentence(said, words["en"], "en")),
        ambiguous_with=tuple(w for w in found.ambiguous_with if w != where),
    )


def _with_parents(found: Found) -> dict[str, str]:
    """A batch is named with its model, and a city without its province, where that is the same tickets."""
    for other in found.ambiguous_with:
        if "batch" in found.where and other.keys() == found.where.keys() | {"model"}:
            return other
        left_out = found.where.keys() - other.keys()
        if other.items() < found.where.items() and left_out <= {dimension(d).parent for d in other}:
            return other
    return found.where


def _summary(located: Located, suspects: tuple[Suspect, ...], outside: bool) -> Words:
    if suspects:
        return suspects[0].sentence
    change = located.observed / located.expected - 1 if located.expected > 0 else 0.0
    if outside:
        return Words(
            f"整体变化 {change:+.0%}，各维度一致，没有哪个切片突出：原因在已记录的属性之外。",
            f"Changed by {change:+.0%} everywhere alike and no slice stands out: "
            "the cause is outside the recorded attributes.",
        )
    return Words("没有需要解释的变化，在正常波动之内。", "There is nothing to explain: within ordinary variation.")


def split_mix_of(
    source: Source, metric: str, filters: tuple[Filter, ...], period: Period | None, before: Period | None
) -> Explanation:
    """A mean or a share against the rest, or against another span: harder mix, or worse on like tickets?"""
    frame = filters if before is not None else filters[:-1]
    dims = (*_dims(source, filters), *(d for d in ("hour", "agent") if d not in named(filters)))
    now = source.leaves(metric, dims, period, filters)
    whole = source.leaves(metric, dims, before or period, frame)
    others = whole if before is not None else _rest(whole, now)
    if now.denominator.sum() <= 0 or others.denominator.sum() <= 0:
        raise _nothing()
    mix = split_mix(now, others, metric)
    return Explanation(
        metric=metric,
        where=named(filters),
        observed=float(now.numerator.sum()),
        expected=mix.expected_total(now),
        suspects=tuple(_like_suspect(*found) for found in mix.who(now)),
        outside=False,
        sentence=mix.sentence(),
        mix=mix,
        dims=dims,
    )


def _nothing() -> Invalid:
    return Invalid(
        "nothing-to-explain",
        en="There are no tickets in this slice and period, or in what it is compared with. Choose a wider one.",
        zh="该切片和时段（或与之比较的部分）没有工单，无法解释。请放宽筛选或换一个时段。",
    )


def _rest(whole: Leaves, part: Leaves) -> Leaves:
    """The whole without the part, numerators and denominators alike."""
    whole, part = together([whole, part])
    taken = replace(part, numerator=-part.numerator, denominator=-part.denominator)
    return replace(
        whole,
        codes=np.concatenate([whole.codes, taken.codes]),
        numerator=np.concatenate([whole.numerator, taken.numerator]),
        denominator=np.concatenate([whole.denominator, taken.denominator]),
    )


def _like_suspect(where: dict[str, str], observed: float, expected: float, share: float, half: float) -> Suspect:
    ratio = observed / expected if expected > 0 else float("inf")
    values = "、".join(f"{dimension(d).title.zh} {v}" for d, v in where.items())
    named_en = ", ".join(f"{dimension(d).title.en} {v}" for d, v in where.items())
    return Suspect(
        where=where,
        observed=observed,
        expected=expected,
        share=share,
        ratio=ratio,
        low=ratio - half,
        high=ratio + half,
        p=0.0,
        sentence=Words(
            f"{values}：同类工单是参照的 {ratio:.1f} 倍，占“同类更差”部分的 {share:.0%}。",
            f"{named_en}: {ratio:.1f} times the reference on like tickets, {share:.0%} of that half of the difference.",
        ),
    )


def _frame(filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
    """Whom the slice is compared with: the same place with any fault; of a place, the places beside it."""
    places = tuple(f for f in filters if f.dimension not in FAULT_DIMENSIONS)
    return places if len(places) < len(filters) else places[:-1]


def _dims(source: Source, filters: Sequence[Filter]) -> tuple[str, ...]:
    """The dimensions that may explain: not those that are filtered already, nor a fault where one is named."""
    fixed = {f.dimension for f in filters}
    told = fixed & set(FAULT_DIMENSIONS)
    return tuple(d for d in source.candidates() if d not in fixed and not (told and d in FAULT_DIMENSIONS))


def named(filters: Sequence[Filter]) -> dict[str, str]:
    return {f.dimension: ",".join(f.values) for f in filters}


def _times(period: Period | None, before: Period) -> float:
    return max(before.days / period.days, 1e-6) if period else 1.0
