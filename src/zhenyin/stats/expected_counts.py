"""Expected counts by case and control: the tickets that a slice would have if nothing had changed.

Cases are the tickets of the slice, controls (the others) those that it is compared with. The odds of being a case are
estimated in the reference period, value by value, and applied to the controls now. A version that everybody moves to brings
more tickets of every fault, cases and controls alike, and so explains nothing.

Source: N. E. Breslow and N. E. Day, "Statistical Methods in Cancer Research" I (1980), chapter 4.
"""

from dataclasses import replace

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.stats.leaves import ComparedLeaves, Leaves, align, distinct

_PRIOR_EVENTS = 30.0
"""Events by which a value's own odds are shrunk towards the common odds."""
_PRIOR_UNITS = 1e-3
"""Units at risk are known and not drawn by chance: they need no shrinking, only a number where there are none."""
_ROUNDS = 6


def expected_by_odds(now: Leaves, others_now: Leaves, before: Leaves, others_before: Leaves) -> ComparedLeaves:
    """Expected cases: the controls now times the odds of a case before, on all leaves of both.

    now, others_now: cases and controls of the period; before, others_before: those of the reference period. Leaves whose
    controls number nothing are expected to have no cases. `periods` of the result: events behind the expectation over the
    expectation itself; the relative variances of the three counts that make it add up.

    >>> def of(a: float, b: float) -> Leaves:
    ...     return Leaves(("d",), [["x", "y"]], np.array([[0], [1]]), np.array([a, b]), np.zeros(2))
    >>> found = expected_by_odds(of(10, 90), of(1000, 1000), of(1000, 3000), of(10000, 10000))
    >>> found.expected.round().tolist()
    [101.0, 299.0]
    """
    now, others_now, before, others_before = align([now, others_now, before, others_before])
    odds = main_effects(before, others_before, others_now.codes)
    found = _compared(now, others_now, others_now.numerator * odds)
    total = max(float(found.expected.sum()), 1e-9)
    counts = [max(float(part.numerator.sum()), 1e-9) for part in (others_now, before, others_before)]
    seen = 1 / sum(1 / count for count in counts)
    return replace(found, periods=max(seen / total, 0.1))


def expected_by_share(common: ComparedLeaves, now: Leaves, before: Leaves, inner: tuple[str, ...]) -> ComparedLeaves:
    """Expected cases also by dimensions that only the cases have, such as the cities of a province: by shares before.

    common: expected by the other dimensions. now, before: the cases by all dimensions. inner: those that only cases have.

    >>> made = lambda *counts: Leaves(("model", "city"), [["A"], ["x", "y"]], np.array([[0, 0], [0, 1]]),
    ...                               np.array(counts), np.zeros(2))
    >>> common = ComparedLeaves(("model",), [["A"]], np.array([[0]]), np.array([100.0]), np.array([40.0]))
    >>> expected_by_share(common, made(90.0, 10.0), made(30.0, 10.0), ("city",)).expected.tolist()
    [30.0, 10.0]
    """
    cases = before.keep(inner)
    cells, cell = distinct(cases.codes)
    share = np.bincount(cell, cases.numerator, len(cells)) / max(float(cases.numerator.sum()), 1e-9)
    codes = np.concatenate(
        [np.repeat(common.codes, len(cells), axis=0), np.tile(cells, (len(common.codes), 1))], axis=1
    )
    expected = np.outer(common.expected, share).ravel()
    crossed = Leaves((*common.dims, *inner), [*common.values, *cases.values], codes, expected, expected)
    observed, crossed = align([now.keep(crossed.dims), crossed])
    return replace(_compared(observed, crossed, crossed.numerator), periods=common.periods)


def expected_by_mix(now: Leaves, others_now: Leaves) -> ComparedLeaves:
    """Expected cases if they were distributed as the controls are: for cases that have no history.

    now, others_now: cases and controls of the period. `periods` of the result: controls over cases, at least 1.

    >>> made = lambda a, b: Leaves(("d",), [["x", "y"]], np.array([[0], [1]]), np.array([a, b]), np.zeros(2))
    >>> expected_by_mix(made(60.0, 40.0), made(300.0, 700.0)).expected.tolist()
    [30.0, 70.0]
    """
    now, others_now = align([now, others_now])
    share = float(now.numerator.sum()) / max(float(others_now.numerator.sum()), 1.0)
    found = _compared(now, others_now, others_now.numerator * share)
    return replace(found, periods=max(1 / max(share, 1e-9), 1.0))


