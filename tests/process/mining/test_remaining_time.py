"""What remains of open tickets: by hand where it can be told by hand, and held against what comes where it cannot."""

import numpy as np
import pytest

from zhenyin.process.mining.remaining_time import Calibration, Curve, Outcomes, Past, Stays, kaplan_meier, late, outlook
from zhenyin.process.remaining_time_model import COVERS, learn

INF = np.inf
HOUR = 3600.0


def stays(*rows: tuple[int, float, float, float]) -> Stays:
    """Rows of step, since, until and end, in hours."""
    step, *moments = zip(*rows, strict=True)
    state = np.zeros((len(rows), 4), dtype=np.int64)
    state[:, 0] = step
    return Stays(state, *(np.array(one, dtype=float) * HOUR for one in moments))


def test_where_tickets_stood_at_a_moment_and_what_was_known_of_them_then() -> None:
    told = stays((0, 0, 4, 9), (1, 4, INF, 9), (0, 2, INF, INF), (0, 6, INF, INF))
    assert told.open_at(5 * HOUR).state[:, 0].tolist() == [1, 0]
    known = told.known_at(5 * HOUR)
    assert known.end.tolist() == [INF, INF, INF]
    assert known.until.tolist() == [4 * HOUR, INF, INF]


def test_those_not_known_yet_count_as_long_as_they_are_known() -> None:
    curve = kaplan_meier(np.array([2.0, 1.0, 2.0, 5.0]), np.array([True, True, False, False]))
    assert (curve.after.tolist(), curve.done.tolist()) == ([1.0, 2.0], [0.25, 0.5])
    assert curve.share(np.array([0.5, 1.0, 9.0])).tolist() == [0.0, 0.25, 0.5]
    assert (curve.seconds(0.5), curve.seconds(0.6)) == (2.0, INF)


def test_who_has_stood_there_long_is_compared_with_those_who_stood_there_as_long() -> None:
    # Half of them go on after an hour; the others end after a hundred.
    rows = [(0, 0.0, 1.0, 1.0)] * 100 + [(0, 0.0, INF, 100.0)] * 100
    past = Past(stays(*rows), 1_000 * HOUR)
    assert past.curve((0, 0, 0, 0), 0.0).seconds(0.5) == HOUR
    assert past.curve((0, 0, 0, 0), 50 * HOUR).seconds(0.5) == pytest.approx(50 * HOUR, rel=0.1)


def test_a_state_with_few_stays_is_told_by_a_wider_one() -> None:
    told = stays(*[(0, 0.0, INF, 10.0)] * 60, (1, 0.0, INF, 99.0))
    past = Past(told, 1_000 * HOUR)
    assert past.curve((1, 0, 0, 0), 0.0).seconds(0.5) == past.curve((0, 0, 0, 0), 0.0).seconds(0.5) == 10 * HOUR


def test_shares_are_put_right_by_how_they_turned_out() -> None:
    # What curves put at a tenth was half; a fifth of the outcomes is still open.
    told = np.concatenate([np.linspace(0, 0.1, 50), np.linspace(0.1, 1, 50)])
    right = Calibration.by(Outcomes(told, np.ones(100, dtype=bool)))
    assert right.level(0.5) == pytest.approx(0.1, abs=0.01)
    assert right.truly(np.array([0.1])) == pytest.approx(0.5, abs=0.02)
    assert Calibration.by(Outcomes(told, np.zeros(100, dtype=bool))) == Calibration(None)
    assert Calibration(None).level(0.3) == 0.3


def test_how_likely_a_limit_is_passed() -> None:
    past = Past(stays(*[(0, 0.0, INF, 10.0)] * 50, *[(0, 0.0, INF, 20.0)] * 50), 1_000 * HOUR)
    now = stays((0, 0, INF, INF), (0, 0, INF, INF), (0, 0, INF, INF))
    chance = late(past, now, 0.0, Calibration(None), np.array([15 * HOUR, 25 * HOUR, 5 * HOUR]))
    assert chance == pytest.approx([0.5, 0.0, 1.0])
    assert Curve(np.array([1.0]), np.array([1.0])).share(np.array([2.0])).tolist() == [1.0]


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
    told = stays(*rows)
    held = []
    for moment in np.arange(300, 360, 4) * 24 * HOUR:
        learned, now = learn(told, moment), told.open_at(moment)
        view = outlook(learned.past, now, moment, learned.right, COVERS)
        held.append((now.end - moment >= view.low) & (now.end - moment <= view.high))
        assert learned.held is not None
    assert np.concatenate(held).mean() == pytest.approx(COVERS, abs=0.05)


def test_a_record_younger_than_the_looks_back_tells_without_them() -> None:
    young = stays(*[(0, float(n), INF, n + 10.0) for n in range(40)], (0, 60.0, INF, INF))
    learned = learn(young, 61 * HOUR)
    assert (learned.held, learned.checked, learned.right) == (None, 0, Calibration(None))
    view = outlook(learned.past, young.open_at(61 * HOUR), 61 * HOUR, learned.right, COVERS)
    assert view.mid.tolist() == pytest.approx([9 * HOUR], rel=0.1)
