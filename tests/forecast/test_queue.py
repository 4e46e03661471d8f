"""A team's queue, where arithmetic tells what must come out."""

import numpy as np
import pytest

from zhenyin.forecast.queue import Team, queue

EVERY_DAY = list(range(7)) * 13
COMING = np.full(91, 100.0)


def test_a_team_that_lacks_twenty_tickets_a_day_doubles_its_queue_in_ten_days() -> None:
    result = queue(Team(200, 10, np.full(7, 10.0)), COMING, EVERY_DAY, people=-2)
    assert result.doubling_day == pytest.approx(10, abs=1)
    assert result.doubling_day_low is not None
    assert result.doubling_day_high is not None
    assert result.doubling_day_low <= result.doubling_day <= result.doubling_day_high
    assert result.utilisation == pytest.approx(1.25, abs=0.01)
    assert result.backlog[-1] == pytest.approx(200 + 91 * 20, rel=0.05)


def test_a_team_with_people_enough_never_doubles_it() -> None:
    result = queue(Team(200, 10, np.full(7, 10.0)), COMING, EVERY_DAY, people=2)
    assert result.doubling_day is None
    assert result.backlog[-1] < 30


def test_nobody_works_on_a_day_when_nobody_is_there() -> None:
    weekdays_only = np.array([10.0] * 5 + [0.0, 0.0])
    result = queue(Team(0, 14, weekdays_only), COMING, EVERY_DAY, people=100)
    assert result.backlog[5:7] == pytest.approx([100, 200], rel=0.1)
    assert result.backlog[7] == pytest.approx(0, abs=1)


def test_fewer_people_than_none_is_none() -> None:
    result = queue(Team(10, 10, np.full(7, 3.0)), COMING, EVERY_DAY, people=-50)
    assert result.backlog[0] == pytest.approx(110, rel=0.05)


def test_wilder_arrivals_make_a_wider_band() -> None:
    narrow, wild = (queue(Team(500, 10, np.full(7, 10.0)), COMING, EVERY_DAY, -2, wide) for wide in (1.0, 6.0))
    assert (wild.high - wild.low).mean() > 1.8 * (narrow.high - narrow.low).mean()


def test_a_team_that_settles_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="must settle"):
        queue(Team(10, 0, np.ones(7)), COMING, EVERY_DAY)
