"""Verdicts over HTTP. They lie here because judging is a flow: it crosses problems, knowledge and signals."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends

from zhenyin.account.access import CurrentWorkspace, Person, needs
from zhenyin.core.errors import Conflict
from zhenyin.flows import verify_actions

router = APIRouter(tags=["problem"])


@router.post("/actions/{action_id}/judge")
def judge_action(
    action_id: str, workspace: CurrentWorkspace, person: Annotated[Person, Depends(needs("problem.write"))]
) -> dict[str, Any]:
    """The verdict as of today. It is kept when its day has come; before that it says from when on it can be told."""
    verdict = verify_actions.judge(workspace, action_id, person.login).verdict
    if verdict is None:
        raise Conflict(
            "action-cancelled",
            en="The action was cancelled, so it is not judged.",
            zh="该措施已取消，不再验证。",
        )
    return verdict.as_dict()
