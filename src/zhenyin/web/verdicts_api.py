"""Verdicts on actions: one as of today, and all that are due as a job."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends

from zhenyin.account.access import CurrentWorkspace, Person, needs
from zhenyin.core.errors import Conflict
from zhenyin.core.schema import Request
from zhenyin.core.words import Words
from zhenyin.flows import verify_actions
from zhenyin.flows.verify_actions import VerdictsSummary
from zhenyin.job.presentation import JobOf
from zhenyin.job.progress import Progress
from zhenyin.problem.action_presentation import VerdictResponse, present_verdict

router = APIRouter(tags=["problem"])
Writer = Annotated[Person, Depends(needs("problem.write"))]


@router.post("/actions/{action_id}/judge")
def judge_action(action_id: str, workspace: CurrentWorkspace, person: Writer) -> VerdictResponse:
    """The verdict as of today. It is kept when it is final; before that it says from which date on it will be."""
    verdict = verify_actions.judge(workspace, action_id, person.login).verdict
    if verdict is None:
        raise Conflict(
            "action-cancelled",
            en="The action was cancelled, so it is not judged.",
            zh="该措施已取消，不再验证。",
        )
    return present_verdict(verdict)


class VerdictsRequest(Request):
    """As on which day; today where it is left out."""

    as_of: date | None = None


@router.post("/verdicts", status_code=202)
def judge_due_actions(body: VerdictsRequest, workspace: CurrentWorkspace, person: Writer) -> JobOf[VerdictsSummary]:
    """Judge all actions whose day has come, and reopen what did not hold, as a job: outcomes by action, problems."""
    title = Words("验证到期措施", "Judge the actions that are due")

    def run(progress: Progress) -> dict[str, Any]:
        return verify_actions.run(workspace, body.as_of, person.login, progress).summary().model_dump()

    job = workspace.jobs.start("verify", title, run, person.login, alone=True)
    return JobOf[VerdictsSummary].model_validate(job)
