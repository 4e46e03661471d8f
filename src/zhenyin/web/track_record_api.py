"""The early warning's own record over HTTP. It lies here: a replay is a flow."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends

from zhenyin.account.access import House, InHouse, Person, needs
from zhenyin.core.words import Words
from zhenyin.flows import track_record
from zhenyin.job.progress import Progress

router = APIRouter(tags=["signal"])


@router.get("/track-record", dependencies=[Depends(needs("signal.read"))])
def show_record(house: InHouse) -> dict[str, Any]:
    """The last replay (None before the first), whether one is possible, and what people made of the signals so far."""
    record = track_record.kept(house)
    possible = record is not None or track_record.possible(house)
    return {"record": record, "possible": possible, "precision": track_record.precision(house)}


@router.post("/track-record", status_code=202)
def start_replay(house: InHouse, person: Annotated[Person, Depends(needs("signal.write"))]) -> dict[str, Any]:
    title = Words("回放预警成绩", "Replay the early warning")
    begun = house.jobs.start("track-record", title, lambda progress: _run(house, progress), person.login, alone=True)
    return begun.as_dict()


def _run(house: House, progress: Progress) -> dict[str, Any]:
    record = track_record.run(house, progress)
    return {"replayed": record is not None, "events": len(record.rows) if record else 0}
