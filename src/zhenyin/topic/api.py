"""What people are talking about, over HTTP."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from zhenyin.account.access import CurrentWorkspace, Person, needs
from zhenyin.core import clock
from zhenyin.core.words import Words
from zhenyin.job.workspace import Workspace
from zhenyin.question.period import Period
from zhenyin.topic import figures, trends
from zhenyin.topic import service as flow

router = APIRouter(tags=["topics"])
Reader = Depends(needs("ticket.read"))
Writer = Annotated[Person, Depends(needs("ticket.write"))]


class Renaming(BaseModel):
    """The new name."""

    model_config = ConfigDict(extra="forbid")
    name: str = Field(max_length=120)


class Merging(BaseModel):
    """The topic that the other one goes up in."""

    model_config = ConfigDict(extra="forbid")
    into: int


@router.get("/topics", dependencies=[Reader])
def list_topics(workspace: CurrentWorkspace, period: str = "last-8-weeks") -> dict[str, Any]:
    """All topics, most tickets first, with growth and picture."""
    return figures.landscape(workspace, _period(workspace, period))


@router.post("/topics/find", status_code=202)
def find_topics(workspace: CurrentWorkspace, person: Writer, fresh: bool = False) -> dict[str, Any]:
    """Find topics anew; known ones keep number and name unless `fresh`."""
    title = Words("归纳话题", "Find topics")
    job = workspace.jobs.start(
        "topics",
        title,
        lambda tell: flow.find(workspace, tell, fresh=fresh, by=person.login).as_dict(),
        person.login,
        alone=not fresh,
    )
    return job.as_dict()


@router.get("/topics/trends", dependencies=[Reader])
def list_trends(workspace: CurrentWorkspace, period: str = "last-4-weeks") -> dict[str, Any] | None:
    """Topics, words and phrases against the time before; null for all time, which has none before it."""
    asked = _period(workspace, period)
    return trends.trends_of(workspace, asked) if asked else None


@router.get("/topics/{number}", dependencies=[Reader])
def show_topic(number: int, workspace: CurrentWorkspace, period: str = "last-8-weeks") -> dict[str, Any]:
    """One topic: what sets it apart, and tickets that stand for it."""
    return figures.one(workspace, number, _period(workspace, period))


@router.patch("/topics/{number}")
def rename_topic(number: int, body: Renaming, workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    return flow.rename(workspace, number, body.name, person.login).as_dict()


@router.post("/topics/{number}/merge")
def merge_topic(number: int, body: Merging, workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    """Let the topic go up in another one, which is returned."""
    return flow.merge(workspace, number, body.into, person.login).as_dict()


@router.post("/topics/{number}/split")
def split_topic(number: int, workspace: CurrentWorkspace, person: Writer) -> list[dict[str, Any]]:
    """Divide the topic; both parts are returned."""
    return [topic.as_dict() for topic in flow.split(workspace, number, person.login)]


def _period(workspace: Workspace, text: str) -> Period | None:
    return Period.read(text, clock.today(workspace.settings.zone))
