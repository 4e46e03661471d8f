"""Binning: a number, such as months in service, cut into ranges where the ratio of two periods changes."""

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.stats.evidence import Counts
from zhenyin.stats.peeling import minus_log_p

_CLEAR = 4.6
"""Nats beyond the choice of the place that a cut needs: a chance of 1 %."""
_FEWEST = 4


def cuts(now: Floats, before: Floats, most: int = 6) -> list[int]:
    """The indices at which bins begin, in order, the first of them 0.

    now, before: events of both periods by value, float [values], in the order of the values. most: bins at most.

    Bins are cut where the share of events now differs beyond chance (1 %, corrected for the choice of the place). A cause
    that is a combination with another attribute need not show here, so that further cuts into parts with as many events
    make at least four bins where there are so many values.
    Source: L. Breiman, J. Friedman, R. Olshen and C. Stone, "Classification and Regression Trees" (1984), chapter 2, with
    the likelihood ratio of U. Fayyad and K. Irani's recursive cuts, IJCAI 1993.

    >>> now, before = np.full(12, 50.0), np.full(12, 50.0)
    >>> now[3:5] = 150.0
    >>> cuts(now, before)
    [0, 3, 5, 9]
    """
    starts = [0]
    while len(starts) < most:
        found = [best for span in _spans(starts, len(now)) if (best := _best(now, before, *span))]
        if not found:
            break
        starts = sorted([*starts, max(found)[1]])
    while len(starts) < min(_FEWEST, len(now)):
        middle = _middle(now + before, starts)
        if middle is None:
            break
        starts = sorted([*starts, middle])
    return starts


def _spans(starts: list[int], end: int) -> list[tuple[int, int]]:
    return list(zip(starts, [*starts[1:], end], strict=True))


def _best(now: Floats, before: Floats, first: int, end: int) -> tuple[float, int] | None:
    """The place inside a band whose two sides differ most, if they do beyond chance."""
    if end - first < 2:
        return None
    whole = float(now[first:end].sum()), float((now + before)[first:end].sum())
    seen, total = np.cumsum(now[first:end])[:-1], np.cumsum((now + before)[first:end])[:-1]
    left, right = (
        Counts(some, of, np.full(len(of), whole[0] / max(whole[1], 1e-9)).clip(1e-6, 1 - 1e-6), log_odds_sd=0.0)
        for some, of in ((seen, total), (whole[0] - seen, whole[1] - total))
    )
    gain = sum(side.gain_against_expectation(side.now, side.total, side.total * side.share) for side in (left, right))
    score = minus_log_p(np.asarray(gain)) - np.log(end - first - 1) - _CLEAR
    at = int(np.argmax(score))
    return (float(score[at]), first + at + 1) if score[at] > 0 else None


def _middle(events: Floats, starts: list[int]) -> int | None:
    """The middle, by events, of the band with most of them that can be parted."""
    spans = [span for span in _spans(starts, len(events)) if span[1] - span[0] > 1]
    if not spans:
        return None
    first, end = max(spans, key=lambda span: float(events[span[0] : span[1]].sum()))
    passed = np.cumsum(events[first:end])
    at = int(np.searchsorted(passed, passed[-1] / 2)) + 1
    return first + min(at, end - first - 1)
