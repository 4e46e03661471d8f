"""Why is a figure what it is? Explanations over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import Field

from zhenyin.account.access import CurrentWorkspace, needs
from zhenyin.core import clock
from zhenyin.core.schema import Request
from zhenyin.explain.models import ExplainCompare
from zhenyin.explain.presentation import ChoiceResponse, ExplanationResponse, present_choices, present_explanation
from zhenyin.explain.service import choices, explain
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

router = APIRouter(tags=["analysis"])
Reader = Depends(needs("question.read"))


class ExplainRequest(Request):
    """What is to be explained.

    where: filters such as `province=北京市`. period: a text such as `last-8-weeks`. method: the key of a locator, if not
    the one that suits.
    """

    metric: str
    where: list[str] = Field(default=[], max_length=6)
    period: str = "last-8-weeks"
    compare: ExplainCompare = "previous"
    method: str | None = None


@router.get("/explain/choices", dependencies=[Reader])
def list_choices(metric: str, where: Annotated[list[str] | None, Query(max_length=6)] = None) -> list[ChoiceResponse]:
    """What a figure can be compared with; a comparison that cannot work says why."""
    return present_choices(choices(metric, [Filter.read(text) for text in where or []]))


@router.post("/explain", dependencies=[Reader])
def explain_figure(body: ExplainRequest, workspace: CurrentWorkspace) -> ExplanationResponse:
    """The slices behind a change of a count, or the mix and rate effect of a mean, with charts."""
    filters = [Filter.read(text) for text in body.where]
    period = Period.read(body.period, clock.today(workspace.settings.zone))
    return present_explanation(explain(workspace, body.metric, filters, period, body.compare, method=body.method))
