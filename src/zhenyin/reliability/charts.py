"""The charts of a life: failure rate by age, failures to come, and both axes of a rise."""

import numpy as np

from zhenyin.charts import ChartSpec, Mark, Series, service_life
from zhenyin.charts import outlook as forecast_chart
from zhenyin.core.arrays import Floats
from zhenyin.core.words import Words
from zhenyin.metrics import METRICS
from zhenyin.reliability import sentences
from zhenyin.reliability.batch_or_field import Axis, BatchOrField
from zhenyin.reliability.service import GroupLife

_PER = 1_000
_SHOWN_MONTHS = 18
_FAILURES = ("failures", Words("件", "failures"))
_MONTHLY = Words("每月首次故障数（80% 区间）", "First failures a month (80 % interval)")
_CHAIN_LADDER = Words("链梯法", "Chain-ladder")
_MADE = Words("按生产批次（首次出货月）", "By batch, as first shipped")
_REPORTED = Words("按报告月份", "By month of report")


def rate_by_age(life: GroupLife) -> ChartSpec:
    """Failure rate by months in service, beside the peers', the fitted life and the limit where it is near."""
    low, high = life.table.rate_interval()
    fitted = (life.life.weight @ life.life.hazard(life.table.ages)).tolist()
    others = life.others.rate()[: life.table.ages] if life.others is not None else np.zeros(0)
    near = float(np.nanmax(life.table.rate(), initial=0.0)) > life.failure_limit / 3
    return service_life.build(
        sentences.finding_of_ages(life),
        *(_finite(side) for side in (life.table.rate(), low, high)),
        others=_finite(others),
        fitted=fitted if life.wear_out else (),
        limit=life.failure_limit if near else None,
        onset=life.onset_age.months if life.onset_age else None,
    )


def failures_to_come(life: GroupLife) -> ChartSpec:
    """First failures of the last months and of those to come."""
    ahead = life.forecast
    failed = (life.cohorts.failed if life.cohorts.own is None else life.cohorts.own).sum(axis=0)
    known = zip(life.months[: life.complete_months], failed[: life.complete_months].tolist(), strict=True)
    months = zip(life.coming, ahead.mean.tolist(), ahead.low.tolist(), ahead.high.tolist(), strict=True)
    return forecast_chart.build(
        sentences.finding_of_forecast(life),
        _MONTHLY,
        _FAILURES,
        list(known)[-_SHOWN_MONTHS:],
        list(months),
        benchmark=life.chain_ladder.tolist() if life.chain_ladder is not None else (),
        benchmark_words=_CHAIN_LADDER,
    )


def axes(found: BatchOrField) -> tuple[ChartSpec, ChartSpec]:
    """Failures per thousand units and month, by when units were made and by when it was reported."""
    return _axis(found.production, _MADE), _axis(found.reported, _REPORTED)


def _axis(axis: Axis, title: Words) -> ChartSpec:
    rates = [_PER * n / risk if risk > 0 else None for n, risk in zip(axis.failed, axis.at_risk, strict=True)]
    metric = METRICS["failure_rate"]
    raised = Words("从这里起偏高", "Raised from here")
    return ChartSpec(
        kind="bars",
        title=title,
        subtitle=metric.title,
        unit=metric.unit.words,
        unit_key=metric.unit.key,
        better="lower",
        x=axis.places,
        series=[Series("failure_rate", metric.title, rates)],
        marks=[Mark(axis.places[axis.run.first], raised, "onset")] if axis.run else [],
    )


def _finite(values: Floats) -> list[float | None]:
    return [float(value) if np.isfinite(value) else None for value in values.tolist()]
