"""Numbers and names as a person says them, for the titles of charts."""

from datetime import date

from zhenyin.charts import Figures, Moved
from zhenyin.core.words import Words

UNKNOWN = Words("未知", "unknown")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def number(value: float, unit_key: str = "") -> str:
    """Three significant digits; shares as per cent.

    >>> number(0.12345, "ratio"), number(12345.6), number(0.0321), number(-4.5)
    ('12.3%', '12,346', '0.0321', '−4.5')
    """
    if unit_key == "ratio":
        return percent(value)
    text = f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
    return text.replace("-", "−")


def percent(value: float, sign: bool = False) -> str:
    """A share as per cent, with one digit where it is small.

    >>> percent(0.4567), percent(0.052, sign=True), percent(-0.3, sign=True)
    ('46%', '+5.2%', '−30%')
    """
    digits = 0 if abs(value) >= 0.2 else 1
    return f"{value * 100:{'+' if sign else ''}.{digits}f}%".replace("-", "−")


def figure(value: float, given: Figures) -> Words:
    """A figure with its unit."""
    text = number(value, given.unit_key)
    if given.unit_key == "ratio":
        return Words(text, text)
    return Words(f"{text} {given.unit.zh}", f"{text} {given.unit.en}")


def name(value: str | None) -> Words:
    return Words(value, value) if value else UNKNOWN


def bucket(first: str, grain: str | None) -> Words:
    """A bucket of time by its first day.

    >>> bucket("2026-03-02", "week"), bucket("2026-04-01", "quarter").en
    (Words(zh='3月2日当周', en='the week of 2 Mar'), 'Q2 2026')
    """
    day = date.fromisoformat(first)
    month = _MONTHS[day.month - 1]
    quarter = (day.month + 2) // 3
    match grain:
        case "week":
            return Words(f"{day.month}月{day.day}日当周", f"the week of {day.day} {month}")
        case "month":
            return Words(f"{day.year}年{day.month}月", f"{month} {day.year}")
        case "quarter":
            return Words(f"{day.year}年第{quarter}季度", f"Q{quarter} {day.year}")
        case "year":
            return Words(f"{day.year}年", str(day.year))
        case _:
            return Words(f"{day.month}月{day.day}日", f"{day.day} {month}")


def buckets(count: int, grain: str | None) -> Words:
    """So many buckets of time.

    >>> buckets(8, "week"), buckets(1, "month").en
    (Words(zh='8 周', en='8 weeks'), '1 month')
    """
    zh = {"week": "周", "month": "个月", "quarter": "个季度", "year": "年"}.get(grain or "", "天")
    en = grain if grain in ("week", "month", "quarter", "year") else "day"
    return Words(f"{count} {zh}", f"{count} {en}{'' if count == 1 else 's'}")


def change(moved: Moved, given: Figures) -> Words | None:
    """How a figure moved, where the interval says that it did; None where it may be chance."""
    if moved.new:
        return Words("此前没有", "is new")
    if not moved.significant or moved.change is None or moved.low is None or moved.high is None:
        return None
    up = moved.change > 0
    ends = sorted((abs(moved.low), abs(moved.high)))
    size, low, high = (
        (percent(v) if moved.relative else number(v, given.unit_key)) for v in (abs(moved.change), *ends)
    )
    zh, en = ("上升", "rose by") if up else ("下降", "fell by")
    return Words(f"{zh} {size}（区间 {low}–{high}）", f"{en} {size} (interval {low} to {high})")
