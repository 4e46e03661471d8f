"""Intervals hold the share of outcomes that they are built to hold."""

import numpy as np
import pytest

from fixtures_sojourns import HOUR, INF, sojourns
from zhenyin.process.mining.calibration import Calibration
from zhenyin.process.mining.remaining_time import predict
from zhenyin.process.mining.remaining_time_model import NOMINAL_COVERAGE, fit


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_intervals_hold_what_they_say_of_what_was_hidden(seed: int) -> None:
    """Two kinds of tickets, one slow; the pace of all changes slowly over a year."""
    chance, n = np.random.default_rng(seed), 6_000
    since = np.sort(chance.uniform(0, 365 * 24, n))
    slow = chance.integers(0, 2, n)
    wait, work = chance.exponential(20 + 60 * slow), chance.gamma(2, 15 * (1 + since / 8_760) * (1 + slow))
    end = since + wait + work
    rows = [
        *zip(slow, since, since + wait, end, strict=True),
        *zip(slow + 2, since + wait, [INF] * n, end, strict=True),
    ]
    every = sojourns(*rows)
    covered = []
    for moment in np.arange(300, 360, 4) * 24 * HOUR:
        model, now = fit(every, moment), every.open_at(moment)
        found = predict(model.history, now, moment, model.calibration, NOMINAL_COVERAGE)
        covered.append((now.end - moment >= found.low) & (now.end - moment <= found.high))
        assert model.empirical_coverage is not None
    assert np.concatenate(covered).mean() == pytest.approx(NOMINAL_COVERAGE, abs=0.05)


def test_a_record_younger_than_the_backtest_predicts_without_it() -> None:
    young = sojourns(*[(0, float(n), INF, n + 10.0) for n in range(40)], (0, 60.0, INF, INF))
    model = fit(young, 61 * HOUR)
    assert (model.empirical_coverage, model.coverage_n, model.calibration) == (None, 0, Calibration(None))
    found = predict(model.history, young.open_at(61 * HOUR), 61 * HOUR, model.calibration, NOMINAL_COVERAGE)
    assert found.median.tolist() == pytest.approx([9 * HOUR], rel=0.1)
