"""Lines over time: one or more series, a band, marks; what is unfinished is dashed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from zhenyin.charts import ChartSpec, Series
from zhenyin.core.words import Language
from zhenyin.report.pictures import _canvas as ink
from zhenyin.report.pictures._canvas import Sheet, fitted, width_of
from zhenyin.report.pictures._scale import Number, Scale, scale, tick_label

_HEIGHT, _TOP, _BOTTOM, _LEFT = 220.0, 26.0, 28.0, 52.0
_MOST = 6


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where values and places of x lie on the sheet."""

    y: Scale
    left: float
    right: float
    count: int

    def x(self, place: int) -> float:
        return self.left + (self.right - self.left) * (place / max(self.count - 1, 1))

    def points(self, values: Sequence[Number], first: int = 0) -> list[list[tuple[float, float]]]:
        """Runs of known values; a line does not cross what is unknown."""
        runs: list[list[tuple[float, float]]] = [[]]
        for place, value in enumerate(values, first):
            if value is None:
                runs.append([])
            else:
                runs[-1].append((self.x(place), self.y(value)))
        return [run for run in runs if run]


def draw(spec: ChartSpec, language: Language) -> str:
    shown = [line for line in spec.series if any(v is not None for v in line.values)][:_MOST]
    if not spec.x or not shown:
        return ""
    sheet, frame = Sheet(_HEIGHT), _frame(spec, shown, language)
    _axes(sheet, frame, spec)
    if spec.band:
        for upper, lower in zip(frame.points(spec.band.high), frame.points(spec.band.low), strict=False):
            sheet.area(upper, lower, ink.PALE)
    _marks(sheet, frame, spec, language)
    inks = _inks(shown)
    for line, colour in zip(shown, inks, strict=True):
        _line(sheet, frame, line, colour)
    _ends(sheet, frame, shown, inks, language)
    if spec.band:
        _outside(sheet, frame, spec, shown[0])
    return sheet.svg(f"{spec.title.into(language)}. {spec.subtitle.into(language)}")


def _frame(spec: ChartSpec, shown: list[Series], language: Language) -> _Frame:
    values = [v for line in shown for v in line.values]
    values += [*spec.band.low, *spec.band.high] if spec.band else []
    label = max(width_of(line.name.into(language)) for line in shown)
    right = ink.WIDTH - min(label + 12, 150)
    y = scale(values, _HEIGHT - _BOTTOM, _TOP, from_zero=spec.unit_key != "ratio")
    return _Frame(y, _LEFT, right, len(spec.x))


def _axes(sheet: Sheet, frame: _Frame, spec: ChartSpec) -> None:
    for value in frame.y.ticks():
        at = frame.y(value)
        sheet.line(frame.left, at, frame.right, at)
        sheet.text(frame.left - 6, at + 4, tick_label(value, spec.unit_key), ink.NOTE, anchor="end")
    every = max(1, -(-len(spec.x) // 7))
    for place in range(0, len(spec.x), every):
        sheet.text(frame.x(place), _HEIGHT - 8, _day(spec.x, place), ink.NOTE, anchor="middle")


def _day(x: list[str], place: int) -> str:
    """Short days; the year where it begins."""
    try:
        day = date.fromisoformat(x[place])
    except ValueError:
        return fitted(x[place], 80)
    return (
        f"{day:%Y-%m}"
        if len(x) > 1 and _label_step(x) > 27
        else f"{day:%m-%d}"
        if _label_step(x) * len(x) < 300
        else f"{day:%y-%m-%d}"
    )


def _label_step(x: list[str]) -> int:
    return (date.fromisoformat(x[1]) - date.fromisoformat(x[0])).days if len(x) > 1 else 1


def _marks(sheet: Sheet, frame: _Frame, spec: ChartSpec, language: Language) -> None:
    for number, mark in enumerate(mark for mark in spec.marks if mark.x in spec.x):
        at = frame.x(spec.x.index(mark.x))
        sheet.line(at, _TOP - 4, at, _HEIGHT - _BOTTOM, ink.NOTE)
        end = at > (frame.left + frame.right) / 2
        text = fitted(mark.text.into(language), 200)
        sheet.text(at + (-4 if end else 4), _TOP - 10 + 12 * (number % 2), text, anchor="end" if end else "start")


def _inks(shown: list[Series]) -> list[str]:
    colours = iter(ink.SERIES)
    return [ink.NOTE if line.muted else next(colours) for line in shown]


def _line(sheet: Sheet, frame: _Frame, line: Series, colour: str) -> None:
    thick = 1.2 if line.muted else 2.0
    cut = len(line.values) if line.dashed_from is None else max(line.dashed_from, 0)
    for run in frame.points(line.values[:cut]):
        sheet.path(run, colour, thick=thick)
        if len(run) == 1:
            sheet.dot(*run[0], colour, 2)
    first = max(cut - 1, 0)
    for run in frame.points(line.values[first:], first) if cut < len(line.values) else ():
        sheet.path(run, colour, dashed=True, thick=thick)


def _ends(sheet: Sheet, frame: _Frame, shown: list[Series], inks: list[str], language: Language) -> None:
    """Names at the ends of the lines, moved apart where they would cover each other."""
    labels = []
    for line, colour in zip(shown, inks, strict=True):
        value = next(v for v in reversed(line.values) if v is not None)
        labels.append((frame.y(value), line.name.into(language), colour))
    last = _TOP - 14
    for at, name, colour in sorted(labels):
        last = max(at + 4, last + 14)
        sheet.text(frame.right + 6, last, fitted(name, ink.WIDTH - frame.right - 8), colour, bold=True)


def _outside(sheet: Sheet, frame: _Frame, spec: ChartSpec, line: Series) -> None:
    """Red where a figure leaves its band for the worse, from the first mark on."""
    assert spec.band is not None
    first = next((spec.x.index(mark.x) for mark in spec.marks if mark.x in spec.x), 0)
    for place, value in enumerate(line.values):
        if value is None or place < first or place >= len(spec.band.high):
            continue
        low, high = spec.band.low[place], spec.band.high[place]
        worse = spec.better == "lower" and high is not None and value > high
        if worse or (spec.better == "higher" and low is not None and value < low):
            sheet.dot(frame.x(place), frame.y(value), ink.WORSE)