def expected_by_exposure(now: Leaves, others_now: Leaves, units: Leaves, others_units: Leaves) -> ComparedLeaves:
    """Expected cases at the rates of the controls: their events times the units of the cases over the units of the controls.

    now, others_now: events of cases and controls. units, others_units: what is at risk among each, by some of their
    dimensions, in the numerator; the ratio of the two is a common level times one factor for each value.
    Source: indirect standardisation, N. E. Breslow and N. E. Day, "Statistical Methods in Cancer Research" II (1987), 2.3.

    >>> def of(dims: tuple[str, ...], *counts: float) -> Leaves:
    ...     codes = np.arange(len(counts)).reshape(-1, 1)[:, : len(dims)]
    ...     return Leaves(dims, [["x", "y"]][: len(dims)], codes, np.array(counts), np.zeros(len(counts)))
    >>> found = expected_by_exposure(of(("d",), 30, 20), of(("d",), 40, 40), of((), 1000.0), of((), 4000.0))
    >>> found.observed.tolist(), found.expected.tolist(), found.periods
    ([30.0, 20.0], [10.0, 10.0], 4.0)
    """
    now, others_now = align([now, others_now])
    units, others_units, at = align([units, others_units, others_now.keep(units.dims)])
    found = _compared(now, others_now, others_now.numerator * main_effects(units, others_units, at.codes, _PRIOR_UNITS))
    total = max(float(found.expected.sum()), 1e-9)
    return replace(found, periods=max(float(others_now.numerator.sum()) / total, 0.1))


def expected_by_history(now: Leaves, before: Leaves, periods: float, seen: float | None = None) -> ComparedLeaves:
    """Expected cases from their own counts before.

    now, before: cases of the period and of the reference period. periods: length of the latter over that of the former.
    seen: how many times over the expectation was observed, where that is not `periods`.

    >>> leaf = Leaves((), [], np.zeros((1, 0), dtype=int), np.array([12.0]), np.ones(1))
    >>> found = expected_by_history(leaf, leaf, 4.0)
    >>> found.observed.tolist(), found.expected.tolist(), found.periods
    ([12.0], [3.0], 4.0)
    """
    now, before = align([now, before])
    found = _compared(now, before, before.numerator / periods)
    return replace(found, periods=periods if seen is None else seen)


def main_effects(cases: Leaves, others: Leaves, at: Ints, prior: float = _PRIOR_EVENTS) -> Floats:
    """Odds of being a case at some codes: a common level times one factor for each value of each dimension.

    cases, others: leaves of one list of values (see `align`). at: int [n, dims]. Returns float [n]. Factors are fitted in
    turn until observed and fitted cases of every value agree, shrunk towards 1 by `prior` events.
    Source: iterative proportional fitting, W. E. Deming and F. F. Stephan, Annals of Mathematical Statistics 11 (1940).

    >>> made = lambda a, b: Leaves(("d",), [["x", "y"]], np.array([[0], [1]]), np.array([a, b]), np.zeros(2))
    >>> odds = main_effects(made(1000.0, 3000.0), made(10000.0, 10000.0), np.array([[0], [1]]))
    >>> [round(float(o), 2) for o in odds]
    [0.1, 0.3]
    """
    level = float(cases.numerator.sum()) / max(float(others.numerator.sum()), 1e-9)
    factors = [np.ones(len(values)) for values in cases.values]
    fitted = others.numerator * level
    for _ in range(_ROUNDS):
        for d, factor in enumerate(factors):
            seen = np.bincount(cases.codes[:, d], cases.numerator, len(factor))
            # The factor is shrunk and not the step, or every round would undo some of it.
            without = np.bincount(others.codes[:, d], fitted, len(factor)) / factor
            step = (seen + prior) / (without + prior) / factor
            factor *= step
            fitted = fitted * step[others.codes[:, d]]
    odds = np.full(len(at), level)
    for d, factor in enumerate(factors):
        odds *= factor[at[:, d]]
    return odds


def difference(whole: Leaves, part: Leaves) -> Leaves:
    """The leaves of a whole without a part of it; leaves of which nothing is left are dropped.

    >>> def of(*counts: float) -> Leaves:
    ...     return Leaves(("d",), [["x", "y"]], np.array([[0], [1]]), np.array(counts), np.zeros(2))
    >>> rest = difference(of(5, 7), of(5, 3))
    >>> rest.codes.tolist(), rest.numerator.tolist()
    ([[1]], [4.0])
    """
    whole, part = align([whole, part])
    both = _compared(whole, part, part.numerator)
    rest = both.observed - both.expected
    kept = rest > 1e-9
    return Leaves(both.dims, both.values, both.codes[kept], rest[kept], np.zeros(int(kept.sum())))


def _compared(now: Leaves, reference: Leaves, expected: Floats) -> ComparedLeaves:
    """The leaves of both: the numerator of one, and the figures expected on the leaves of the other."""
    codes, at = distinct(np.concatenate([now.codes, reference.codes]))
    case, control = at[: len(now.codes)], at[len(now.codes) :]
    observed = np.bincount(case, now.numerator, len(codes)).astype(np.float64)
    due = np.bincount(control, expected, len(codes)).astype(np.float64)
    return ComparedLeaves(now.dims, now.values, codes, observed, due)
