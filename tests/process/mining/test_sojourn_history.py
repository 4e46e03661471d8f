"""Which past sojourns a curve is made of."""

import pytest

from fixtures_sojourns import HOUR, INF, sojourns
from zhenyin.process.mining.sojourn_history import SojournHistory

ANYWHERE = (0, 0, 0, 0)


def test_a_case_that_has_been_there_long_is_compared_with_those_that_were_there_as_long() -> None:
    # Half of them go on after an hour; the others end after a hundred.
    rows = [(0, 0.0, 1.0, 1.0)] * 100 + [(0, 0.0, INF, 100.0)] * 100
    history = SojournHistory(sojourns(*rows), 1_000 * HOUR)
    assert history.curve(ANYWHERE, 0.0).quantile(0.5) == HOUR
    assert history.curve(ANYWHERE, 50 * HOUR).quantile(0.5) == pytest.approx(50 * HOUR, rel=0.1)


def test_a_state_with_few_sojourns_is_widened() -> None:
    history = SojournHistory(sojourns(*[(0, 0.0, INF, 10.0)] * 60, (1, 0.0, INF, 99.0)), 1_000 * HOUR)
    basis = history.basis((1, 0, 0, 0), 0.0)
    assert basis.matched_parts == 0
    assert basis.curve.quantile(0.5) == history.curve(ANYWHERE, 0.0).quantile(0.5) == 10 * HOUR


def test_an_age_is_rounded_down_by_a_twentieth_at_most() -> None:
    history = SojournHistory(sojourns(*[(0, 0.0, INF, 10.0)] * 60), 1_000 * HOUR)
    assert history.basis(ANYWHERE, 200.0).least_seconds == 0.0
    assert 7.5 / 1.05 * HOUR <= history.basis(ANYWHERE, 7.5 * HOUR).least_seconds <= 7.5 * HOUR
