"""Shelf: figures in, chart specification out, one kind per file. One generic part of the UI draws them all.

The title of a chart is what it found, as far as the intervals bear it out; the subtitle is the measure.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from zhenyin.core.schema import ALWAYS_SENT
from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words

Kind = Literal[
    "trend", "ranking", "heat", "map", "kpi", "bars", "waterfall", "mixrate", "verdict", "signal", "table", "topics", "pareto",
    "tree",
]  # fmt: skip
Better = Literal["lower", "higher", "none"]
Assessment = Literal["worse", "better", "same", "unknown"]
Number = float | None


@dataclass(frozen=True, slots=True)
class Moved:
    """How a figure stands against another span: a ratio minus 1 where `relative`, else a difference."""

    before: Number
    change: Number
    low: Number
    high: Number
    relative: bool
    significant: bool
    new: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One figure. at: the value of each cut, as text; None for unknown. share: its part of the whole."""

    at: tuple[str | None, ...]
    value: Number
    low: Number = None
    high: Number = None
    n: int = 0
    incomplete: bool = False
    moved: Moved | None = None
    share: Number = None
    assessment: Assessment = "unknown"


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one metric, ready to draw. `cuts`: key and words of each cut, time first where there is a grain.

    is_count: the figure is a number of things, whose parts can be shares of the whole.
    """

    metric: str
    title: Words
    unit_key: str
    unit: Words
    better: Better
    is_count: bool
    cuts: tuple[tuple[str, Words], ...]
    grain: str | None
    points: tuple[Point, ...]
    total: Point | None
    period: Words


@dataclass(frozen=True, slots=True)
class Series:
    """One line or set of bars over `x`. dashed_from: from this place on the data is incomplete."""

    __pydantic_config__ = ALWAYS_SENT

    key: str
    name: Words
    values: list[Number]
    low: list[Number] = field(default_factory=list)
    high: list[Number] = field(default_factory=list)
    dashed_from: int | None = None
    muted: bool = False


@dataclass(frozen=True, slots=True)
class HeatCell:
    __pydantic_config__ = ALWAYS_SENT

    x: str
    y: str
    value: Number
    n: int
    assessment: Assessment = "unknown"


@dataclass(frozen=True, slots=True)
class Mark:
    x: str
    text: Words
    kind: Literal["fix", "release", "onset"]


@dataclass(frozen=True, slots=True)
class Band:
    low: list[Number]
    high: list[Number]


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """What to draw; see `Kind` for how. All texts in both languages."""

    __pydantic_config__ = ALWAYS_SENT

    kind: Kind
    title: Words
    subtitle: Words
    unit: Words
    unit_key: str = ""
    better: Better = "none"
    x: list[str] = field(default_factory=list)
    y: list[str] = field(default_factory=list)
    series: list[Series] = field(default_factory=list)
    cells: list[HeatCell] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    band: Band | None = None
    note: Words | None = None

    def as_dict(self) -> dict[str, Any]:
        """As JSON."""
        data: dict[str, Any] = asdict(self)
        return data


@dataclass(frozen=True, slots=True)
class Chart:
    """One way to draw. fits: whether these figures can be drawn so. Charts of other input are built by name."""

    title: Words
    build: Callable[..., ChartSpec]
    fits: Callable[[Figures], bool] | None = None


CHARTS: Shelf[Chart] = Shelf("zhenyin.charts", "CHART", Words("图表", "chart"))
