"""The track record as an answer."""

from datetime import date

from zhenyin.core.schema import DateRange, Interval, Model, Slice, slice_of
from zhenyin.core.words import Words
from zhenyin.stats.intervals import LEVEL
from zhenyin.watch.backtest.record import MethodResult, Precision, Record

_TITLES = {
    "scan": Words("周窗口扫描（本系统）", "Weekly window scan (this one)"),
    "fixed": Words("固定阈值", "Fixed threshold"),
    "sigma": Words("3σ 控制图", "3-sigma chart"),
}


class DetectorRecordResponse(Model):
    """What a method reported. false_alarms: per week; median_delay_weeks: None where it detected no event."""

    key: str
    title: Words
    false_alarms: float
    detected: int
    events: int
    median_delay_weeks: float | None


class ReplayedEventResponse(Model):
    """One event, and after how many weeks each method reported it; None where it missed it."""

    where: Slice
    since: date
    delay_weeks: dict[str, int | None]


class FalseAlarmResponse(Model):
    """A slice that a single scan reported."""

    where: Slice
    reported_on: date


class RecordResponse(Model):
    """A replay of some weeks. budget: expected false alarms per week; fixed_threshold: tickets per week."""

    period: DateRange
    slices: int
    budget: float
    fixed_threshold: float
    methods: list[DetectorRecordResponse]
    events: list[ReplayedEventResponse]
    false_alarms: list[FalseAlarmResponse]


class PrecisionResponse(Model):
    """What people made of signals; share of the confirmed among the decided, None as long as none is."""

    confirmed: int
    dismissed: int
    open: int
    share: float | None
    interval: Interval | None


class TrackRecordResponse(Model):
    """The last replay, None before the first. available: whether there is history enough for one."""

    record: RecordResponse | None
    available: bool
    precision: PrecisionResponse


class ReplayResult(Model):
    """What a replay brought; not replayed: there are too few weeks."""

    replayed: bool
    events: int


def present_track_record(record: Record | None, can_replay: bool, precision: Precision) -> TrackRecordResponse:
    """The last replay, and what people made of the signals so far."""
    return TrackRecordResponse(
        record=_record(record) if record else None,
        available=record is not None or can_replay,
        precision=_precision(precision),
    )


def present_replay(record: Record | None) -> ReplayResult:
    """The result of a replay as that of its job."""
    return ReplayResult(replayed=record is not None, events=len(record.events) if record else 0)


def _record(record: Record) -> RecordResponse:
    return RecordResponse(
        period=DateRange(start=record.first, end=record.until),
        slices=record.slices,
        budget=record.budget,
        fixed_threshold=record.fixed_threshold,
        methods=[_method(one) for one in record.methods],
        events=[
            ReplayedEventResponse(where=slice_of(one.where), since=one.since, delay_weeks=one.delay_weeks)
            for one in record.events
        ],
        false_alarms=[
            FalseAlarmResponse(where=slice_of(one.where), reported_on=one.reported_on) for one in record.false_alarms
        ],
    )


def _method(result: MethodResult) -> DetectorRecordResponse:
    return DetectorRecordResponse(
        key=result.key,
        title=_TITLES[result.key],
        false_alarms=result.false_alarms,
        detected=result.detected,
        events=result.events,
        median_delay_weeks=result.median_delay_weeks,
    )


def _precision(found: Precision) -> PrecisionResponse:
    interval = Interval(low=found.low, high=found.high, level=LEVEL) if found.share is not None else None
    return PrecisionResponse(
        confirmed=found.confirmed,
        dismissed=found.dismissed,
        open=found.open,
        share=found.share,
        interval=interval,
    )
