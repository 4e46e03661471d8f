"""Topics over HTTP: what tickets are about, how it changes, and what people change about it."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import Field

from zhenyin.account.access import CurrentWorkspace, Person, needs
from zhenyin.core import clock
from zhenyin.core.schema import Request, Unavailable
from zhenyin.core.words import Words
from zhenyin.job.presentation import JobOf
from zhenyin.job.progress import Progress
from zhenyin.job.workspace import Workspace
from zhenyin.question.period import Period
from zhenyin.topic import figures, service, trends
from zhenyin.topic import presentation as present

router = APIRouter(tags=["topics"])
Reader = Depends(needs("ticket.read"))
# Topics are for all: who works on tickets does not reshape them.
Writer = Annotated[Person, Depends(needs("signal.write"))]


class RenameRequest(Request):
    """The new name."""

    name: str = Field(max_length=120)


class MergeRequest(Request):
    """The topic that the other one is merged into."""

    into: int


@router.get("/topics", dependencies=[Reader])
def list_topics(workspace: CurrentWorkspace, period: str = "last-8-weeks") -> present.LandscapeResponse:
    """All topics, most tickets first, with growth and picture."""
    return present.present_landscape(figures.landscape(workspace, _period(workspace, period)))


@router.post("/topic-runs", status_code=202)
def find_topics(workspace: CurrentWorkspace, person: Writer, fresh: bool = False) -> JobOf[present.TopicRunResponse]:
    """Find topics anew in a job; known ones keep number and name unless `fresh`."""

    def run(progress: Progress) -> dict[str, Any]:
        found = service.find(workspace, progress, fresh=fresh, by=person.login)
        return present.present_run(found).model_dump(mode="json")

    title = Words("归纳话题", "Find topics")
    job = workspace.jobs.start("topics", title, run, person.login, alone=not fresh)
    return JobOf[present.TopicRunResponse].model_validate(job)


@router.get("/topics/trends", dependencies=[Reader])
def list_trends(workspace: CurrentWorkspace, period: str = "last-4-weeks") -> present.TrendsResponse | Unavailable:
    """Topics and phrases against the period before."""
    chosen = _period(workspace, period)
    return present.present_trends(trends.trends_of(workspace, chosen)) if chosen else present.NOTHING_BEFORE


@router.get("/topics/{number}", dependencies=[Reader])
def show_topic(number: int, workspace: CurrentWorkspace, period: str = "last-8-weeks") -> present.TopicDetailResponse:
    """One topic: the values that distinguish it, and tickets that represent it."""
    return present.present_detail(figures.topic_detail(workspace, number, _period(workspace, period)))


@router.patch("/topics/{number}")
def rename_topic(
    number: int, body: RenameRequest, workspace: CurrentWorkspace, person: Writer
) -> present.TopicResponse:
    """Give the topic another name."""
    return present.present_topic(service.rename(workspace, number, body.name, person.login))


@router.post("/topics/{number}/merge")
def merge_topic(number: int, body: MergeRequest, workspace: CurrentWorkspace, person: Writer) -> present.TopicResponse:
    """Merge the topic into another one, which is returned."""
    return present.present_topic(service.merge(workspace, number, body.into, person.login))


@router.post("/topics/{number}/split")
def split_topic(number: int, workspace: CurrentWorkspace, person: Writer) -> list[present.TopicResponse]:
    """Divide the topic; both parts are returned."""
    return [present.present_topic(topic) for topic in service.split(workspace, number, person.login)]


def _period(workspace: Workspace, text: str) -> Period | None:
    return Period.read(text, clock.today(workspace.settings.zone))
