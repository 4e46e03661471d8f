"""Bars that lie, one below the other, from zero; the interval is a thin line."""

from collections.abc import Sequence
from dataclasses import dataclass

from zhenyin.charts import ChartSpec
from zhenyin.core.words import Language, Words
from zhenyin.report.pictures import _canvas as ink
from zhenyin.report.pictures._canvas import Sheet, fitted, width_of
from zhenyin.report.pictures._scale import Number, scale, tick_label

MOST = 12
_ROW, _NAMES = 24.0, 170.0
UNKNOWN = Words("未知", "unknown")


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    value: float
    low: Number = None
    high: Number = None
    before: Number = None
    ink: str = ink.BAR


def draw_rows(spec: ChartSpec, rows: Sequence[Row], language: Language) -> str:
    """The picture of the first rows; how many more there are stands below."""
    if not rows:
        return ""
    shown, more = rows[:MOST], len(rows) - MOST
    sheet = Sheet(_ROW * len(shown) + (24 if more > 0 else 8))
    left = min(max(width_of(row.name) for row in shown) + 12, _NAMES)
    ends = [v for row in shown for v in (row.value, row.high, row.low, row.before)]
    x = scale(ends, left, ink.WIDTH - 70, from_zero=True)
    for number, row in enumerate(shown):
        _draw_row(sheet, row, 4 + number * _ROW, left, x, spec.unit_key)
    sheet.line(x(0), 2, x(0), 4 + _ROW * len(shown), ink.NOTE)
    if more > 0:
        rest = Words(f"另有 {more} 项未画", f"{more} more are not drawn")
        sheet.text(left, sheet.height - 6, rest.into(language), ink.NOTE)
    return sheet.svg(f"{spec.title.into(language)}. {spec.subtitle.into(language)}")


def _draw_row(sheet: Sheet, row: Row, top: float, left: float, x: object, unit_key: str) -> None:
    assert callable(x)
    middle, zero, end = top + _ROW / 2, x(0), x(row.value)
    sheet.text(left - 8, middle + 4, fitted(row.name, left - 12), ink.TEXT, anchor="end")
    sheet.rect(min(zero, end), top + 4, abs(end - zero), _ROW - 8, row.ink)
    if row.before is not None:
        sheet.line(x(row.before), top + 2, x(row.before), top + _ROW - 2, ink.TEXT, stroke_width=2)
    if row.low is not None and row.high is not None:
        sheet.line(x(row.low), middle, x(row.high), middle, ink.SECONDARY)
    right = max(end, zero, x(row.high) if row.high is not None else zero)
    sheet.text(right + 6, middle + 4, tick_label(row.value, unit_key), ink.TEXT)
