"""Where does the process lose time? What follows what, how long it waits there, and the ways that tickets take."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zhenyin.core.words import Words
from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import SECONDS, choose
from zhenyin.process.mining.graph import Edge, Graph, graph, summed
from zhenyin.process.mining.naming import Naming
from zhenyin.process.mining.steps import By
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

MOST_VARIANTS = 30
_HOUR = 3600


@dataclass(frozen=True, slots=True)
class ProcessMap:
    """A process as its tickets went through it.

    asked: counted tickets of the question, of which the graph's have steps on record. hours: when people work.
    """

    by: By
    naming: Naming
    graph: Graph
    asked: int
    hours: str
    holidays_until: str | None

    @property
    def waits(self) -> tuple[Edge, ...]:
        """Where tickets wait that are not solved yet, the longest in all first."""
        unsolved = [edge for edge in self.graph.edges if not self.naming.done(edge.source)]
        return tuple(sorted(unsolved, key=lambda edge: (-edge.secs, edge.source, edge.target)))

    @property
    def open_secs(self) -> int:
        """Waiting of tickets that were not solved yet: what shares of bottlenecks are shares of."""
        return sum(edge.secs for edge in self.waits)

    def sentence(self) -> Words:
        """The finding: the edge on which most time goes by."""
        if not self.open_secs:
            return Words("没有记录到等待时间。", "No waiting is on record.")
        top = self.waits[0]
        names = [self.naming.title(name) for name in (top.source, top.target)]
        share, hours, mean = top.secs / self.open_secs, top.secs / _HOUR, top.secs / top.n / _HOUR
        off = 1 - top.worked / top.secs if top.secs else 0.0
        return Words(
            f"等待最多：{names[0].zh} → {names[1].zh}，占解决前等待的 {share:.0%}"
            f"（共 {hours:,.0f} 小时，平均每次 {mean:,.1f} 小时，其中 {off:.0%} 在非工作时间）。",
            f"Most waiting: {names[0].en} → {names[1].en}, {share:.0%} of all waiting before the solution "
            f"({hours:,.0f} hours, {mean:,.1f} a time, {off:.0%} of it outside working hours).",
        )

    def as_dict(self) -> dict[str, Any]:
        graph = self.graph
        return {
            "by": self.by,
            "tickets": graph.tickets,
            "asked": self.asked,
            "hours": graph.secs / _HOUR,
            "open_hours": self.open_secs / _HOUR,
            "worked_hours": sum(edge.worked for edge in self.waits) / _HOUR,
            "working_hours": self.hours,
            "holidays_until": self.holidays_until,
            "sentence": self.sentence().as_dict(),
            "nodes": [self._node(name) for name in graph.times],
            "edges": [self._edge(edge) for edge in graph.edges],
            "bottlenecks": [self._edge(edge) for edge in self.waits[:10]],
            "variants": [
                {
                    "steps": v.steps,
                    "tickets": v.tickets,
                    "share": v.tickets / graph.tickets,
                    "hours": v.secs / _HOUR / v.tickets,
                }
                for v in graph.variants
            ],
            "variants_of": graph.of,
        }

    def _node(self, name: str) -> dict[str, Any]:
        graph = self.graph
        return {
            "name": name,
            "title": self.naming.title(name).as_dict(),
            "n": graph.times[name],
            "starts": graph.starts.get(name, 0),
            "ends": graph.ends.get(name, 0),
            "done": self.naming.done(name),
            "again": graph.again(name),
            "tickets": graph.having[name],
        }

    def _edge(self, edge: Edge) -> dict[str, Any]:
        unsolved = not self.naming.done(edge.source)
        return {
            "source": edge.source,
            "target": edge.target,
            "n": edge.n,
            "hours": edge.secs / _HOUR,
            "mean_hours": edge.secs / _HOUR / edge.n,
            "worked_hours": edge.worked / _HOUR,
            "share": edge.secs / self.graph.secs if self.graph.secs else 0.0,
            "open_share": edge.secs / self.open_secs if unsolved and self.open_secs else None,
        }


def discover(
    workspace: Workspace, filters: Sequence[Filter] = (), period: Period | None = None, by: str = "auto"
) -> ProcessMap | None:
    """The map of the tickets created in a period; None while there are no events at all. Raises what `choose` raises."""
    choice = choose(workspace, filters, period, by)
    if choice is None:
        return None
    rows = workspace.warehouse.query(
        summed(choice.steps, choice.calendar, MOST_VARIANTS, len(choice.naming.names)), seconds=SECONDS
    )
    until = choice.calendar.holidays_until
    return ProcessMap(
        by=choice.by,
        naming=choice.naming,
        graph=graph(rows.to_pylist(), choice.naming.names),
        asked=workspace.warehouse.query(choice.tickets.aggregate(n=choice.tickets.count()))["n"][0].as_py(),
        hours=workspace.settings.working_hours,
        holidays_until=until.isoformat() if until else None,
    )
