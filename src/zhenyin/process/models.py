"""What the questions about the process answer: numbers only, durations in seconds."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from zhenyin.core.words import Words
from zhenyin.explain.subgroups import Subgroup
from zhenyin.process.mining.conformance import Conformance
from zhenyin.process.mining.directly_follows_graph import Edge, Graph
from zhenyin.process.mining.handovers import Handover
from zhenyin.process.mining.ping_pong import Return, RoundTrips
from zhenyin.process.mining.reference_model import ReferenceModel
from zhenyin.process.mining.remaining_time_model import RemainingTimeModel
from zhenyin.process.mining.steps import StepView
from zhenyin.process.mining.stratified_excess import ExcessDuration
from zhenyin.process.step_names import StepNames
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period


@dataclass(frozen=True, slots=True)
class CaseSelection:
    """Which cases of the event log: the tickets created in a period that filters keep. by: what names a step."""

    filters: tuple[Filter, ...] = ()
    period: Period | None = None
    by: str = "auto"


ALL_CASES = CaseSelection()

Row = dict[str, Any]
"""A ticket in a list: its columns, and what the list is ordered by."""


@dataclass(frozen=True, slots=True)
class ProcessMap:
    """The directly-follows graph of tickets.

    tickets_selected: counted tickets of the question, of which the graph's have steps on record. working_hours: of a day,
    as in the settings. holidays_until: the last day whose public holidays are published.
    """

    view: StepView
    names: StepNames
    graph: Graph
    tickets_selected: int
    working_hours: str
    holidays_until: date | None

    @property
    def open_edges(self) -> tuple[Edge, ...]:
        """The edges on which tickets wait that are not resolved yet, the longest in all first."""
        unresolved = [edge for edge in self.graph.edges if not self.names.after_resolution(edge.source)]
        return tuple(sorted(unresolved, key=lambda edge: (-edge.sojourn_seconds, edge.source, edge.target)))

    @property
    def open_seconds(self) -> int:
        """Waiting of tickets that were not resolved yet: what shares of bottlenecks are shares of."""
        return sum(edge.sojourn_seconds for edge in self.open_edges)


@dataclass(frozen=True, slots=True)
class Handovers:
    """Tickets with teams on record, how many of them were `transferred` between teams, and the handovers.

    every: the handovers and what entry points dispatch, the most frequent first.
    """

    tickets: int
    transferred: int
    every: tuple[Handover, ...]
    entry_points: frozenset[str]

    @property
    def between_teams(self) -> tuple[Handover, ...]:
        return tuple(one for one in self.every if one.source is not None and one.source not in self.entry_points)


@dataclass(frozen=True, slots=True)
class PingPong:
    """Tickets that returned to a team that had them before.

    tickets: those whose teams are on record. subgroups: the slices in which ping-pong tickets are more than their part.
    """

    tickets: int
    round_trips: RoundTrips
    returns: tuple[Return, ...]
    excess_duration: ExcessDuration
    subgroups: tuple[Subgroup, ...]


@dataclass(frozen=True, slots=True)
class ReferenceModelInForce:
    """A reference model, and whether somebody stated it; else it is derived from the variants of all tickets."""

    model: ReferenceModel
    stated: bool
    view: StepView
    names: StepNames


@dataclass(frozen=True, slots=True)
class ConformanceReport:
    """Tickets checked against the reference model in force."""

    in_force: ReferenceModelInForce
    conformance: Conformance


@dataclass(frozen=True, slots=True)
class SlowTickets:
    """The slices that the slowest tickets are in. seconds: what they took at least; n: of `resolved` tickets."""

    seconds: float
    n: int
    resolved: int
    subgroups: tuple[Subgroup, ...]


@dataclass(frozen=True, slots=True)
class TicketRows:
    """Some tickets of a list. total: how many there are; offset: of the first of `rows`."""

    rows: list[Row]
    total: int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class EdgeTickets:
    """Tickets that went along an edge. n: times; median_seconds and p90_seconds: quantiles of the waits there."""

    n: int
    median_seconds: float | None
    p90_seconds: float | None
    tickets: TicketRows


@dataclass(frozen=True, slots=True)
class RemainingTimeEstimate:
    """Seconds until one open ticket ends. low, high: ends of its prediction interval, with `NOMINAL_COVERAGE`.

    high: None where too few tickets are on record that took that long. late_probability: that the ticket is still open at
    its limit; None without a limit, or after it. n: ended tickets that it is estimated from.
    """

    median: float
    low: float
    high: float | None
    n: int
    late_probability: float | None


@dataclass(frozen=True, slots=True)
class AtRiskTicket:
    """An open ticket, and how likely it is still open at its limit. median, low, high: seconds; None where not known."""

    row: Row
    late_probability: float
    median: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class OpenTicketRisk:
    """Open tickets: how many (`open`), over their limit (`overdue`), `without_limit`, and those most at risk.

    without_end_times: open tickets that are not among them, of sources that never say when a ticket ended.
    expected_late: how many of those that are not overdue yet will pass their limit.
    """

    open: int
    overdue: int
    without_limit: int
    without_end_times: int
    expected_late: float
    at_risk: tuple[AtRiskTicket, ...]
    model: RemainingTimeModel


@dataclass(frozen=True, slots=True)
class EstimateBasis:
    """What an estimate is made from: `n` ended tickets that shared so many parts of the state, and lasted as long.

    least_seconds: how long they had been at the step at least.
    """

    matched_parts: int
    least_seconds: float
    n: int


@dataclass(frozen=True, slots=True)
class TicketRemainingTime:
    """What is known of one ticket: its `estimate`, or the `reason` why there is none, under a stable `code`.

    due: its limit. step: where it is now (None before its first step), since: from when on.
    """

    ticket_id: str
    due: datetime | None = None
    step: Words | None = None
    since: datetime | None = None
    estimate: RemainingTimeEstimate | None = None
    basis: EstimateBasis | None = None
    empirical_coverage: float | None = None
    coverage_n: int = 0
    code: str | None = None
    reason: Words | None = None
