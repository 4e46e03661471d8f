"""The model of remaining times: a record of sojourns, a calibration, and the coverage that it had in a backtest."""

from dataclasses import dataclass, field

import numpy as np

from zhenyin.process.mining.calibration import Calibration, Outcomes
from zhenyin.process.mining.remaining_time import outcomes
from zhenyin.process.mining.sojourn_history import SojournHistory
from zhenyin.process.mining.sojourns import Codes, Sojourns

NOMINAL_COVERAGE = 0.8
"""Share of tickets that are to end within their interval."""
_BACKTESTS = 8
"""Moments of the past, a week apart at the present hour, at which predictions are compared with the outcomes."""
_WEEK = 7 * 86_400


@dataclass(frozen=True, slots=True)
class RemainingTimeModel:
    """A record of sojourns, `history`, and the `calibration` of what it predicts.

    empirical_coverage: share of the newer outcomes that intervals held; None where there are none. coverage_n: of how many
    outcomes that is. codes: of each part of a state in `history`.
    """

    history: SojournHistory
    calibration: Calibration
    empirical_coverage: float | None
    coverage_n: int
    codes: Codes = field(default_factory=dict)

    def own_codes(self) -> Codes:
        """A copy that may be added to: what is kept is read by many threads."""
        return {part: dict(codes) for part, codes in self.codes.items()}


def fit(
    sojourns: Sojourns, moment: float, backtests: int = _BACKTESTS, codes: Codes | None = None
) -> RemainingTimeModel:
    """The model at a moment (seconds since 1970), from what was recorded by then.

    sojourns: all of an event log. backtests: how many moments of the past. codes: of the states of the sojourns.
    Predictions at each backtest moment are made from what was recorded at the first of them. The coverage is that of the
    newer half of these moments, with intervals that the older half calibrated; then all of them calibrate what is
    predicted now.

    Source: L. J. Tashman, Out-of-sample tests of forecasting accuracy, International Journal of Forecasting 16 (2000).

    >>> since = np.arange(2_000) * 3_600.0
    >>> takes = np.random.default_rng(0).exponential(86_400, 2_000)
    >>> past = Sojourns(np.zeros((2_000, 4), dtype=np.int64), since, np.full(2_000, np.inf), since + takes)
    >>> model = fit(past, 2_000 * 3_600.0)
    >>> 0.7 < model.empirical_coverage < 0.9
    True
    """
    recorded = sojourns.as_of(moment)
    origins = [moment - week * _WEEK for week in range(backtests, 0, -1)]
    past = SojournHistory(sojourns.as_of(origins[0]), origins[0])
    results = [outcomes(past, recorded.open_at(origin), origin, moment) for origin in origins]
    halves = results[: backtests // 2], results[backtests // 2 :]
    older, newer = (Calibration.by(Outcomes.of(half)) for half in halves)
    ends = np.array([older.level((1 - NOMINAL_COVERAGE) / 2), older.level((1 + NOMINAL_COVERAGE) / 2)])
    coverage = float(np.diff(newer.curve.completed(ends))[0]) if newer.curve else None
    calibration = Calibration.by(Outcomes.of(results))
    coverage_n = sum(len(part) for part in halves[1])
    return RemainingTimeModel(SojournHistory(recorded, moment), calibration, coverage, coverage_n, codes or {})
