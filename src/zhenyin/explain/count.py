"""Why has a number of tickets moved? The slices that moved by themselves, or that the cause lies outside."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from zhenyin.core.words import Words
from zhenyin.dimensions import dimension
from zhenyin.explain import baseline
from zhenyin.explain.binning import NUMBERS
from zhenyin.explain.dimension_screening import narrowed
from zhenyin.explain.hierarchy import _short, _with_parents, finer
from zhenyin.explain.method import Method, chosen, with_overlaps
from zhenyin.explain.mix_rate import WHO_DIMENSIONS
from zhenyin.explain.models import Explanation, Suspect
from zhenyin.explain.source import AtHand, Live, Source, dims_of, named, nothing
from zhenyin.locators import LOCATORS, Options
from zhenyin.locators import Explanation as Located
from zhenyin.locators import Leaves as Moved
from zhenyin.locators import Suspect as Found
from zhenyin.locators.scan import sentence
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.view_counts import View, ViewCounts
from zhenyin.stats import expected_counts as reference
from zhenyin.stats.attribution import AttributionNode, attribute_change
from zhenyin.stats.intervals import rate_ratio

_MATTERS, _MATTERS_OUTSIDE = 0.05, 0.25
_OF_ALL_AGES = 0.5
"""Of what a band of ages has too many, its slice must have so much over all ages."""


def explain(
    source: Source,
    metric: str,
    filters: tuple[Filter, ...],
    period: Period | None,
    before: Period | None,
    method: str | None = None,
) -> Explanation:
    """Explain a count in a period against an earlier one, or against the others when `before` is None.

    method: the key of a locator, if not the one that suits. Raises Invalid (`nothing-to-explain`).
    """
    # Who handles a ticket does not bring it about.
    dims = tuple(d for d in dims_of(source, filters) if d not in WHO_DIMENSIONS)
    dims = (*dims, *source.numbers(metric, filters)) if isinstance(source, Live) else dims
    times = before.days / period.days if period and before else 1.0 if before else None
    source, dims = at_hand(source, metric, dims, baseline.views(filters, period, before), times)
    moved = baseline.moved(source, metric, filters, dims, period, before)
    return told(
        metric,
        filters,
        moved,
        lambda found: _moved_itself(source, metric, filters, period, before, found),
        method,
        earlier=before is not None,
    )


def told(
    metric: str,
    filters: tuple[Filter, ...],
    moved: reference.Expected,
    by_itself: Callable[[Located], bool],
    method: str | None = None,
    *,
    earlier: bool = True,
) -> Explanation:
    """Suspects of tickets against those expected. by_itself: whether the whole has left its own numbers too.

    earlier: whether they are expected from an earlier span.
    """
    if not len(moved.leaves.codes):
        raise nothing()
    used, located = _locate(moved, method)
    suspects = tuple(
        _suspect(finer(s, moved))
        for s in located.suspects
        if worth_naming(s, located) and not (earlier and grown_older(s, moved))
    )
    outside = located.outside and not suspects and by_itself(located)
    return Explanation(
        metric=metric,
        where=named(filters),
        observed=located.observed,
        expected=located.expected,
        suspects=suspects,
        outside=outside,
        sentence=_summary(located, suspects, outside),
        dims=moved.leaves.dims,
        values=moved.leaves.values,
        parts=_parts(moved, NUMBERS if earlier else ()),
        method=with_overlaps(used, [s.where for s in suspects]),
    )


def _parts(moved: reference.Expected, without: Sequence[str]) -> AttributionNode:
    """The change level by level. without: dimensions that are not told apart, since units grow older by themselves."""
    found, codes = moved.leaves, moved.leaves.codes.copy()
    for i, d in enumerate(found.dims):
        if d in without:
            codes[:, i] = 0
    return attribute_change(codes, [len(values) for values in found.values], moved.real, moved.expected)


def at_hand(
    source: Source, metric: str, dims: tuple[str, ...], views: tuple[View, ...], times: float | None
) -> tuple[Source, tuple[str, ...]]:
    """All that is going to be asked for, by one pass where there is one; and the dimensions that are worth crossing.

    views: the slice now, then before if it is held against that (see `held_against.views`). times: how many times as long
    before is, None where there is no before.
    """
    live = source.at_once(metric, dims, views) if isinstance(source, Live) else None
    if live is None:
        return source, dims
    kept = live.dims if times is None else narrowed(live, times)
    return AtHand(source, metric, views, live), tuple(d for d in kept if times is None or not _ageing(live, d))


def _ageing(live: ViewCounts, dim: str) -> bool:
    """Whether a number has gone up with time alone, as the months in service of one batch do: it explains nothing."""
    codes = live.codes[:, live.dims.index(dim)]
    return dim in NUMBERS and baseline.in_motion(codes, live.totals[0], codes, live.totals[1]) > baseline.UNSTABLE


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


def _locate(moved: reference.Expected, asked: str | None) -> tuple[Method, Located]:
    found = moved.leaves
    given = Moved(found.dims, found.values, found.codes, moved.real, moved.expected, periods=moved.periods)
    method = chosen(given, asked)
    return method, LOCATORS[method.key].run(given, Options())


def worth_naming(suspect: Found, located: Located) -> bool:
    """Slices of known values that moved as the whole did, further than everything else, and that matter."""
    # Where most of a change is everywhere alike, a corner that has a little more of it is not its cause.
    least = _MATTERS_OUTSIDE if located.outside else _MATTERS
    rising = located.observed >= located.expected
    further = suspect.ratio > max(located.drift, 1.0) if rising else suspect.ratio < min(located.drift, 1.0)
    return "" not in suspect.where.values() and further and suspect.share >= least


def grown_older(suspect: Found, moved: reference.Expected) -> bool:
    """Whether a band of ages has no more than units bring that grow older: other ages of the slice have as much less.

    moved: against an earlier span. Units of one batch are older in every span than in the one before.
    """
    if not suspect.where.keys() & set(NUMBERS):
        return False
    if suspect.where.keys() <= set(NUMBERS):
        # What was sold in one season is of one age, and next quarter of the next.
        return True
    all_ages = moved.leaves.inside({d: value for d, value in suspect.where.items() if d not in NUMBERS})
    excess = float((moved.real - moved.expected)[all_ages].sum())
    own = suspect.observed - suspect.expected
    return excess / own < _OF_ALL_AGES if own else True


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
        ambiguous_with=tuple(w for w in found.ambiguous_with if _short(w) != _short(where)),
    )


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
