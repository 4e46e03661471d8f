"""Completion curve: the share of cases that have ended after so much time, with censored cases (1 − Kaplan–Meier)."""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats, Mask


@dataclass(frozen=True, slots=True)
class CompletionCurve:
    """A step function. after: float64 [steps], seconds, rising; share: float64 [steps], completed by then, 0 to 1."""

    after: Floats
    share: Floats

    def completed(self, seconds: Floats) -> Floats:
        """Share of cases that are completed after so many seconds.

        >>> CompletionCurve(np.array([1.0, 3.0]), np.array([0.25, 0.5])).completed(np.array([0.5, 2.0, 9.0])).tolist()
        [0.0, 0.25, 0.5]
        """
        place = np.searchsorted(self.after, seconds, side="right")
        return np.concatenate(([0.0], self.share))[place]

    def quantile(self, share: float) -> float:
        """After how many seconds a share is completed; inf where the record does not reach so far.

        >>> curve = CompletionCurve(np.array([1.0, 3.0]), np.array([0.25, 0.5]))
        >>> curve.quantile(0.5), curve.quantile(0.6)
        (3.0, inf)
        """
        place = int(np.searchsorted(self.share, share - 1e-12))
        return float(self.after[place]) if place < len(self.after) else np.inf


def kaplan_meier(durations: Floats, completed: Mask) -> CompletionCurve:
    """The completion curve of right-censored durations.

    Parameters
    - durations: float64 [cases], seconds. completed: bool [cases]; False for a case that is still open, of which only is
      known that it takes longer than this.

    Assumes independent censoring: that a case is still open gives no information on its duration beyond the time so far.

    Source: E. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, JASA 53 (1958).

    >>> curve = kaplan_meier(np.array([1.0, 2.0, 3.0, 4.0]), np.array([True, False, True, True]))
    >>> curve.after.tolist(), curve.share.tolist()
    ([1.0, 3.0, 4.0], [0.25, 0.625, 1.0])
    """
    order = np.lexsort((~completed, durations))
    at_risk = np.arange(len(durations), 0, -1)
    surviving = np.cumprod(1 - completed[order] / at_risk)
    events = completed[order]
    return CompletionCurve(durations[order][events], np.asarray(1 - surviving[events], dtype=np.float64))
