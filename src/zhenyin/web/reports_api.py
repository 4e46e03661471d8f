"""A new report over HTTP. It lies here because it takes a flow, which stands above the domains."""

from typing import Annotated

from fastapi import APIRouter, Depends

from zhenyin.account.access import CurrentWorkspace, Person, needs
from zhenyin.core import clock
from zhenyin.core.schema import Request
from zhenyin.core.words import Language, Words
from zhenyin.flows import review_report
from zhenyin.job.presentation import JobResponse, present_job
from zhenyin.question.period import Period

router = APIRouter(tags=["report"])


class ReportRequest(Request):
    """The period as in a question: 2026-10, last-month, last-8-weeks, a..b."""

    period: str
    language: Language = "zh"


@router.post("/reports", status_code=202)
def create_report(
    body: ReportRequest, workspace: CurrentWorkspace, person: Annotated[Person, Depends(needs("report.write"))]
) -> JobResponse:
    period = Period.read(body.period, clock.today(workspace.settings.zone))
    title = Words(f"生成复盘报告 {body.period}", f"Review report of {body.period}")
    job = workspace.jobs.start(
        "report",
        title,
        lambda progress: {"report": review_report.make(workspace, period, body.language, person.login, progress).id},
        person.login,
    )
    return present_job(job)
