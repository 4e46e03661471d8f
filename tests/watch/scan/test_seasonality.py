"""An increase that comes every summer is no event; one beyond it is, and its reference period is a summer too."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np

from zhenyin.detectors import Alarm
from zhenyin.question.period import Period
from zhenyin.question.weekly import Weeks
from zhenyin.watch.scan.seasonality import exceeds_factor, reference_period, season
from zhenyin.watch.scan.ticket_cube import TicketCube

FIRST, COUNT = date(2024, 1, 1), 130
SINCE = FIRST + timedelta(weeks=126)
YEAR = Period(SINCE - timedelta(weeks=52), SINCE)


def summers(hot: float, last: float) -> TicketCube:
    """Two products in two provinces: tickets of `A` rise to `hot` times in the weeks 22 to 30 of a year, `last` this year."""
    rows = []
    for week in range(COUNT):
        factor = last if week >= 126 else hot if 22 <= week % 52 <= 30 else 1.0
        rows += [((p, q), week, 20.0 * (factor if p == 0 else 2.0)) for p in (0, 1) for q in (0, 1)]
    codes, week, total = (np.array([row[i] for row in rows]) for i in range(3))
    nobody: Any = None
    values = [["A", "B"], ["北京市", "上海市"]]
    weeks = Weeks(FIRST, COUNT)
    return TicketCube(
        nobody, "ticket_count", ("product", "province"), values, weeks, codes.astype(np.int32), week, total
    )


def alarm(observed: float, expected: float, score: float) -> Alarm:
    level = np.full(COUNT, expected)
    sure = {"ratio": observed / expected, "low": 1.0, "high": 9.0, "p": 0.0, "q": 0.0, "new": True}
    window = {"slice": 0, "onset": 126, "window": 4, "observed": observed, "expected": expected}
    return Alarm(**window, **sure, score=score, threshold=6.0, baseline=level, band_low=level, band_high=level)


def test_a_slice_has_the_season_of_its_product() -> None:
    found = summers(hot=4.0, last=4.0)
    whole = season(found, {"product": "A"}, SINCE, found)
    assert 1.3 < whole < 4.0  # of all tickets its share cannot rise as much as its number
    assert season(found, {"product": "A", "province": "北京市"}, SINCE, found) >= whole
    assert season(found, {"province": "北京市"}, SINCE, found) == 1.0


def test_a_hotter_summer_counts_for_a_province_and_not_for_the_product_itself() -> None:
    found = summers(hot=2.0, last=6.0)
    whole, part = (
        season(found, where, SINCE, found) for where in ({"product": "A"}, {"product": "A", "province": "北京市"})
    )
    assert part > 1.3 * whole


def test_a_slice_that_was_there_in_winter_alone_has_more_of_a_season() -> None:
    """Over the year the summer is what it is; held against winters alone it is more."""
    found = summers(hot=4.0, last=4.0)
    young = (found.codes[:, 1] == 0) & ((found.week < 85) | (found.week >= 126))
    cube = replace(found, codes=found.codes[~young], week=found.week[~young], total=found.total[~young])
    old, late = (season(cube, {"product": "A", "province": p}, SINCE, cube) for p in ("上海市", "北京市"))
    assert late > old


def test_without_a_summer_last_year_nothing_is_seasonal() -> None:
    found = summers(hot=1.0, last=4.0)
    assert season(found, {"product": "A"}, SINCE, found) == 1.0
    assert reference_period(found, {"product": "A"}, SINCE, found, YEAR) == YEAR


def test_what_has_a_season_is_held_against_the_same_weeks_of_last_year() -> None:
    found = summers(hot=4.0, last=4.0)
    reference = reference_period(found, {"product": "A"}, SINCE, found, YEAR)
    assert reference.start == SINCE - timedelta(weeks=54)
    assert reference.end == found.weeks.end - timedelta(weeks=50)


def test_a_record_of_less_than_a_year_knows_no_season() -> None:
    young = replace(summers(hot=4.0, last=4.0), weeks=Weeks(FIRST + timedelta(weeks=90), 40))
    assert season(young, {"product": "A"}, SINCE, young) == 1.0


def test_an_alarm_has_to_have_its_evidence_beyond_the_season() -> None:
    assert exceeds_factor(alarm(60, 20, 25.0), 1.0)
    assert not exceeds_factor(alarm(60, 20, 25.0), 2.5)
    assert not exceeds_factor(alarm(60, 20, 25.0), 3.5)
    assert exceeds_factor(alarm(60, 20, 80.0), 1.5)


def test_days_after_the_last_whole_week_have_the_season_of_last_year_too() -> None:
    """The weeks end before the days begin that are looked at, and nothing of the slice was there in them."""
    found = summers(hot=4.0, last=4.0)
    weeks = replace(found, weeks=Weeks(FIRST, 120), week=np.minimum(found.week, 119))
    days = replace(found, weeks=Weeks(SINCE, 28, days=1), week=np.maximum(found.week - 102, 0) % 28)
    assert season(weeks, {"product": "A", "province": "广东省"}, SINCE, days) > 1.15
