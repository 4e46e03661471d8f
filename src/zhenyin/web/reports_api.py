"""A new report, written as a job."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends

from zhenyin.account.access import CurrentWorkspace, Person, needs
from zhenyin.core import clock
from zhenyin.core.schema import Model, Request
from zhenyin.core.words import Language, Words
from zhenyin.flows import review_report
from zhenyin.job.presentation import JobOf
from zhenyin.job.progress import Progress
from zhenyin.question.period import Period

router = APIRouter(tags=["report"])


class ReportRequest(Request):
    """The period as in a question: 2026-10, last-month, last-8-weeks, a..b."""

    period: str
    language: Language = "zh"


class MadeReport(Model):
    """The report that was written."""

    report: str


@router.post("/reports", status_code=202)
def create_report(
    body: ReportRequest, workspace: CurrentWorkspace, person: Annotated[Person, Depends(needs("report.write"))]
) -> JobOf[MadeReport]:
    period = Period.read(body.period, clock.today(workspace.settings.zone))
    title = Words(f"生成复盘报告 {body.period}", f"Review report of {body.period}")

    def run(progress: Progress) -> dict[str, Any]:
        made = review_report.make(workspace, period, body.language, person.login, progress)
        return MadeReport(report=made.id).model_dump()

    job = workspace.jobs.start(
        "report",
        title,
        run,
        person.login,
    )
    return JobOf[MadeReport].model_validate(job)
