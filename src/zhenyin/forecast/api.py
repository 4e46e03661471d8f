"""Tickets to come, and queues with other people, over HTTP. It lies here because a flow has no `api.py`."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query

from zhenyin.account.access import CurrentWorkspace, needs
from zhenyin.forecast import service as flow
from zhenyin.forecast.staffing import staffing
from zhenyin.forecast.volume import LEAST_DAYS
from zhenyin.question.filters import Filter

router = APIRouter(tags=["forecast"], dependencies=[Depends(needs("question.read"))])


@router.get("/forecast")
def tell_volumes(
    workspace: CurrentWorkspace,
    by: Annotated[list[str], Query(max_length=3)] = list(flow.CUTS),  # noqa: B006
    where: Annotated[list[str], Query(max_length=6)] = [],  # noqa: B006
    grain: Literal["day", "week"] = "week",
    days: int = 28,
) -> dict[str, Any]:
    """Every slice and all together with 80 % intervals; without them where there is too little history."""
    known = {"days": flow.known_days(workspace), "needs": LEAST_DAYS}
    if known["days"] < LEAST_DAYS:
        return {"known": known, "forecast": None}
    told = flow.forecast(workspace, tuple(by), list(map(Filter.read, where)), grain, days)
    return {"known": known, "forecast": flow.as_dict(told)}


@router.get("/forecast/staffing")
def tell_queue(
    workspace: CurrentWorkspace,
    team: str,
    people: Annotated[float, Query(ge=-1000, le=1000)] = -2,
    per_person: Annotated[float | None, Query(gt=0, le=10_000)] = None,
) -> dict[str, Any]:
    """What becomes of a team's queue with so many people more or fewer."""
    return staffing(workspace, team, people, per_person).as_dict()
