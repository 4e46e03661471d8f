"""Signals of the early warning, and what a scan changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from zhenyin.client import slices
from zhenyin.client.connection import ApiConnection
from zhenyin.client.explanation import Suspect
from zhenyin.client.listing import Page, as_page
from zhenyin.client.records import DateRange, Interval, Records, ends, in_both, parsed
from zhenyin.client.slices import Slice
from zhenyin.client.tables import Columns
from zhenyin.core.words import Words

SignalState = Literal["open", "dismissed", "snoozed", "inactive", "rebaselined", "all"]

_COLUMNS: Columns = {
    "id": "string",
    "state": "string",
    "metric": "string",
    "where": "string",
    "start": "date32",
    "end": "date32",
    "observed": "double",
    "expected": "double",
    "excess": "double",
    "ratio": "double",
    "low": "double",
    "high": "double",
    "score": "double",
    "rule": "string",
    "found_at": "date32",
    "last_seen": "date32",
    "reason": "string",
    "snoozed_until": "date32",
    "problem_id": "string",
    "title_zh": "string",
    "title_en": "string",
}
_PLAIN = (
    *("id", "state", "metric", "observed", "expected", "excess", "ratio", "score", "rule"),
    *("found_at", "last_seen", "reason", "snoozed_until", "problem_id"),
)


@dataclass(frozen=True, slots=True)
class Signal:
    """A slice whose figure left its baseline.

    period: the days outside the baseline. observed, expected: over these days, in the metric's numerator; ratio: their
    quotient with its interval, None where nothing was expected. score: evidence, on the scale of the rule that found it.
    found_at: the day of the scan that first found it; last_seen: of the last one that did.
    """

    id: str
    metric: str
    title: Words
    where: Slice
    period: DateRange
    found_at: date
    last_seen: date
    observed: float
    expected: float
    ratio: float | None
    interval: Interval
    score: float | None
    rule: str
    state: str
    reason: str | None
    snoozed_until: date | None
    problem_id: str | None

    @property
    def excess(self) -> float:
        """Observed minus expected."""
        return self.observed - self.expected


@dataclass(frozen=True, slots=True)
class TicketTotals:
    """How many tickets a list has, and how many of them figures count: not duplicates, nor invalid ones."""

    total: int
    counted: int
    duplicates: int
    invalid: int


@dataclass(frozen=True, slots=True)
class SignalDetail(Signal):
    """A signal with its evidence.

    why: what the second-stage test concluded. outside: the change is everywhere in the slice. limit: that was crossed, in
    the metric's unit. tickets: the newest of the slice and period; tickets_totals: how many there are. body: the whole
    answer, with its charts.
    """

    why: Words | None
    suspects: list[Suspect]
    outside: bool
    simpson_reversal: bool
    limit: float | None
    tickets: list[dict[str, Any]]
    tickets_totals: TicketTotals
    body: Mapping[str, Any] = field(repr=False)


class Signals(Records[Signal]):
    """Signals, most evidence first."""

    def __init__(self, api: ApiConnection, state: SignalState = "open") -> None:
        def fetch(limit: int, offset: int) -> Page[Signal]:
            found = api.get("/signals", {"state": state, "limit": limit, "offset": offset})
            return as_page(found, parsed(list[Signal], found["items"]))

        super().__init__(fetch, _COLUMNS, _row)


class Scan(Signals):
    """The open signals after a scan, and what it changed.

    found: how many open signals it found; new: of these, those that no earlier scan had; inactive: how many became so.
    reopened: ids of problems whose slice is out of line again; judged: how many actions have their verdict since.
    """

    def __init__(self, api: ApiConnection, result: Mapping[str, Any]) -> None:
        super().__init__(api)
        self.found: int = result["signals"]
        self.new: int = result["new"]
        self.inactive: int = result["inactive"]
        self.reopened: list[str] = list(result["reopened"])
        self.judged: int = result["judged"]


def signal(api: ApiConnection, signal_id: str) -> SignalDetail:
    """One signal. Raises NotFound (`signal-unknown`)."""
    body = api.get(f"/signals/{signal_id}")
    return parsed(SignalDetail, {**body, "body": body})


def _row(one: Signal) -> dict[str, Any]:
    return {
        **{name: getattr(one, name) for name in _PLAIN},
        "where": slices.text(one.where),
        "start": one.period.start,
        "end": one.period.end,
        **ends(one.interval),
        **in_both("title", one.title),
    }
