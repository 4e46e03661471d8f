"""热力图: rows by columns; the darker, the more. What stands out for the worse is framed, marked and red."""

from zhenyin.charts import ChartSpec, HeatCell
from zhenyin.core.words import Language, Words
from zhenyin.report.pictures import _canvas as ink
from zhenyin.report.pictures._canvas import Sheet, fitted, width_of
from zhenyin.report.pictures._rows import UNKNOWN
from zhenyin.report.pictures._scale import tick_label

_ROWS, _COLUMNS, _ROW = 14, 10, 24.0
_STRIPE = 0.75


def draw(spec: ChartSpec, language: Language) -> str:
    if not spec.cells:
        return ""
    rows, columns = spec.y[:_ROWS], spec.x[:_COLUMNS]
    names = {value: value or UNKNOWN.into(language) for value in (*rows, *columns)}
    left = min(max(width_of(names[row]) for row in rows) + 12, 150)
    wide = (ink.WIDTH - left - 8) / len(columns)
    turned = any(width_of(names[column]) > wide - 4 for column in columns)
    top = 74.0 if turned else 24.0
    hidden = max(len(spec.y) - _ROWS, 0), max(len(spec.x) - _COLUMNS, 0)
    sheet = Sheet(top + _ROW * len(rows) + (22 if any(hidden) else 6))
    _heads(sheet, [names[c] for c in columns], left, wide, top, turned)
    cells, most = {(c.y, c.x): c for c in spec.cells}, max((c.value or 0) for c in spec.cells)
    for number, row in enumerate(rows):
        at = top + number * _ROW
        sheet.text(left - 8, at + 16, fitted(names[row], left - 12), ink.TEXT, anchor="end")
        for place, column in enumerate(columns):
            _cell(sheet, cells.get((row, column)), left + place * wide, at, wide, most, spec.unit_key)
    if any(hidden):
        sheet.text(left, sheet.height - 6, _rest(*hidden).into(language), ink.NOTE)
    return sheet.svg(f"{spec.title.into(language)}. {spec.subtitle.into(language)}")


def _rest(rows: int, columns: int) -> Words:
    zh = "、".join(f"{n} {word}" for n, word in ((rows, "行"), (columns, "列")) if n)
    en = " and ".join(f"{n} {word}" for n, word in ((rows, "rows"), (columns, "columns")) if n)
    return Words(f"另有 {zh}未画", f"{en} more are not drawn")


def _heads(sheet: Sheet, names: list[str], left: float, wide: float, top: float, turned: bool) -> None:
    for place, name in enumerate(names):
        middle = left + (place + 0.5) * wide
        if turned:
            sheet.text(middle - 8, top - 6, fitted(name, 88), turned=-38)
        else:
            sheet.text(middle, top - 8, name, anchor="middle")


def _cell(sheet: Sheet, cell: HeatCell | None, x: float, y: float, wide: float, most: float, unit_key: str) -> None:
    if cell is None or cell.value is None:
        sheet.rect(x + 1, y + 1, wide - 2, _ROW - 2, ink.PALE)
        return
    worse, part = cell.assessment == "worse", max(cell.value, 0) / most if most > 0 else 0.0
    frame: dict[str, object] = {"stroke": ink.WORSE, "stroke_width": 1.5} if worse else {}
    sheet.rect(
        x + 1, y + 1, wide - 2, _ROW - 2, ink.SECONDARY, fill_opacity=round(0.04 + 0.5 * part**_STRIPE, 3), **frame
    )
    text = f"▲{tick_label(cell.value, unit_key)}" if worse else tick_label(cell.value, unit_key)
    sheet.text(x + wide / 2, y + 16, text, ink.WORSE if worse and part < 0.5 else ink.TEXT, anchor="middle", bold=worse)


DRAW = draw
