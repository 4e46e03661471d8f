"""Calibration: predicted shares, corrected by how earlier predictions turned out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats, Mask
from zhenyin.process.mining.completion_curve import CompletionCurve, kaplan_meier

_LEAST_COMPLETED = 40
"""Outcomes without which shares stay as predicted."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How predictions turned out.

    predicted: float64 [cases], the share that was predicted to be completed by the moment at which the case ended, or by
    which it was last seen open. completed: bool [cases]; False for those still open, whose outcome is censored.
    """

    predicted: Floats
    completed: Mask

    def __len__(self) -> int:
        return len(self.predicted)

    @classmethod
    def of(cls, parts: Sequence["Outcomes"]) -> "Outcomes":
        """The outcomes of all parts, one after the other."""
        return cls(
            np.concatenate([part.predicted for part in parts]), np.concatenate([part.completed for part in parts])
        )


@dataclass(frozen=True, slots=True)
class Calibration:
    """The distribution of predicted shares at the true outcome; uniform where predictions are right.

    curve: share of outcomes at or below a predicted share; None while there are too few, and then nothing is corrected.

    Source: V. Chernozhukov, K. Wüthrich and Y. Zhu, Distributional conformal prediction, PNAS 118 (2021); outcomes that are
    not known yet are censored here too.
    """

    curve: CompletionCurve | None

    @classmethod
    def by(cls, outcomes: Outcomes) -> "Calibration":
        """The calibration that these outcomes give; none where fewer than 40 of them are completed."""
        enough = outcomes.completed.sum() >= _LEAST_COMPLETED
        return cls(kaplan_meier(outcomes.predicted, outcomes.completed) if enough else None)

    def level(self, share: float) -> float:
        """The share that must be predicted for `share` of cases to be completed by then.

        >>> Calibration(CompletionCurve(np.array([0.1, 0.4]), np.array([0.5, 1.0]))).level(0.5)
        0.1
        """
        return share if self.curve is None else min(self.curve.quantile(share), 1.0)

    def calibrated(self, predicted: Floats) -> Floats:
        """Of cases with a predicted share, the share that really was completed by then.

        >>> Calibration(CompletionCurve(np.array([0.1, 0.4]), np.array([0.5, 1.0]))).calibrated(np.array([0.2])).tolist()
        [0.5]
        """
        return predicted if self.curve is None else self.curve.completed(predicted)
