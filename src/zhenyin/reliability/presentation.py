"""Lives of units as answers: response models, and what makes them from the numbers. Sentences and charts stand beside."""

from datetime import date
from typing import Any

import numpy as np

from zhenyin.charts import ChartSpec
from zhenyin.core.arrays import Floats
from zhenyin.core.schema import Interval, Model, Slice, slice_of
from zhenyin.core.words import Words
from zhenyin.reliability import charts, sentences
from zhenyin.reliability.age_onset import AgeOnset
from zhenyin.reliability.batch_or_field import BatchOrField, Conclusion
from zhenyin.reliability.excess_failures import ExcessFailures, GroupFigures, Overview
from zhenyin.reliability.failure_forecast import CONFIDENCE
from zhenyin.reliability.life_table import kaplan_meier
from zhenyin.reliability.service import GroupLife, LimitCrossing
from zhenyin.stats.intervals import LEVEL


class AgeOnsetResponse(Model):
    """The age at which failures begin: from `months` in service on they are `ratio` times as frequent as before."""

    months: int
    ratio: float
    sentence: Words


class LimitCrossingResponse(Model):
    """The first month in which a larger share of the units failed than the limit allows."""

    month: date
    rate: float
    limit: float


class GroupResponse(Model):
    """One model, batch or version. rate: first failures per unit at risk and month. failed_share: by `at_months`."""

    where: Slice
    units: float
    failed: float
    rate: float | None
    at_months: int
    failed_share: float | None
    interval: Interval
    limit_crossing: LimitCrossingResponse | None


class ExcessFailuresResponse(Model):
    """A group and a fault with many times the failures of its peers. evidence: in nats."""

    where: Slice
    failed: float
    expected: float
    ratio: float
    evidence: float
    onset_age: AgeOnsetResponse | None
    limit_crossing: LimitCrossingResponse | None


class GroupsResponse(Model):
    """All groups, most failures first, and the excess failures among them, most evidence first.

    unassigned_failures: share of failures that do not say which unit failed or when it was sold.
    failures_before_record: failures of units that were shipped before the record begins; they are left out.
    """

    by: str
    groups: list[GroupResponse]
    excess_failures: list[ExcessFailuresResponse]
    unassigned_failures: float
    failures_before_record: int


class AgeRow(Model):
    """One row of the life table: months in service, first failures, units at risk, rate, share without failure."""

    age: int
    failed: float | None
    at_risk: float | None
    rate: float | None
    rate_interval: Interval
    survival: float | None
    survival_interval: Interval


class Estimate(Model):
    """Posterior median and 95 % credible interval of a parameter."""

    median: float
    interval: Interval


class WeibullResponse(Model):
    """The fitted life. failing_fraction: share of units that ever fail; start: months of constant rate before it begins."""

    shape: Estimate
    scale_months: Estimate
    failing_fraction: Estimate
    dispersion: float
    start: int


class MonthForecast(Model):
    """First failures expected in one month."""

    month: date
    expected: float
    interval: Interval


class FailureForecastResponse(Model):
    """First failures to come, in all and by month; chain_ladder: the benchmark for the same months."""

    expected: float
    interval: Interval
    months: list[MonthForecast]
    chain_ladder: list[float] | None


class CostResponse(Model):
    """Money spent on repairs and still to come, in the company's currency."""

    per_repair: float
    so_far: float
    expected: float
    interval: Interval


class LifeCharts(Model):
    """Failure rate by age, and failures to come."""

    ages: ChartSpec
    failure_forecast: ChartSpec


class LifeResponse(Model):
    """The life of one group of units."""

    where: Slice
    units: float
    failed: float
    sentence: Words
    ages: list[AgeRow]
    onset_age: AgeOnsetResponse | None
    limit_crossing: LimitCrossingResponse | None
    weibull: WeibullResponse | None
    failure_forecast: FailureForecastResponse
    cost: CostResponse | None
    unassigned_failures: float
    failures_before_record: int
    charts: LifeCharts


class BatchOrFieldResponse(Model):
    """Failures by batch and by month of report, and which of both explains the rise."""

    conclusion: Conclusion
    sentence: Words
    production: ChartSpec
    reported: ChartSpec


def present_overview(found: Overview) -> GroupsResponse:
    """All groups and the excess failures among them."""
    return GroupsResponse(
        by=found.by,
        groups=[_group(group) for group in found.groups],
        excess_failures=[_excess(one) for one in found.excess],
        unassigned_failures=found.unassigned,
        failures_before_record=found.before,
    )


