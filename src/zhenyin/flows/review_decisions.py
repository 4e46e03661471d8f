"""What people decided about a period: who has which problem, which actions were at work, what came of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zhenyin.account import store as accounts
from zhenyin.core import clock
from zhenyin.core.words import Words
from zhenyin.flows import verify_actions
from zhenyin.job.workspace import Workspace
from zhenyin.problem import store
from zhenyin.problem.models import OUTCOMES, STAGES, Action, Dossier, Verdict
from zhenyin.question.period import Period
from zhenyin.report import specs
from zhenyin.report.models import Effect, Holder, Judgement, Measure, Returned
from zhenyin.stats import effects

_STATES = {
    "planned": Words("未开始", "planned"),
    "running": Words("进行中", "under way"),
    "judged": Words("已有结论", "judged"),
    "cancelled": Words("已取消", "cancelled"),
}
_REOPENED = f"转为“{STAGES['reopened'].zh}”"
"""How the history tells that a problem was opened again; what follows is why."""


@dataclass(frozen=True, slots=True)
class Decided:
    """holders: by the id of the problem."""

    holders: dict[str, Holder]
    measures: tuple[Measure, ...]
    returned: tuple[Returned, ...]


def gather(workspace: Workspace, period: Period | None) -> Decided:
    """The decisions that touch a period; without one, who has what is all that can be told."""
    today = clock.today(workspace.settings.zone)
    with workspace.store.read() as db:
        found = store.dossiers(db)
        names = {user.person.login: user.person.name for user in accounts.users(db)}
    holders = {d.problem.id: Holder(d.problem.title, STAGES[d.problem.stage], _owner(d, names)) for d in found}
    if period is None:
        return Decided(holders, (), ())
    measures = [_measure(workspace, d, a, names, today) for d in found for a in d.actions if _at_work(a, period)]
    returned = [back for d in found for back in _returned(d, period, names)]
    by_start = sorted(measures, key=lambda measure: (measure.start, measure.title))
    return Decided(holders, tuple(by_start), tuple(sorted(returned, key=lambda back: back.at)))


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


def _measure(workspace: Workspace, dossier: Dossier, action: Action, names: dict[str, str], today: date) -> Measure:
    plan, state = action.plan, action.state(today)
    verdict = action.verdict or (verify_actions.look(workspace, action, today) if state == "running" else None)
    return Measure(
        title=plan.title,
        problem=dossier.problem.title,
        owner=names.get(plan.owner, plan.owner),
        start=plan.start,
        due=plan.due,
        judge_on=plan.judge_on,
        state=_STATES[state],
        judgement=_judgement(verdict) if verdict else None,
    )


def _judgement(verdict: Verdict) -> Judgement:
    return Judgement(
        outcome=verdict.outcome,
        title=OUTCOMES[verdict.outcome],
        sentence=verdict.sentence,
        naive_sentence=verdict.naive_sentence,
        effect=_effect(verdict.effect),
        judged_on=verdict.judged_on,
        chart=specs.from_dict(verdict.chart),
    )


def _effect(effect: effects.Effect | None) -> Effect | None:
    return Effect(effect.ratio, effect.low, effect.high) if effect else None


def _returned(dossier: Dossier, period: Period, names: dict[str, str]) -> Iterator[Returned]:
    for line in dossier.history:
        if line.what.zh.startswith(_REOPENED) and period.start <= line.at.date() < period.end:
            yield Returned(dossier.problem.title, line.at.date(), line.what, _owner(dossier, names))
