"""Signals: slices whose figure moved more than chance explains."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from zhenyin.core.words import Words

State = Literal["open", "dismissed", "snoozed", "quiet", "usual"]
STATES: tuple[State, ...] = ("open", "dismissed", "snoozed", "quiet", "usual")
"""`usual`: a person said that the new level is the usual one from now on; the slice is judged by its weeks since."""
Where = dict[str, str]

QUIET_AFTER_WEEKS = 4
"""A signal that no scan has seen for so long has gone quiet."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one scan says about one event, before it is known whether it is new.

    since: the first day out of line. until: the last day looked at. observed, expected: over that window, in the
    metric's own numerator. evidence: suspects, chart and the rest, as the page shows them.
    """

    metric: str
    where: Where
    since: date
    until: date
    observed: float
    expected: float
    ratio: float
    low: float
    high: float
    score: float
    rule: str
    evidence: dict[str, Any] = field(default_factory=dict, repr=False)

    @property
    def window_weeks(self) -> int:
        return max(1, round((self.until - self.since).days / 7))

    @property
    def window_days(self) -> int:
        return (self.until - self.since).days + 1


@dataclass(frozen=True, slots=True)
class Signal:
    """A finding that is kept, and what people did with it. found_at: the day at which a scan first saw it."""

    id: str
    finding: Finding
    state: State
    found_at: date
    last_seen: date
    reason: str | None = None
    snoozed_until: date | None = None
    problem_id: str | None = None
    by: str | None = None
    changed_at: datetime | None = None

    def as_dict(self) -> dict[str, Any]:
        """As lists show it."""
        f = self.finding
        return {
            "id": self.id,
            "metric": f.metric,
            "title": title(f).as_dict(),
            "where": f.where,
            "since": f.since.isoformat(),
            "until": f.until.isoformat(),
            "found_at": self.found_at.isoformat(),
            "last_seen": self.last_seen.isoformat(),
            "window_weeks": f.window_weeks,
            "window_days": f.window_days,
            "observed": f.observed,
            "expected": f.expected,
            "ratio": f.ratio,
            "low": f.low,
            "high": f.high,
            "score": f.score,
            "rule": f.rule,
            "state": self.state,
            "reason": self.reason,
            "snoozed_until": self.snoozed_until.isoformat() if self.snoozed_until else None,
            "problem_id": self.problem_id,
        }


def title(finding: Finding) -> Words:
    """The finding in one line.

    >>> f = Finding("ticket_count", {"fault": "闪退"}, date(2026, 10, 5), date(2026, 11, 16),
    ...             282, 58.1, 4.9, 4.1, 5.6, 9, "weekly")
    >>> title(f).zh
    '闪退：是预期的 4.9 倍'
    """
    slice_ = "、".join(finding.where.values()) or "全部"
    named = ", ".join(finding.where.values()) or "everything"
    times = f"{finding.ratio:.1f}"
    if finding.rule == "gap":
        return Words(f"{slice_}：是其他的 {times} 倍", f"{named}: {times} times the others")
    if finding.rule == "limit":
        return Words(f"{slice_}：超过限值，为限值的 {times} 倍", f"{named}: above the limit, {times} times it")
    return Words(f"{slice_}：是预期的 {times} 倍", f"{named}: {times} times what was expected")