def present_life(life: GroupLife) -> LifeResponse:
    """Everything known of one group."""
    return LifeResponse(
        where=slice_of(life.where),
        units=life.units,
        failed=life.failed,
        sentence=sentences.of_life(life),
        ages=_ages(life),
        onset_age=present_onset(life.onset_age) if life.onset_age else None,
        limit_crossing=_crossing(life.limit_crossing),
        weibull=_weibull(life),
        failure_forecast=_forecast(life),
        cost=_cost(life),
        unassigned_failures=life.unassigned,
        failures_before_record=life.before,
        charts=LifeCharts(ages=charts.rate_by_age(life), failure_forecast=charts.failures_to_come(life)),
    )


def present_onset(found: AgeOnset) -> AgeOnsetResponse:
    """The age at which failures begin, with its sentence."""
    return AgeOnsetResponse(months=found.months, ratio=found.ratio, sentence=sentences.of_onset(found))


def present_batch_or_field(found: BatchOrField) -> BatchOrFieldResponse:
    """Both axes as charts, and what they say."""
    made, reported = charts.axes(found)
    return BatchOrFieldResponse(
        conclusion=found.conclusion, sentence=sentences.of_axes(found), production=made, reported=reported
    )


def _group(group: GroupFigures) -> GroupResponse:
    return GroupResponse(
        where=slice_of(group.where),
        units=group.units,
        failed=group.failed,
        rate=group.rate,
        at_months=group.at_months,
        failed_share=group.failed_share,
        interval=Interval(low=group.low, high=group.high, level=LEVEL),
        limit_crossing=_crossing(group.limit_crossing),
    )


def _excess(found: ExcessFailures) -> ExcessFailuresResponse:
    return ExcessFailuresResponse(
        where=slice_of(found.where),
        failed=found.failed,
        expected=found.expected,
        ratio=found.ratio,
        evidence=found.evidence,
        onset_age=present_onset(found.onset_age) if found.onset_age else None,
        limit_crossing=_crossing(found.limit_crossing),
    )


def _crossing(found: LimitCrossing | None) -> LimitCrossingResponse | None:
    return LimitCrossingResponse(month=found.month, rate=found.rate, limit=found.limit) if found else None


def _ages(life: GroupLife) -> list[AgeRow]:
    table, survival = life.table, kaplan_meier(life.table)
    sides = (table.failed, table.at_risk, table.rate(), *table.rate_interval())
    rows = zip(*map(finite, (*sides, survival.share, survival.low, survival.high)), strict=True)
    return [
        AgeRow(
            age=age,
            failed=failed,
            at_risk=at_risk,
            rate=rate,
            rate_interval=Interval(low=low, high=high, level=LEVEL),
            survival=share,
            survival_interval=Interval(low=share_low, high=share_high, level=LEVEL),
        )
        for age, (failed, at_risk, rate, low, high, share, share_low, share_high) in enumerate(rows)
    ]


def _weibull(life: GroupLife) -> WeibullResponse | None:
    if not life.wear_out:
        return None
    parameters: dict[str, Any] = {}
    for name, values in (
        ("shape", life.life.shape),
        ("scale_months", life.life.scale),
        ("failing_fraction", life.life.share),
    ):
        median, low, high = life.life.bounds(values, LEVEL)
        parameters[name] = Estimate(median=median, interval=Interval(low=low, high=high, level=LEVEL))
    return WeibullResponse(**parameters, dispersion=life.life.dispersion, start=life.life.start)


def _forecast(life: GroupLife) -> FailureForecastResponse:
    ahead = life.forecast
    rows = zip(life.coming, ahead.mean.tolist(), ahead.low.tolist(), ahead.high.tolist(), strict=True)
    return FailureForecastResponse(
        expected=ahead.total,
        interval=Interval(low=ahead.total_low, high=ahead.total_high, level=CONFIDENCE),
        months=[
            MonthForecast(month=month, expected=mean, interval=Interval(low=low, high=high, level=CONFIDENCE))
            for month, mean, low, high in rows
        ],
        chain_ladder=life.chain_ladder.tolist() if life.chain_ladder is not None else None,
    )


def _cost(life: GroupLife) -> CostResponse | None:
    if life.cost is None:
        return None
    money = life.forecast.times(life.cost)
    return CostResponse(
        per_repair=life.cost,
        so_far=life.failed * life.cost,
        expected=money.total,
        interval=Interval(low=money.total_low, high=money.total_high, level=CONFIDENCE),
    )


def finite(values: Floats) -> list[float | None]:
    """The numbers, None for those that are not known."""
    return [float(value) if np.isfinite(value) else None for value in values.tolist()]
