"""An explanation as an answer: response models, and its charts (waterfall, attribution tree, mix and rate)."""

from datetime import date

from zhenyin.charts import ChartSpec, mixrate, tree, waterfall
from zhenyin.core.errors import Invalid
from zhenyin.core.schema import Interval, Model, Slice, finite, slice_of
from zhenyin.core.words import Words
from zhenyin.explain import sentences
from zhenyin.explain.models import ExplainCompare, Explanation, Method, MixRate, Suspect
from zhenyin.metrics import METRICS
from zhenyin.question.presentation import AnswerCell, present_cell
from zhenyin.stats.intervals import LEVEL

_ROUNDS_TO_WHOLE = 1.005
_TICKETS = Words("件", "tickets")


class SuspectResponse(Model):
    """A slice that explains part of a change.

    observed, expected: events, means or a quantile, by the metric. share: part of the whole change, None where others
    offset it. ratio: observed over expected (odds ratio of a share by its values), None where nothing was expected. since:
    the onset, where it is known. ambiguous_with: slices of nearly the same tickets.
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


class ExplainMethodResponse(Model):
    """How suspects were looked for, and why so."""

    key: str
    title: Words
    why: Words


class ExplanationResponse(Model):
    """Why a slice of a metric is as it is.

    outside: the change is everywhere alike, so that its cause is outside the recorded attributes. dims: the dimensions
    that were searched. mix_rate: mix and rate effect of a mean or share. chart: the picture of the explanation; tree: the
    change level by level, of counts alone. simpson_reversal: the difference of the whole is reversed on like tickets.
    """

    metric: str
    where: Slice
    observed: float
    expected: float
    suspects: list[SuspectResponse]
    outside: bool
    sentence: Words
    mix_rate: ChartSpec | None
    simpson_reversal: bool
    dims: list[str]
    method: ExplainMethodResponse | None
    chart: ChartSpec | None
    tree: ChartSpec | None
    figure: AnswerCell | None


class ChoiceResponse(Model):
    """What a figure may be compared with, and why not where it cannot be."""

    compare: ExplainCompare
    possible: bool
    why_not: Words | None


def present_choices(found: dict[ExplainCompare, Invalid | None]) -> list[ChoiceResponse]:
    """Every comparison, possible or not."""
    return [
        ChoiceResponse(compare=compare, possible=refused is None, why_not=refused.words if refused else None)
        for compare, refused in found.items()
    ]


def present_explanation(explanation: Explanation) -> ExplanationResponse:
    """The answer of an explanation, with its charts."""
    mix_rate = explanation.mix_rate
    return ExplanationResponse(
        metric=explanation.metric,
        where=explanation.where,
        observed=explanation.observed,
        expected=explanation.expected,
        suspects=[present_suspect(suspect) for suspect in explanation.suspects],
        outside=explanation.outside,
        sentence=explanation.sentence,
        mix_rate=mix_rate_chart(explanation.metric, mix_rate) if mix_rate else None,
        simpson_reversal=bool(mix_rate and mix_rate.split.reversal),
        dims=list(explanation.dims),
        method=_present_method(explanation.method) if explanation.method else None,
        chart=chart_of(explanation),
        tree=attribution_tree(explanation),
        figure=present_cell(explanation.figure, METRICS[explanation.metric].unit.key) if explanation.figure else None,
    )


def present_suspect(suspect: Suspect) -> SuspectResponse:
    """The answer of one suspect; what is not finite is None."""
    return SuspectResponse(
        where=slice_of(suspect.where),
        observed=suspect.observed,
        expected=suspect.expected,
        share=suspect.share if 0 <= suspect.share <= _ROUNDS_TO_WHOLE else None,
        ratio=finite(suspect.ratio),
        interval=Interval(low=finite(suspect.low), high=finite(suspect.high), level=LEVEL),
        p=suspect.p,
        since=suspect.since,
        sentence=suspect.sentence,
        ambiguous_with=[slice_of(where) for where in suspect.ambiguous_with],
    )


def _present_method(method: Method) -> ExplainMethodResponse:
    return ExplainMethodResponse(
        key=method.key, title=sentences.method_title(method), why=sentences.method_reason(method)
    )


def chart_of(explanation: Explanation) -> ChartSpec | None:
    """Mix and rate of a mean, the steps from expected to observed of a count; None where there is nothing to draw."""
    if explanation.mix_rate:
        return mix_rate_chart(explanation.metric, explanation.mix_rate)
    # Quantiles do not add up to steps.
    if not explanation.suspects or METRICS[explanation.metric].kind == "quantile":
        return None
    disjoint = _disjoint(explanation.suspects)
    steps = [("、".join(s.where.values()), s.observed - s.expected) for s in disjoint]
    title = METRICS[explanation.metric].title
    return waterfall.build(explanation.sentence, title, _TICKETS, explanation.expected, steps, explanation.observed)


def mix_rate_chart(metric: str, found: MixRate) -> ChartSpec:
    """The difference of two means, its mix effect and its rate effect."""
    contributors = [(one.dimension, one.value, one.effect) for one in found.mix_contributors]
    unit = METRICS[metric].unit.words
    return mixrate.build(
        sentences.mix_rate(found.by, found.split), sentences.titles_of(found.by), unit, found.split, contributors
    )


def attribution_tree(explanation: Explanation) -> ChartSpec | None:
    """The change level by level; None where no level distinguishes anything."""
    whole = explanation.attribution
    if whole is None or not whole.children:
        return None
    title = METRICS[explanation.metric].title
    return tree.build(explanation.sentence, title, _TICKETS, whole, explanation.dims, explanation.values)


def _disjoint(suspects: tuple[Suspect, ...]) -> list[Suspect]:
    """Suspects that share no tickets with an earlier one: steps must add up."""
    return [s for i, s in enumerate(suspects) if not any(_may_share(s, other) for other in suspects[:i])]


def _may_share(one: Suspect, other: Suspect) -> bool:
    """Whether a ticket may be in both slices."""
    return all(other.where.get(d, value) == value for d, value in one.where.items())
