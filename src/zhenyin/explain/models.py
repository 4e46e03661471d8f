"""What an explanation says: suspects with their sentence, what lies outside, mix against rate, and the picture."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from zhenyin.charts import tree, waterfall
from zhenyin.core.words import Words
from zhenyin.explain.method import Method
from zhenyin.explain.mix_rate import Mix
from zhenyin.metrics import METRICS
from zhenyin.stats.attribution import AttributionNode

_TICKETS = Words("件", "tickets")


@dataclass(frozen=True, slots=True)
class Suspect:
    """A slice that explains a change. since: the first day out of line, where it is known."""

    where: dict[str, str]
    observed: float
    expected: float
    share: float
    ratio: float
    low: float
    high: float
    p: float
    sentence: Words
    since: date | None = None
    ambiguous_with: tuple[dict[str, str], ...] = ()

    def as_dict(self) -> dict[str, Any]:
        told = {name: getattr(self, name) for name in ("where", "observed", "expected", "share", "p")}
        told |= {name: min(getattr(self, name), 1e9) for name in ("ratio", "low", "high")}
        told |= {"since": self.since.isoformat() if self.since else None, "sentence": self.sentence.as_dict()}
        return told | {"ambiguous_with": list(self.ambiguous_with)}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a slice of a metric is as it is.

    outside: the change is everywhere in the slice, so its cause is not among the recorded attributes. mix: the split
    of a mean or share; None for counts. parts: the change taken apart, by codes of `values` of `dims`; of counts alone.
    method: how it was looked for, and why so.
    """

    metric: str
    where: dict[str, str]
    observed: float
    expected: float
    suspects: tuple[Suspect, ...]
    outside: bool
    sentence: Words
    mix: Mix | None = None
    dims: tuple[str, ...] = field(default=())
    values: Sequence[Sequence[str]] = field(default=())
    parts: AttributionNode | None = None
    method: Method | None = None

    def as_dict(self) -> dict[str, Any]:
        return {
            "metric": self.metric,
            "where": self.where,
            "observed": self.observed,
            "expected": self.expected,
            "suspects": [suspect.as_dict() for suspect in self.suspects],
            "outside": self.outside,
            "sentence": self.sentence.as_dict(),
            "mix": self.mix.chart() if self.mix else None,
            "simpson": bool(self.mix and self.mix.split.reversal),
            "dims": list(self.dims),
            "method": self.method.as_dict() if self.method else None,
        }

    def chart(self) -> dict[str, Any] | None:
        """Mix and rate of a mean, the steps to what was observed of a count; None where nothing is to be drawn."""
        if self.mix:
            return self.mix.chart()
        # Hours do not add up to steps.
        if not self.suspects or METRICS[self.metric].kind == "quantile":
            return None
        metric = METRICS[self.metric]
        # Steps must add up: a slice within a slice that was told has its part in it already.
        apart = [s for i, s in enumerate(self.suspects) if not any(_nested(s, t) for t in self.suspects[:i])]
        steps = [("、".join(s.where.values()), s.observed - s.expected) for s in apart]
        return waterfall.build(self.sentence, metric.title, _TICKETS, self.expected, steps, self.observed).as_dict()

    def tree(self) -> dict[str, Any] | None:
        """The change level by level; None where no level tells anything apart."""
        if self.parts is None or not self.parts.children:
            return None
        title = METRICS[self.metric].title
        return tree.build(self.sentence, title, _TICKETS, self.parts, self.dims, self.values).as_dict()


def _nested(one: Suspect, other: Suspect) -> bool:
    """Whether two slices share tickets as far as their values tell."""
    return all(other.where.get(d, value) == value for d, value in one.where.items())
