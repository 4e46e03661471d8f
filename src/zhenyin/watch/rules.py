"""What every scan tests: a metric, how its departure is recognised, and its share of the false-alarm budget."""

from dataclasses import dataclass

from zhenyin.core.settings import Settings
from zhenyin.core.words import Words


@dataclass(frozen=True, slots=True)
class HistoryRule:
    """Slices whose figure left its own baseline. share: of the budget of false alarms."""

    key: str
    share: float
    metric: str = "ticket_count"
    detector: str = "weekly_scan"

    def false_alarms(self, a_week: float) -> float:
        """Its part of the false alarms per week that all rules together may raise.

        >>> WEEKLY.false_alarms(2.0)
        1.2
        """
        return a_week * self.share


@dataclass(frozen=True, slots=True)
class PeerGapRule:
    """Values of a dimension that should not matter, yet a mean is worse there than at its peers, week after week.

    at_least: ratio to the mean of the peers. weeks: compared.
    """

    metric: str
    dim: str
    at_least: float = 1.5
    weeks: int = 26
    key: str = "gap"


@dataclass(frozen=True, slots=True)
class LimitRule:
    """Slices whose monthly figure crosses a limit. above: the limit, in the metric's unit."""

    metric: str
    dims: tuple[str, ...]
    above: float
    key: str = "limit"


Rule = HistoryRule | PeerGapRule | LimitRule

TITLES = {
    "weekly": Words("每周工单数偏离自身历史", "Weekly tickets out of line with their history"),
    "daily": Words("每日工单数突然偏离自身历史", "Daily tickets suddenly out of line with their history"),
    "topic": Words("话题的占比偏离自身历史", "Share of a topic out of line with its history"),
    "gap": Words("长期差于其他", "Worse than elsewhere for long"),
    "limit": Words("超过上限", "Above the limit"),
}
WEEKLY, DAILY, TOPICS = HistoryRule("weekly", 0.6), HistoryRule("daily", 0.3), HistoryRule("topic", 0.1)
"""By week, by day (a burst is reported the next day), and of topics. Their shares make up the whole budget."""
HISTORY_RULES = (WEEKLY.key, DAILY.key)
GAPS = (PeerGapRule("first_response_hours", "province"), PeerGapRule("resolution_hours", "province"))


def limits(settings: Settings) -> tuple[LimitRule, ...]:
    """The limits of an installation. The metric counts failures per thousand units and month."""
    return (LimitRule("failure_rate", ("model", "batch"), above=settings.failure_limit_per_thousand),)


def all_rules(settings: Settings) -> tuple[Rule, ...]:
    """Everything that a scan tests, in its order."""
    return (WEEKLY, DAILY, TOPICS, *GAPS, *limits(settings))


NOTIFIER = "log_file"
"""New signals are written to `signals.log` in the data folder."""
