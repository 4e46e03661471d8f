"""The demo company, filled in as a job."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import Field

from zhenyin.account.access import CurrentWorkspace, Person, needs
from zhenyin.core.schema import Model, Request
from zhenyin.core.words import Words
from zhenyin.flows import demo_company
from zhenyin.job.presentation import JobOf
from zhenyin.job.progress import Progress

router = APIRouter(tags=["installation"])


class DemoRequest(Request):
    """Which company: the same seed and size give the same one."""

    seed: int = 7
    tickets: int = Field(default=120_000, ge=1_000, le=50_000_000)


class DemoSummary(Model):
    """The company that lies in the workspace now. until: its last day; existed: it was complete before."""

    seed: int
    tickets: int
    until: str
    finished: bool
    seconds: float
    signals: int
    existed: bool


@router.post("/demo", status_code=202)
def make_demo(
    body: DemoRequest, workspace: CurrentWorkspace, person: Annotated[Person, Depends(needs("settings.admin"))]
) -> JobOf[DemoSummary]:
    """Fill an empty workspace with an invented company. Where it is already there, nothing is done."""

    def run(progress: Progress) -> dict[str, Any]:
        state, existed = demo_company.build_demo(workspace, seed=body.seed, tickets=body.tickets, progress=progress)
        return DemoSummary(**state.as_dict(), existed=existed).model_dump()

    title = Words("生成演示公司", "Make the demo company")
    return JobOf[DemoSummary].model_validate(workspace.jobs.start("demo", title, run, person.login, alone=True))
