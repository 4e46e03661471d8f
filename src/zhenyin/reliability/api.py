"""When units fail, over HTTP. It lies here because a flow has no `api.py`."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from zhenyin.account.access import CurrentWorkspace, needs
from zhenyin.question.filters import Filter
from zhenyin.reliability import excess_failures, presentation
from zhenyin.reliability.service import story

router = APIRouter(tags=["reliability"], dependencies=[Depends(needs("question.read"))])

Where = Annotated[list[str], Query(max_length=6, description="filters such as fault=续航短")]


@router.get("/reliability")
def list_groups(workspace: CurrentWorkspace, by: str = "batch", where: Where = []) -> dict[str, Any]:  # noqa: B006
    """All models, batches or versions with their failures, and the faults of which one has more than its like."""
    return excess_failures.overview(workspace, by, tuple(map(Filter.read, where))).as_dict()


@router.get("/reliability/life")
def tell_life(
    workspace: CurrentWorkspace,
    group: Annotated[list[str], Query(min_length=1, max_length=3, description="names the group: batch=R-2603")],
    by: str = "batch",
    where: Where = [],  # noqa: B006
    cost: Annotated[float | None, Query(ge=0, le=1e9)] = None,
) -> dict[str, Any]:
    """The life table of one group, the age at which failing begins, the fitted life, and failures to come."""
    named = {f.dimension: f.values[0] for f in map(Filter.read, group) if f.values}
    return presentation.as_dict(story(workspace, by, named, tuple(map(Filter.read, where)), cost))
