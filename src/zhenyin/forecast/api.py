"""Tickets to come, and queues with other people, over HTTP."""

from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query

from zhenyin.account.access import CurrentWorkspace, needs
from zhenyin.core.schema import Unavailable
from zhenyin.forecast import service
from zhenyin.forecast.presentation import (
    StaffingResponse,
    VolumeForecast,
    history_too_short,
    present_forecast,
    present_staffing,
)
from zhenyin.forecast.staffing import staffing
from zhenyin.forecast.volume import LEAST_DAYS
from zhenyin.question.filters import Filter

router = APIRouter(tags=["forecast"], dependencies=[Depends(needs("question.read"))])


@router.get("/forecast")
def show_forecast(
    workspace: CurrentWorkspace,
    by: Annotated[list[str], Query(max_length=3)] = list(service.GROUP_BY),  # noqa: B006
    where: Annotated[list[str], Query(max_length=6)] = [],  # noqa: B006
    grain: Literal["day", "week"] = "week",
    days: int = 28,
) -> VolumeForecast | Unavailable:
    """Every slice and all together with 80 % prediction intervals; not available while there is too little history."""
    history = service.history_days(workspace)
    if history < LEAST_DAYS:
        return history_too_short(history)
    return present_forecast(service.forecast(workspace, tuple(by), list(map(Filter.read, where)), grain, days))


@router.get("/forecast/staffing")
def show_staffing(
    workspace: CurrentWorkspace,
    team: str,
    people: Annotated[float, Query(ge=-1000, le=1000)] = -2,
    per_person: Annotated[float | None, Query(gt=0, le=10_000)] = None,
) -> StaffingResponse:
    """What becomes of a team's queue with so many people more or fewer."""
    return present_staffing(staffing(workspace, team, people, per_person))
