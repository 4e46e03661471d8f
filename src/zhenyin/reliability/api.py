"""When units fail, over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from zhenyin.account.access import CurrentWorkspace, needs
from zhenyin.question.filters import Filter
from zhenyin.reliability import excess_failures
from zhenyin.reliability.presentation import GroupsResponse, LifeResponse, present_life, present_overview
from zhenyin.reliability.service import group_life

router = APIRouter(tags=["reliability"], dependencies=[Depends(needs("question.read"))])

Where = Annotated[list[str], Query(max_length=6, description="filters such as fault=续航短")]


@router.get("/reliability")
def list_groups(workspace: CurrentWorkspace, by: str = "batch", where: Where = []) -> GroupsResponse:  # noqa: B006
    """All models, batches or versions with their failures, and the excess failures of one against its peers."""
    return present_overview(excess_failures.overview(workspace, by, tuple(map(Filter.read, where))))


@router.get("/reliability/life")
def show_life(
    workspace: CurrentWorkspace,
    group: Annotated[list[str], Query(min_length=1, max_length=3, description="names the group: batch=R-2603")],
    by: str = "batch",
    where: Where = [],  # noqa: B006
    cost: Annotated[float | None, Query(ge=0, le=1e9, description="of one repair, in the company's currency")] = None,
) -> LifeResponse:
    """Life table of one group, age of onset, fitted Weibull life, and failures to come."""
    named = {f.dimension: f.values[0] for f in map(Filter.read, group) if f.values}
    return present_life(group_life(workspace, by, named, tuple(map(Filter.read, where)), cost))
