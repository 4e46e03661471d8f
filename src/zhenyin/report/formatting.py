"""Numbers, days and changes as a report writes them, in both languages."""

from datetime import timedelta

from zhenyin.core.words import Words
from zhenyin.dimensions import dimension
from zhenyin.metrics import METRICS, Metric
from zhenyin.question.models import Cell, Change
from zhenyin.question.period import Period

DASH = "—"
_ONE_DAY = timedelta(days=1)
_CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF])


def clean(text: str) -> str:
    """Without the control characters that neither XML nor paper allows.

    >>> clean("a\\x00b")
    'ab'
    """
    return text.translate(_CONTROL)


def same(text: str) -> Words:
    """A text that is the same in every language: data, numbers."""
    return Words(text or DASH, text or DASH)


def number(value: float | None, unit_key: str = "", sign: bool = False) -> str:
    """A number at a sensible length; shares as per cent; unknown is a dash.

    >>> number(12345.6), number(0.0321), number(-4.567), number(None), number(0.1234, "ratio")
    ('12,346', '0.03', '−4.57', '—', '12.3%')
    """
    if value is None:
        return DASH
    if unit_key == "ratio":
        return f"{value * 100:{'+' if sign else ''}.1f}%".replace("-", "−")
    digits = 0 if abs(value) >= 1000 or float(value).is_integer() else 1 if abs(value) >= 10 else 2
    return f"{value:{'+' if sign else ''},.{digits}f}".replace("-", "−")


def percent(value: float, sign: bool = False) -> str:
    """A share as whole per cent, with a digit where it is small.

    >>> percent(0.456), percent(-0.031, sign=True)
    ('46%', '−3.1%')
    """
    digits = 0 if abs(value) >= 0.1 else 1
    return f"{value * 100:{'+' if sign else ''}.{digits}f}%".replace("-", "−")


def times(ratio: float, low: float, high: float) -> str:
    """A ratio with its interval.

    >>> times(3.14159, 2.5, 4.0)
    '×3.1 [2.5, 4.0]'
    """
    return f"×{ratio:.1f} [{low:.1f}, {high:.1f}]"


def span(period: Period) -> str:
    """A period by its first and last day.

    >>> from datetime import date
    >>> span(Period(date(2026, 3, 1), date(2026, 4, 1)))
    '2026-03-01 – 2026-03-31'
    """
    return f"{period.start} – {period.end - _ONE_DAY}"


def title(period: Period) -> Words:
    """The name of a report on a period: a month or a year by its name, all else by its days.

    >>> from datetime import date
    >>> title(Period(date(2026, 3, 1), date(2026, 4, 1))).zh
    '2026年3月复盘报告'
    """
    first, last = period.start, period.end - _ONE_DAY
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and period.end.day == 1:
        return Words(f"{first.year}年{first.month}月复盘报告", f"Review of {first:%B %Y}")
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return Words(f"{first.year}年复盘报告", f"Review of {first.year}")
    return Words(f"{first} 至 {last} 复盘报告", f"Review of {first} to {last}")


def unit(metric: Metric) -> Words:
    return same("%") if metric.unit.key == "ratio" else metric.unit.words


def figure(cell: Cell) -> str:
    """The value of a cell; the unit stands in the head of the column."""
    return number(cell.estimate.value, METRICS[cell.metric].unit.key)


def with_unit(cell: Cell) -> Words:
    text, unit = figure(cell), METRICS[cell.metric].unit
    return same(text) if unit.key == "ratio" else Words(f"{text} {unit.words.zh}", f"{text} {unit.words.en}")


def interval(cell: Cell) -> str:
    e, key = cell.estimate, METRICS[cell.metric].unit.key
    return DASH if e.low is None or e.high is None else f"{number(e.low, key)} – {number(e.high, key)}"


def moved(change: Change | None, unit_key: str) -> Words:
    """A change with its interval: relative ones in per cent, others in the metric's own unit."""
    if change is None or (change.change is None and not change.new):
        return same(DASH)
    if change.new:
        return Words("新出现", "new")
    size = _size(change.change, change, unit_key)
    if change.low is None or change.high is None:
        return same(size)
    return same(f"{size} [{_size(change.low, change, unit_key)}, {_size(change.high, change, unit_key)}]")


def _size(value: float | None, change: Change, unit_key: str) -> str:
    if value is None:
        return DASH
    if change.relative:
        return percent(value, sign=True)
    if unit_key == "ratio":
        # A difference of two shares is in points, not in per cent of either.
        return f"{value * 100:+.1f}pt".replace("-", "−")
    return number(value, unit_key, sign=True)


def place(cell: Cell) -> Words:
    """Where a cell is: the values of its cuts, with their titles."""
    parts = [(dimension(cut).title, value) for cut, value in cell.at.items()]
    zh = "、".join(f"{t.zh} {'未知' if v is None else v}" for t, v in parts)
    en = ", ".join(f"{t.en} {'unknown' if v is None else v}" for t, v in parts)
    return Words(zh or "总体", en or "overall")
