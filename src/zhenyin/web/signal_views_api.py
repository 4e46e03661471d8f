"""Other ways to look at a signal. They lie here: a flow has no `api.py`."""

from typing import Any

from fastapi import APIRouter, Depends

from zhenyin.account.access import InHouse, needs
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
