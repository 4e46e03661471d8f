"""From values to places on the sheet: round ticks, and how numbers stand at them."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor, log10

Number = float | None


@dataclass(frozen=True, slots=True)
class Scale:
    """From `low` at `start` to `high` at `end`, in the sheet's units."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        part = (value - self.low) / (self.high - self.low)
        return self.start + min(max(part, 0.0), 1.0) * (self.end - self.start)

    def ticks(self) -> list[float]:
        step = round_step((self.high - self.low) / 4)
        first = -floor(-self.low / step + 1e-9)
        return [i * step for i in range(first, floor(self.high / step + 1e-9) + 1)]


def scale(values: Iterable[Number], start: float, end: float, *, from_zero: bool) -> Scale:
    """A scale that holds all values and ends at round ones. Lines far above zero may leave it out; bars never do."""
    known = [v for v in values if v is not None]
    low, high = min(known, default=0.0), max(known, default=1.0)
    if from_zero or 0 <= low < 0.7 * high:
        low, high = min(low, 0.0), max(high, 0.0)
    if high <= low:
        high = low + (abs(low) or 1.0)
    step = round_step((high - low) / 4)
    return Scale(floor(low / step + 1e-9) * step, -floor(-high / step + 1e-9) * step, start, end)


def round_step(rough: float) -> float:
    """1, 2 or 5 times a power of ten, not below `rough`.

    >>> [round_step(x) for x in (0.3, 7, 120)]
    [0.5, 10.0, 200.0]
    """
    power = 10.0 ** floor(log10(rough)) if rough > 0 else 1.0
    return next(m * power for m in (1.0, 2.0, 5.0, 10.0) if m * power >= rough * 0.999999)


def tick_label(value: Number, unit_key: str) -> str:
    """A value as a label.

    >>> [tick_label(0.125, "ratio"), *(tick_label(value, "") for value in (12345, 0.5, -3, None))]
    ['12.5%', '12,345', '0.5', '−3', '—']
    """
    if value is None:
        return "—"
    if unit_key == "ratio":
        return f"{value * 100:.3g}%".replace("-", "−")
    text = f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return text.replace("-", "−")
