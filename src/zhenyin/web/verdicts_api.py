"""Verdicts over HTTP. They lie here because judging is a flow: it crosses problems, knowledge and signals."""

from typing import Annotated

from fastapi import APIRouter, Depends

from zhenyin.account.access import CurrentWorkspace, Person, needs
from zhenyin.core.errors import Conflict
from zhenyin.flows import verify_actions
from zhenyin.problem.action_presentation import VerdictResponse, present_verdict

router = APIRouter(tags=["problem"])


@router.post("/actions/{action_id}/judge")
def judge_action(
    action_id: str, workspace: CurrentWorkspace, person: Annotated[Person, Depends(needs("problem.write"))]
) -> VerdictResponse:
    """The verdict as of today. It is kept when it is final; before that it says from which date on it will be."""
    verdict = verify_actions.judge(workspace, action_id, person.login).verdict
    if verdict is None:
        raise Conflict(
            "action-cancelled",
            en="The action was cancelled, so it is not judged.",
            zh="该措施已取消，不再验证。",
        )
    return present_verdict(verdict)
