"""Excess duration as an answer: hours that some tickets took beyond others of the same strata."""

from zhenyin.core.schema import Interval, Model
from zhenyin.process.mining.stratified_excess import ExcessDuration
from zhenyin.process.presentation.durations import hours
from zhenyin.stats.intervals import LEVEL


class ExcessDurationResponse(Model):
    """Hours in all and for each ticket, with the interval of the sum; null where no ticket could be compared.

    compared: tickets that have others to compare with, of `tickets`.
    """

    hours: float | None
    interval: Interval | None
    hours_per_ticket: float | None
    compared: int
    tickets: int


def present_excess(excess: ExcessDuration) -> ExcessDurationResponse:
    if not excess.compared:
        return ExcessDurationResponse(
            hours=None, interval=None, hours_per_ticket=None, compared=0, tickets=excess.marked
        )
    return ExcessDurationResponse(
        hours=hours(excess.seconds),
        interval=Interval(low=hours(excess.low), high=hours(excess.high), level=LEVEL),
        hours_per_ticket=hours(excess.seconds) / excess.compared,
        compared=excess.compared,
        tickets=excess.marked,
    )
