"""How likely open cases pass their limit, by hand."""

import numpy as np
import pytest

from fixtures_sojourns import HOUR, INF, sojourns
from zhenyin.process.mining.calibration import Calibration
from zhenyin.process.mining.remaining_time import late_probability, outcomes, predict
from zhenyin.process.mining.sojourn_history import SojournHistory

HISTORY = SojournHistory(sojourns(*[(0, 0.0, INF, 10.0)] * 50, *[(0, 0.0, INF, 20.0)] * 50), 1_000 * HOUR)


def test_how_likely_a_limit_is_passed() -> None:
    now = sojourns((0, 0, INF, INF), (0, 0, INF, INF), (0, 0, INF, INF))
    limits = np.array([15 * HOUR, 25 * HOUR, 5 * HOUR])
    assert late_probability(HISTORY, now, 0.0, Calibration(None), limits) == pytest.approx([0.5, 0.0, 1.0])


def test_an_end_beyond_the_record_is_not_known() -> None:
    # Of three in four is only known that they take more than a hundred hours.
    rows = [(0, 0.0, INF, 10.0)] * 50 + [(0, 0.0, INF, INF)] * 150
    history = SojournHistory(sojourns(*rows), 100 * HOUR)
    found = predict(history, sojourns((0, 0, INF, INF)), 0.0, Calibration(None), 0.8)
    assert (found.low.tolist(), found.median.tolist(), found.high.tolist()) == ([10 * HOUR], [INF], [INF])


def test_outcomes_that_are_not_known_yet_are_censored() -> None:
    found = outcomes(HISTORY, sojourns((0, 0, INF, 12.0), (0, 0, INF, 30.0)), 0.0, 15 * HOUR)
    assert found.predicted.tolist() == pytest.approx([0.5, 0.5])
    assert found.completed.tolist() == [True, False]
