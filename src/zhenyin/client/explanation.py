"""Why a figure is as it is: the slices behind its change, and the mix and rate effect of a mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from zhenyin.client import slices
from zhenyin.client.records import Interval, ends, in_both, parsed
from zhenyin.client.slices import Slice
from zhenyin.client.tables import Columns, Tabular, arrow_table
from zhenyin.core.words import Words

if TYPE_CHECKING:
    import pyarrow

_COLUMNS: Columns = {
    "where": "string",
    "observed": "double",
    "expected": "double",
    "excess": "double",
    "share": "double",
    "ratio": "double",
    "low": "double",
    "high": "double",
    "p": "double",
    "since": "date32",
    "sentence_zh": "string",
    "sentence_en": "string",
}


@dataclass(frozen=True, slots=True)
class Suspect:
    """A slice that explains part of a change.

    observed, expected: events, sums or a quantile, by the metric. share: part of the whole change. ratio: observed over
    expected (odds ratio of a share by its values), with its interval; None where nothing was expected. p: chance of such
    evidence if nothing had changed. since: the onset, where it is known. ambiguous_with: slices of nearly the same tickets.
    """

    where: Slice
    observed: float
    expected: float
    share: float | None
    ratio: float | None
    interval: Interval
    p: float
    since: date | None
    sentence: Words
    ambiguous_with: list[Slice]

    @property
    def excess(self) -> float:
        """Observed minus expected."""
        return self.observed - self.expected


@dataclass(frozen=True, slots=True)
class MixEffect:
    """A value of a dimension and its part of the mix effect, in the unit of the metric."""

    dimension: str
    value: str
    effect: float


@dataclass(frozen=True, slots=True)
class MixRate:
    """The difference of a mean as mix effect (other tickets) and rate effect (like tickets, done differently).

    All in the unit of the metric: mix + rate = difference. reversal: whole and rate effect differ in sign (Simpson's
    paradox). contributors: the values with the largest part of the mix effect.
    """

    difference: float
    mix: float
    rate: float
    reversal: bool
    contributors: list[MixEffect]


@dataclass(frozen=True, slots=True)
class Explanation(Tabular):
    """Why a slice of a metric is as it is; a table of it has one row for each suspect.

    observed, expected: events, sums or a quantile of the whole. suspects: those that explain most first. outside: the
    change is everywhere alike, so that its cause is outside the recorded attributes. dims: dimensions that were searched.
    mix_rate: of a mean or share alone. body: the whole answer of `POST /api/explain`, with its method and charts.
    """

    metric: str
    where: Slice
    observed: float
    expected: float
    suspects: list[Suspect]
    outside: bool
    sentence: Words
    dims: list[str]
    mix_rate: MixRate | None
    body: Mapping[str, Any] = field(repr=False)

    @property
    def excess(self) -> float:
        """Observed minus expected, of the whole."""
        return self.observed - self.expected

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> "Explanation":
        return parsed(cls, {**body, "mix_rate": _mix_rate(body), "body": body})

    def to_arrow(self) -> "pyarrow.Table":
        """One row for each suspect: its slice as filters, numbers with the interval of the ratio, and its sentence."""
        return arrow_table(map(suspect_row, self.suspects), _COLUMNS)


def suspect_row(suspect: Suspect) -> dict[str, Any]:
    """A suspect as the row of a table."""
    numbers = {
        name: getattr(suspect, name) for name in ("observed", "expected", "excess", "share", "ratio", "p", "since")
    }
    return {
        "where": slices.text(suspect.where),
        **numbers,
        **ends(suspect.interval),
        **in_both("sentence", suspect.sentence),
    }


def _mix_rate(body: Mapping[str, Any]) -> dict[str, Any] | None:
    """The numbers of the chart of mix and rate."""
    chart = body["mix_rate"]
    if chart is None:
        return None
    numbers = dict(zip(chart["x"], chart["series"][0]["values"], strict=True))
    contributors = [{"dimension": cell["x"], "value": cell["y"], "effect": cell["value"]} for cell in chart["cells"]]
    return {**numbers, "reversal": body["simpson_reversal"], "contributors": contributors}
