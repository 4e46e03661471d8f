"""Why has a quantile moved? Quantiles do not add up, but how many lie above a level does.

The level is the quantile of what is compared with. Whose part above it has grown is found as with any rate, and each suspect
is confirmed by its own quantile, now and before.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from zhenyin.core.errors import Invalid
from zhenyin.core.words import Words
from zhenyin.dimensions import dimension, handlers
from zhenyin.explain.binning import banded, condition
from zhenyin.explain.count import worth_naming
from zhenyin.explain.dimension_screening import crossed
from zhenyin.explain.method import BY_LEVEL
from zhenyin.explain.models import Explanation, Suspect
from zhenyin.explain.source import Live, Source, dims_of, named, nothing
from zhenyin.job.workspace import Workspace
from zhenyin.locators import LOCATORS, Options
from zhenyin.locators import Leaves as Moved
from zhenyin.locators import Suspect as Found
from zhenyin.metrics import METRICS
from zhenyin.question.filters import Filter
from zhenyin.question.models import Estimate, Question
from zhenyin.question.period import Period
from zhenyin.question.service import answer
from zhenyin.question.view_counts import View, ViewCounts, view_counts
from zhenyin.stats.evidence import rates
from zhenyin.stats.leaves import distinct
from zhenyin.stats.peeling import minus_log_p

_WHO = handlers()
"""Who handles a ticket does not bring it about, but may well be why it takes long."""
_LEAST = 30
_MOST = 6


@dataclass(frozen=True, slots=True)
class _Asked:
    """A quantile of some rows now, and of those that it is compared with."""

    workspace: Workspace
    metric: str
    now: View
    before: View

    def figure(self, view: View, where: dict[str, str]) -> Estimate:
        """The quantile of a view, within a slice of it."""
        inside = tuple(condition(d, value) for d, value in where.items())
        question = Question((self.metric,), period=view.period, filters=(*view.filters, *inside))
        return answer(self.workspace.warehouse, question).cells[0].estimate


def explain(
    workspace: Workspace,
    source: Source,
    metric: str,
    filters: tuple[Filter, ...],
    period: Period | None,
    before: Period | None,
) -> Explanation:
    """Explain a quantile in a period against an earlier one, or against the others when `before` is None.

    observed, expected of the explanation and of its suspects are the quantile now and before; share is the part of the
    additional tickets above the level. Raises Invalid (`nothing-to-explain`, `rest-needs-values`).
    Source: S. Firpo, N. Fortin and T. Lemieux, "Unconditional Quantile Regressions", Econometrica 77 (2009): a quantile
    moves as the share above it does, over the density there.
    """
    then = View(before, filters) if before is not None else View(period, (*filters[:-1], _opposite(filters[-1])))
    asked = _Asked(workspace, metric, View(period, filters), then)
    whole_now, whole_then = asked.figure(asked.now, {}), asked.figure(asked.before, {})
    if whole_now.value is None or whole_then.value is None:
        raise nothing()
    dims = (*dims_of(source, filters), *(d for d in _WHO if d not in named(filters)))
    dims = tuple(dict.fromkeys((*dims, *source.numbers(metric, filters)) if isinstance(source, Live) else dims))
    views = [View(v.period, v.filters, above) for v in (asked.now, asked.before) for above in (None, whole_then.value)]
    bands = banded(workspace.warehouse, metric, dims, views, sides=(1, 3))
    live = _narrowed(view_counts(workspace.warehouse, metric, dims, views, bands=bands))
    found = tuple(_suspects(asked, live))[:_MOST]
    return Explanation(
        metric=metric,
        where=named(filters),
        observed=whole_now.value,
        expected=whole_then.value,
        suspects=found,
        outside=False,
        sentence=found[0].sentence if found else _quiet(metric, whole_now.value, whole_then.value),
        dims=live.dims,
        method=BY_LEVEL,
    )


def _opposite(last: Filter) -> Filter:
    if last.op not in ("in", "not in"):
        raise Invalid(
            "rest-needs-values",
            en=f"The rest of {last} cannot be told. End with a filter that names values, such as province=北京市.",
            zh=f"无法确定 {last} 的其余部分。最后一个筛选请给出取值，例如 province=北京市。",
        )
    return Filter(last.dimension, "not in" if last.op == "in" else "in", last.values)


def _narrowed(live: ViewCounts) -> ViewCounts:
    """The leaves of the dimensions that tell most, each weighed alone, as long as their combinations are few."""
    there = live.totals[0] + live.totals[2] > 0
    order = sorted(range(len(live.dims)), key=lambda d: -_evidence(live, d))
    kept = sorted(crossed(live, ((d,) for d in order), there))
    codes, cell = distinct(live.codes[:, kept])
    totals = [np.bincount(cell, total, len(codes)).astype(float) for total in live.totals]
    return ViewCounts(tuple(live.dims[i] for i in kept), [live.values[i] for i in kept], codes, totals)


def _evidence(live: ViewCounts, dim: int) -> float:
    """Nats by which the value whose part above the level moved furthest speaks, beyond naming it."""
    size = len(live.values[dim])
    n, above, n_then, above_then = (np.bincount(live.codes[:, dim], total, size).astype(float) for total in live.totals)
    model = rates(above, n, above_then, n_then, periods=1.0)
    return float(minus_log_p(model.gain(*model.parts())).max()) - float(np.log(size))


def _suspects(asked: _Asked, live: ViewCounts) -> Iterator[Suspect]:
    n, above, n_then, above_then = live.totals
    leaves = Moved(live.dims, live.values, live.codes, above, above_then, n, n_then, kind="rate", periods=1.0)
    located = LOCATORS["scan"].run(leaves, Options())
    for found in located.suspects:
        if not worth_naming(found, located):
            continue
        now, then = asked.figure(asked.now, found.where), asked.figure(asked.before, found.where)
        if _confirmed(found, now, then):
            yield _suspect(asked.metric, found, now, then)


def _confirmed(found: Found, now: Estimate, then: Estimate) -> bool:
    """Whether the quantile itself moved the same way, beyond its own interval on both sides."""
    if now.value is None or then.value is None or min(now.n, then.n) < _LEAST:
        return False
    if found.ratio >= 1:
        return now.value > (then.high or then.value) and then.value < (now.low or now.value)
    return now.value < (then.low or then.value) and then.value > (now.high or now.value)


def _suspect(metric: str, found: Found, now: Estimate, then: Estimate) -> Suspect:
    here, was = now.value or 0.0, then.value or 0.0
    low, high = (now.low or here) / max(then.high or was, 1e-9), (now.high or here) / max(then.low or was, 1e-9)
    titles = {d: dimension(d).title for d in found.where}
    of, unit = METRICS[metric].title, METRICS[metric].unit.words
    zh = "、".join(f"{titles[d].zh} {value}" for d, value in found.where.items())
    en = ", ".join(f"{titles[d].en} {value}" for d, value in found.where.items())
    return Suspect(
        where=found.where,
        observed=here,
        expected=was,
        share=found.share,
        ratio=here / max(was, 1e-9),
        low=low,
        high=high,
        p=found.p,
        sentence=Words(
            f"{zh}的{of.zh}为 {here:.3g} {unit.zh}，参照为 {was:.3g}；超过参照水平的工单是预期的 {found.ratio:.1f} 倍。",
            f"{en}: {of.en.lower()} {here:.3g} {unit.en} against {was:.3g}; {found.ratio:.1f} times as many tickets as "
            "expected lie above the level of the reference.",
        ),
        ambiguous_with=found.ambiguous_with,
    )


def _quiet(metric: str, now: float, then: float) -> Words:
    of, unit = METRICS[metric].title, METRICS[metric].unit.words
    return Words(
        f"{of.zh}为 {now:.3g} {unit.zh}，参照为 {then:.3g}；没有哪个切片单独突出。",
        f"{of.en} is {now:.3g} {unit.en} against {then:.3g}; no slice stands out by itself.",
    )
