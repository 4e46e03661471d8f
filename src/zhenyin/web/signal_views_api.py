"""Other ways to look at a signal. They lie here: a flow has no `api.py`."""

from datetime import date
from typing import Any

from fastapi import APIRouter, Depends

from zhenyin.account.access import InHouse, needs
from zhenyin.charts import control
from zhenyin.flows.two_times import two_times
from zhenyin.watch import service

router = APIRouter(tags=["signal"])


@router.get("/signals/{signal_id}/times", dependencies=[Depends(needs("signal.read"))])
def show_times(signal_id: str, house: InHouse) -> dict[str, Any]:
    """A bad batch, or a change in the field? By when units were made and by when it was reported; `times` may be None."""
    with house.store.read() as db:
        signal = service.get(db, signal_id)
    told = two_times(house, signal.finding.where)
    return {"times": told.as_dict() if told else None}


@router.get("/signals/{signal_id}/control", dependencies=[Depends(needs("signal.read"))])
def show_control_charts(signal_id: str, house: InHouse) -> dict[str, Any]:
    """The signal's course as control charts draw it, by method; none where it is not told against its own history."""
    with house.store.read() as db:
        finding = service.get(db, signal_id).finding
    drawn = finding.evidence.get("chart") or {}
    lines = {one["key"]: one["values"] for one in drawn.get("series", ())}
    if not {"observed", "usual"} <= lines.keys():
        return {"charts": {}}
    days = [date.fromisoformat(day) for day in drawn["x"]]
    told = {
        method: control.build(method, days, lines["observed"], lines["usual"], finding.since)
        for method in control.METHODS
    }
    return {"charts": {method: spec.as_dict() for method, spec in told.items()}}
