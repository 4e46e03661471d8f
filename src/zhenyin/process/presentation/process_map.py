"""The map of the process as an answer: steps, edges, bottlenecks and variants."""

from datetime import date

from zhenyin.core.schema import Available, Model, Unavailable
from zhenyin.core.words import Words
from zhenyin.process.mining.directly_follows_graph import Edge
from zhenyin.process.mining.steps import StepView
from zhenyin.process.models import ProcessMap
from zhenyin.process.presentation.durations import hours
from zhenyin.process.presentation.reasons import NO_EVENTS

_MOST_BOTTLENECKS = 10


class NodeResponse(Model):
    """A step. n: occurrences; tickets: in which it occurs; starts, ends: tickets with it as first, as last step so far.

    after_resolution: whether a ticket is resolved after it. rework: occurrences beyond the first in a ticket.
    """

    name: str
    title: Words
    n: int
    tickets: int
    starts: int
    ends: int
    rework: int
    after_resolution: bool


class EdgeResponse(Model):
    """A step directly followed by another. n: times; hours: from the one to the other, in all.

    worked_hours: the part of `hours` in working time. share: of the hours of all edges; open_share: of the hours of edges
    before the resolution, null after it.
    """

    source: str
    target: str
    n: int
    hours: float
    mean_hours: float
    worked_hours: float
    share: float
    open_share: float | None


class VariantResponse(Model):
    """A sequence of steps, the tickets that went through exactly it, and their mean hours from first to last step."""

    steps: list[str]
    tickets: int
    share: float
    mean_hours: float


class ProcessMapResponse(Available):
    """A process as its tickets went through it.

    tickets: with steps on record, of `tickets_selected`. hours: between steps, in all; open_hours: before the resolution,
    of which worked_hours are in working time. working_hours: when people work, as in the settings. holidays_until: the
    last day whose public holidays are published. variants: the most frequent of `variants_total`.
    """

    by: StepView
    tickets: int
    tickets_selected: int
    hours: float
    open_hours: float
    worked_hours: float
    working_hours: str
    holidays_until: date | None
    sentence: Words
    nodes: list[NodeResponse]
    edges: list[EdgeResponse]
    bottlenecks: list[EdgeResponse]
    variants: list[VariantResponse]
    variants_total: int


def present_map(found: ProcessMap | None) -> ProcessMapResponse | Unavailable:
    if found is None:
        return NO_EVENTS
    graph = found.graph
    return ProcessMapResponse(
        by=found.view,
        tickets=graph.tickets,
        tickets_selected=found.tickets_selected,
        hours=hours(graph.sojourn_seconds),
        open_hours=hours(found.open_seconds),
        worked_hours=hours(sum(edge.working_seconds for edge in found.open_edges)),
        working_hours=found.working_hours,
        holidays_until=found.holidays_until,
        sentence=map_sentence(found),
        nodes=[_node(found, name) for name in graph.occurrences],
        edges=[_edge(found, edge) for edge in graph.edges],
        bottlenecks=[_edge(found, edge) for edge in found.open_edges[:_MOST_BOTTLENECKS]],
        variants=[
            VariantResponse(
                steps=list(variant.steps),
                tickets=variant.tickets,
                share=variant.tickets / graph.tickets,
                mean_hours=hours(variant.duration_seconds) / variant.tickets,
            )
            for variant in graph.variants
        ],
        variants_total=graph.variants_total,
    )


def map_sentence(found: ProcessMap) -> Words:
    """The bottleneck: the edge on which most waiting of unresolved tickets goes by."""
    if not found.open_seconds:
        return Words("没有记录到等待时间。", "No waiting is on record.")
    top = found.open_edges[0]
    source, target = found.names.title(top.source), found.names.title(top.target)
    share, in_all = top.sojourn_seconds / found.open_seconds, hours(top.sojourn_seconds)
    mean = in_all / top.n
    off = 1 - top.working_seconds / top.sojourn_seconds if top.sojourn_seconds else 0.0
    return Words(
        f"等待最多：{source.zh} → {target.zh}，占解决前等待的 {share:.0%}"
        f"（共 {in_all:,.0f} 小时，平均每次 {mean:,.1f} 小时，其中 {off:.0%} 在非工作时间）。",
        f"Most waiting: {source.en} → {target.en}, {share:.0%} of all waiting before the solution "
        f"({in_all:,.0f} hours, {mean:,.1f} a time, {off:.0%} of it outside working hours).",
    )


def _node(found: ProcessMap, name: str) -> NodeResponse:
    graph = found.graph
    return NodeResponse(
        name=name,
        title=found.names.title(name),
        n=graph.occurrences[name],
        tickets=graph.tickets_by_step[name],
        starts=graph.starts.get(name, 0),
        ends=graph.ends.get(name, 0),
        rework=graph.rework(name),
        after_resolution=found.names.after_resolution(name),
    )


def _edge(found: ProcessMap, edge: Edge) -> EdgeResponse:
    in_all, open_edge = found.graph.sojourn_seconds, not found.names.after_resolution(edge.source)
    return EdgeResponse(
        source=edge.source,
        target=edge.target,
        n=edge.n,
        hours=hours(edge.sojourn_seconds),
        mean_hours=hours(edge.sojourn_seconds) / edge.n,
        worked_hours=hours(edge.working_seconds),
        share=edge.sojourn_seconds / in_all if in_all else 0.0,
        open_share=edge.sojourn_seconds / found.open_seconds if open_edge and found.open_seconds else None,
    )
