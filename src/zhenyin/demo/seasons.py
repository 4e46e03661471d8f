"""When people call: growth aside, the share of a day by season, weekday and Chinese holiday."""

from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from zhenyin.demo.catalogue import LINES

_FESTIVALS = {  # first day of 春节, 端午, 中秋 by the lunar calendar
    2022: ("02-01", "06-03", "09-10"),
    2023: ("01-22", "06-22", "09-29"),
    2024: ("02-10", "06-10", "09-17"),
    2025: ("01-29", "05-31", "10-06"),
    2026: ("02-17", "06-19", "09-25"),
    2027: ("02-06", "06-09", "09-15"),
    2028: ("01-26", "05-28", "10-03"),
    2029: ("02-13", "06-16", "09-22"),
    2030: ("02-03", "06-05", "09-12"),
}
_FIXED = (("01-01", 1), ("04-04", 3), ("05-01", 5), ("10-01", 7))
_WEEKDAYS = np.array([1.14, 1.06, 1.02, 1.0, 1.02, 0.92, 0.86])
_HOLIDAY_FACTOR = 0.55


def holidays(year: int) -> set[date]:
    """The public holidays of a year; the lunar ones are left out of years beyond the table."""
    lunar = zip(_FESTIVALS.get(year, ()), (8, 3, 3), strict=False)
    spans = [*_FIXED, *lunar]
    return {date.fromisoformat(f"{year}-{day}") + timedelta(i) for day, length in spans for i in range(length)}


def day_factors(days: list[date]) -> NDArray[np.float64]:
    """[days]: how busy a day is through its weekday, holidays and the weeks after 618 and 双11; about 1 on average."""
    days_off = set().union(*(holidays(year) for year in {day.year for day in days}))
    factor = _WEEKDAYS[[day.weekday() for day in days]]
    factor = factor * np.where([day in days_off for day in days], _HOLIDAY_FACTOR, 1.0)
    return factor * np.where([_after_sale(day) for day in days], 1.12, 1.0)


def _after_sale(day: date) -> bool:
    return any(0 <= (day - date(day.year, month, 18 if month == 6 else 11)).days < 14 for month in (6, 11))


def _hump(day_of_year: NDArray[np.float64], centre: float, width: float) -> NDArray[np.float64]:
    away = np.abs(day_of_year - centre)
    return np.exp(-0.5 * (np.minimum(away, 365.25 - away) / width) ** 2)


def warmth(days: list[date]) -> NDArray[np.float64]:
    """[days]: 0 in the depth of winter, 1 at the height of summer."""
    day_of_year = np.array([day.timetuple().tm_yday for day in days], dtype=float)
    return 0.5 - 0.5 * np.cos(2 * np.pi * (day_of_year - 20) / 365.25)


def line_factors(days: list[date]) -> NDArray[np.float64]:
    """[lines, days]: the season of each product line."""
    day_of_year = np.array([day.timetuple().tm_yday for day in days], dtype=float)
    summer, winter = _hump(day_of_year, 205, 34), _hump(day_of_year, 15, 26)
    seasons = {
        "扫地机器人": 0.95 + 0.15 * winter,
        "智能门锁": 0.97 + 0.10 * winter,
        "洗衣机": 0.94 + 0.20 * winter,
        "空调": 0.50 + 1.70 * summer + 0.30 * winter,
        "空气净化器": 0.80 + 0.60 * winter,
    }
    return np.stack([seasons[line] for line in LINES])
