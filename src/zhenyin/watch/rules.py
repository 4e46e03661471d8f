"""What is watched every night: a metric, a way to see that it is out of line, and whom to tell."""

from dataclasses import dataclass

from zhenyin.core.words import Words
from zhenyin.reliability.service import LIMIT as FAILURE_LIMIT


@dataclass(frozen=True, slots=True)
class History:
    """Slices whose figure left its own history. share: of the budget of false alarms."""

    key: str
    share: float
    metric: str = "ticket_count"
    detector: str = "weekly_scan"

    def false_alarms(self, a_week: float) -> float:
        """Its part of the false alarms that the whole watch may bring in a week."""
        return a_week * self.share


@dataclass(frozen=True, slots=True)
class Gap:
    """Values of a dimension that should not matter, yet a mean is worse there than elsewhere, week after week.

    at_least: ratio to the others. weeks: looked back over.
    """

    metric: str
    dim: str
    at_least: float = 1.5
    weeks: int = 26
    key: str = "gap"


@dataclass(frozen=True, slots=True)
class Limit:
    """Slices whose monthly figure passes a limit, in the metric's own unit."""

    metric: str
    dims: tuple[str, ...]
    above: float
    key: str = "limit"


TITLES = {
    "weekly": Words("每周工单数偏离自身历史", "Weekly tickets out of line with their history"),
    "daily": Words("每日工单数突然偏离自身历史", "Daily tickets suddenly out of line with their history"),
    "topic": Words("话题的占比偏离自身历史", "Share of a topic out of line with its history"),
    "gap": Words("长期差于其他", "Worse than elsewhere for long"),
    "limit": Words("超过限值", "Above the limit"),
}
WEEKLY, DAILY, TOPICS = History("weekly", 0.6), History("daily", 0.3), History("topic", 0.1)
"""By week, by day (a burst is told the next day), and of topics. Together they have the whole budget of false alarms."""
OWN_HISTORY = (WEEKLY.key, DAILY.key)
GAPS = (Gap("first_response_hours", "province"), Gap("resolution_hours", "province"))
LIMITS = (Limit("failure_rate", ("model", "batch"), above=1_000 * FAILURE_LIMIT),)
"""The metric counts failures per thousand units and month."""

NOTIFIER = "log_file"
"""New signals are written to `signals.log` in the data folder."""
