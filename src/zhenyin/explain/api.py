"""Why a figure is what it is, over HTTP."""

from typing import Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from zhenyin.account.access import CurrentWorkspace, needs
from zhenyin.core import clock
from zhenyin.explain.service import Compare, explain
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

router = APIRouter(tags=["analysis"])
Reader = Depends(needs("question.read"))


class Why(BaseModel):
    """What is to be explained. Filters are texts such as `province=北京市`; the period is a text too."""

    model_config = ConfigDict(extra="forbid")

    metric: str
    where: list[str] = Field(default=[], max_length=6)
    period: str = "last-8-weeks"
    compare: Compare = "previous"


@router.post("/explain", dependencies=[Reader])
def explain_figure(body: Why, workspace: CurrentWorkspace) -> dict[str, Any]:
    """The slices behind a change of a count, or the mix and rate of a mean; with the picture of it."""
    filters = [Filter.read(text) for text in body.where]
    period = Period.read(body.period, clock.today(workspace.settings.zone))
    found = explain(workspace, body.metric, filters, period, body.compare)
    return found.as_dict() | {"chart": found.chart(), "tree": found.tree()}
