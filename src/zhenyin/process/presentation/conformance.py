"""Conformance and the reference model as answers."""

from zhenyin.core.schema import Available, Model, Unavailable
from zhenyin.core.words import Words
from zhenyin.process import reference_model_text
from zhenyin.process.mining.conformance import Deviation, DeviationKind
from zhenyin.process.mining.steps import StepView
from zhenyin.process.models import ConformanceReport, ReferenceModelInForce
from zhenyin.process.ping_pong import STRATA
from zhenyin.process.presentation.durations import hours
from zhenyin.process.presentation.excess_duration import ExcessDurationResponse, present_excess
from zhenyin.process.presentation.reasons import NO_EVENTS
from zhenyin.process.step_names import StepNames

KIND_WORDS: dict[DeviationKind, Words] = {
    "unexpected_step": Words("标准外步骤", "not in the standard"),
    "rework": Words("重复", "repeated"),
    "wrong_order": Words("顺序颠倒", "out of order"),
    "skipped": Words("跳过", "skipped"),
}


class ModelText(Model):
    """The text form of a reference model, with the titles of steps in each language; empty without steps."""

    zh: str
    en: str


class ReferenceModelResponse(Available):
    """The reference model for steps named by `by`: stated by a person, or derived from the most frequent variants."""

    by: StepView
    stated: bool
    text: ModelText


class DeviationResponse(Model):
    """One kind of deviation at one step. tickets: that have it, as share of all; times: how often.

    excess_duration: beyond conforming tickets of the same strata.
    """

    kind: DeviationKind
    step: str
    title: Words
    tickets: int
    share: float
    times: int
    excess_duration: ExcessDurationResponse


class ConformanceResponse(Available):
    """Tickets checked against the reference model.

    conforming: tickets without a deviation so far; fitness: their share, null without tickets. excess_duration: of all
    tickets that deviate, beyond conforming ones with the same `strata`. deviations: the first of `deviations_total`.
    """

    reference_model: ReferenceModelResponse
    tickets: int
    conforming: int
    fitness: float | None
    excess_duration: ExcessDurationResponse
    strata: list[str]
    deviations: list[DeviationResponse]
    deviations_total: int
    sentence: Words


def present_reference_model(found: ReferenceModelInForce | None) -> ReferenceModelResponse | Unavailable:
    return NO_EVENTS if found is None else present_model_in_force(found)


def present_model_in_force(found: ReferenceModelInForce) -> ReferenceModelResponse:
    zh, en = (reference_model_text.text(found.model, found.names, language) for language in ("zh", "en"))
    return ReferenceModelResponse(by=found.view, stated=found.stated, text=ModelText(zh=zh, en=en))


def present_conformance(found: ConformanceReport | None) -> ConformanceResponse | Unavailable:
    if found is None:
        return NO_EVENTS
    result, names = found.conformance, found.in_force.names
    return ConformanceResponse(
        reference_model=present_model_in_force(found.in_force),
        tickets=result.tickets,
        conforming=result.conforming,
        fitness=result.fitness,
        excess_duration=present_excess(result.excess_duration),
        strata=list(STRATA),
        deviations=[_deviation(one, result.tickets, names) for one in result.deviations],
        deviations_total=result.deviations_total,
        sentence=conformance_sentence(found),
    )


def conformance_sentence(found: ConformanceReport) -> Words:
    result = found.conformance
    if result.fitness is None:
        return Words("没有可比对的工单。", "There are no tickets to compare.")
    head = Words(
        f"{result.fitness:.1%} 的工单（{result.conforming:,} / {result.tickets:,}）符合标准流程",
        f"{result.fitness:.1%} of tickets ({result.conforming:,} of {result.tickets:,}) keep to the standard process",
    )
    if not result.deviations:
        return Words(f"{head.zh}。", f"{head.en}.")
    top, excess = result.deviations[0], result.excess_duration
    title, n = _title(top, found.in_force.names), top.tickets
    more, low, high = hours(excess.seconds), hours(excess.low), hours(excess.high)
    return Words(
        f"{head.zh}；最常见的偏差是{title.zh}（{n:,} 件）。有偏差的工单比同类合规工单共多用 {more:,.0f} 小时"
        f"（{low:,.0f} 至 {high:,.0f}）。",
        f"{head.en}; most often {title.en} ({n:,} tickets). Those that deviate took {more:,.0f} hours longer in all "
        f"than conforming tickets like them ({low:,.0f} to {high:,.0f}).",
    )


def _deviation(one: Deviation, tickets: int, names: StepNames) -> DeviationResponse:
    return DeviationResponse(
        kind=one.kind,
        step=one.step,
        title=_title(one, names),
        tickets=one.tickets,
        share=one.tickets / tickets,
        times=one.times,
        excess_duration=present_excess(one.excess_duration),
    )


def _title(one: Deviation, names: StepNames) -> Words:
    kind, step = KIND_WORDS[one.kind], names.title(one.step)
    return Words(f"{kind.zh}：{step.zh}", f"{kind.en}: {step.en}")
