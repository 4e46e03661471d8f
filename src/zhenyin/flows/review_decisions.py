"""Decisions about a period: who has which problem, which actions were running, what came of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zhenyin.account import store as accounts
from zhenyin.core import clock
from zhenyin.core.words import Words
from zhenyin.flows import verify_actions
from zhenyin.job.workspace import Workspace
from zhenyin.problem import history_sentences, store
from zhenyin.problem.models import Action, Dossier, Verdict
from zhenyin.problem.vocabulary import OUTCOMES, STAGES, ActionState
from zhenyin.question.period import Period
from zhenyin.report.models import ActionSummary, Holder, ReopenedProblem, VerdictSummary

_STATES: dict[ActionState, Words] = {
    "planned": Words("未开始", "planned"),
    "running": Words("进行中", "under way"),
    "judged": Words("已有结论", "judged"),
    "cancelled": Words("已取消", "cancelled"),
}


@dataclass(frozen=True, slots=True)
class Decisions:
    """holders: by the id of the problem. actions: by their start. reopened: by the day."""

    holders: dict[str, Holder]
    actions: tuple[ActionSummary, ...]
    reopened: tuple[ReopenedProblem, ...]


def gather(workspace: Workspace, period: Period | None) -> Decisions:
    """The decisions that touch a period; without one, only who has which problem."""
    today = clock.today(workspace.settings.zone)
    with workspace.store.read() as db:
        found = store.dossiers(db)
        names = {user.person.login: user.person.name for user in accounts.users(db)}
    holders = {d.problem.id: Holder(d.problem.title, STAGES[d.problem.stage], _owner(d, names)) for d in found}
    if period is None:
        return Decisions(holders, (), ())
    actions = [_action(workspace, d, a, names, today) for d in found for a in d.actions if _at_work(a, period)]
    reopened = [back for d in found for back in _reopened(d, period, names)]
    by_start = sorted(actions, key=lambda action: (action.start, action.title))
    return Decisions(holders, tuple(by_start), tuple(sorted(reopened, key=lambda back: back.at)))


def _owner(dossier: Dossier, names: dict[str, str]) -> str | None:
    login = dossier.problem.owner
    return names.get(login, login) if login else None


def _at_work(action: Action, period: Period) -> bool:
    """Whether the action was under way, or judged, on a day of the period."""
    if action.cancelled is not None:
        return False
    verdict = action.verdict
    last = max(action.plan.judge_on, verdict.judged_on if verdict else date.min)
    return action.plan.start < period.end and last >= period.start


def _action(
    workspace: Workspace, dossier: Dossier, action: Action, names: dict[str, str], today: date
) -> ActionSummary:
    plan, state = action.plan, action.state(today)
    verdict = action.verdict or (verify_actions.evaluate(workspace, action, today) if state == "running" else None)
    return ActionSummary(
        title=plan.title,
        problem=dossier.problem.title,
        owner=names.get(plan.owner, plan.owner),
        start=plan.start,
        due=plan.due,
        judge_on=plan.judge_on,
        state=_STATES[state],
        verdict=_verdict_summary(verdict) if verdict else None,
    )


def _verdict_summary(verdict: Verdict) -> VerdictSummary:
    return VerdictSummary(
        outcome=verdict.outcome,
        title=OUTCOMES[verdict.outcome],
        sentence=verdict.sentence,
        naive_sentence=verdict.naive_sentence,
        effect=verdict.effect,
        judged_on=verdict.judged_on,
        chart=verdict.chart,
    )


def _reopened(dossier: Dossier, period: Period, names: dict[str, str]) -> Iterator[ReopenedProblem]:
    for event in dossier.history:
        if event.stage == "reopened" and period.start <= event.at.date() < period.end:
            why = history_sentences.sentence(event, dossier)
            yield ReopenedProblem(dossier.problem.title, event.at.date(), why, _owner(dossier, names))
