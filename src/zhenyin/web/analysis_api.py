"""Why a figure is what it is, and a scan through all slices at once. They lie here: a flow has no `api.py`."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from zhenyin.account.access import InHouse, Person, needs
from zhenyin.core import clock
from zhenyin.flows import scan_turn
from zhenyin.flows.find_cause import Compare, explain
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

router = APIRouter(tags=["analysis"])
Reader = Depends(needs("question.read"))
Scanner = Annotated[Person, Depends(needs("signal.write"))]


class Why(BaseModel):
    """What is to be explained. Filters are texts such as `province=北京市`; the period is a text too."""

    model_config = ConfigDict(extra="forbid")

    metric: str
    where: list[str] = Field(default=[], max_length=6)
    period: str = "last-8-weeks"
    compare: Compare = "previous"


@router.post("/explain", dependencies=[Reader])
def explain_figure(body: Why, house: InHouse) -> dict[str, Any]:
    """The slices behind a change of a count, or the mix and rate of a mean; with the picture of it."""
    filters = [Filter.read(text) for text in body.where]
    period = Period.read(body.period, clock.today(house.settings.zone))
    found = explain(house, body.metric, filters, period, body.compare)
    return found.as_dict() | {"chart": found.chart(), "tree": found.tree()}


@router.post("/scans", status_code=202)
def start_scan(house: InHouse, person: Scanner) -> dict[str, Any]:
    """Look through all slices now, as every night."""
    return scan_turn.begin(house, person.login).as_dict()
