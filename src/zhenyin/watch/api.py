"""Signals over HTTP: the list, one with its evidence, and what people decide about them."""

from datetime import date
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from zhenyin.account.access import InHouse, Person, needs
from zhenyin.core import clock
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.ticket import service as tickets
from zhenyin.watch import service, store
from zhenyin.watch.models import Signal

router = APIRouter(tags=["signal"])
Reader = Depends(needs("signal.read"))
Writer = Annotated[Person, Depends(needs("signal.write"))]
_SHOWN = 20


class Dismissal(BaseModel):
    reason: str


class Snooze(BaseModel):
    until: date


@router.get("/signals", dependencies=[Reader])
def list_signals(
    house: InHouse, state: Literal["open", "dismissed", "snoozed", "quiet"] | None = "open"
) -> list[dict[str, Any]]:
    with house.store.read() as db:
        return [signal.as_dict() for signal in store.signals(db, state)]


@router.get("/signals/{signal_id}", dependencies=[Reader])
def show_signal(signal_id: str, house: InHouse) -> dict[str, Any]:
    with house.store.read() as db:
        signal = service.get(db, signal_id)
    return _told(house, signal)


@router.post("/signals/{signal_id}/dismiss")
def dismiss_signal(signal_id: str, body: Dismissal, house: InHouse, person: Writer) -> dict[str, Any]:
    at = clock.now(house.settings.zone)
    with house.store.begin() as db:
        return service.dismiss(db, signal_id, body.reason, person.login, at).as_dict()


@router.post("/signals/{signal_id}/snooze")
def snooze_signal(signal_id: str, body: Snooze, house: InHouse, person: Writer) -> dict[str, Any]:
    at = clock.now(house.settings.zone)
    with house.store.begin() as db:
        return service.snooze(db, signal_id, body.until, person.login, at).as_dict()


def _told(house: InHouse, signal: Signal) -> dict[str, Any]:
    finding = signal.finding
    span = Period.read(f"{finding.since}..{finding.until}", finding.until)
    slice_ = [Filter(dim, "in", (value,)) for dim, value in finding.where.items()]
    page = tickets.search(house.warehouse, filters=slice_, period=span, limit=_SHOWN)
    told = signal.as_dict() | finding.evidence
    told["why"] = finding.evidence.get("sentence")
    told["budget"] = {"false_alarms_per_week": house.settings.false_alarms_per_week}
    return told | {"tickets": page.tickets, "tickets_total": page.total}
