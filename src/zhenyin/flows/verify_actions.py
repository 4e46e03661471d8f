"""Every night: judge the actions whose day has come, learn from those that worked, reopen what did not hold.

Read from the top: what is due is judged; an effective action makes its problem verified and proposes an article; an
action that did nothing, when no other one is under way, opens its problem again; a verified problem that grows worse
is opened again.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from sqlalchemy.engine import Connection

from zhenyin.core import clock
from zhenyin.core.words import Words
from zhenyin.flows import recurrence
from zhenyin.job.progress import Tell, silent
from zhenyin.job.workspace import Workspace
from zhenyin.knowledge import service as knowledge
from zhenyin.metrics import METRICS
from zhenyin.problem import figures, service, store
from zhenyin.problem import verdict as judging
from zhenyin.problem.models import OUTCOMES, Action, Dossier, Verdict
from zhenyin.watch import service as watch

BY = "zhenyin"


@dataclass
class Verified:
    """What a night of judging brought. judged: actions with a verdict now. reopened, verified: problems."""

    judged: dict[str, Verdict] = field(default_factory=dict)
    verified: list[str] = field(default_factory=list)
    reopened: list[str] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        outcomes = {action: verdict.outcome for action, verdict in self.judged.items()}
        return {"judged": outcomes, "verified": self.verified, "reopened": self.reopened}


def run(workspace: Workspace, as_of: date | None = None, by: str = BY, progress: Tell = silent) -> Verified:
    """Judge all due actions as of a day (default: today), and look whether what was verified still holds."""
    today = as_of or clock.today(workspace.settings.zone)
    at = _moment(workspace, today)
    done = Verified()
    with workspace.store.read() as db:
        service.relink(workspace.warehouse, db)
    with workspace.store.begin() as db:
        running = [action for action in store.actions(db) if action.state(today) == "running"]
        for action in running:
            service.move_if_ready(db, action.problem_id, "verifying", by, at)
    due = [action for action in running if action.plan.judge_on <= today]
    for number, action in enumerate(due):
        progress(number / len(due), Words(f"验证“{action.plan.title}”", f"Judging “{action.plan.title}”"))
        verdict = look(workspace, action, today)
        with workspace.store.begin() as db:
            _follow(db, action, verdict, by, at, done)
    for worse in recurrence.recurrences(workspace, today):
        _reopen(workspace, worse, by, at, done)
    return done


def judge(workspace: Workspace, action_id: str, by: str, as_of: date | None = None) -> Action:
    """One action as of today: its kept verdict, or a new one, which is kept when its day has come.

    Raises NotFound (`action-unknown`).
    """
    today = as_of or clock.today(workspace.settings.zone)
    with workspace.store.read() as db:
        action = service.get_action(db, action_id)
    if action.verdict is not None or action.cancelled is not None:
        return action
    verdict = look(workspace, action, today)
    with workspace.store.begin() as db:
        _follow(db, action, verdict, by, _moment(workspace, today), Verified())
    return replace(action, verdict=verdict)


def look(workspace: Workspace, action: Action, today: date) -> Verdict:
    """The verdict on an action as of a day, without keeping it."""
    plan = action.plan
    treated = figures.weekly(workspace.warehouse, plan.metric, plan.where)
    comparison = None if plan.comparison is None else figures.weekly(workspace.warehouse, plan.metric, plan.comparison)
    return judging.judge(plan, treated, comparison, today)


def _reopen(workspace: Workspace, worse: recurrence.Recurrence, by: str, at: datetime, done: Verified) -> None:
    problem_id, why = worse.dossier.problem.id, worse.why.into(workspace.settings.language)
    with workspace.store.begin() as db:
        if service.move_if_ready(db, problem_id, "reopened", by, at, why):
            done.reopened.append(problem_id)
            if worse.signal_id is not None:
                watch.link_problem(db, worse.signal_id, problem_id, by, at)


def _follow(db: Connection, action: Action, verdict: Verdict, by: str, at: datetime, done: Verified) -> None:
    """What a final verdict leads to."""
    if not verdict.final:
        return
    store.keep_verdict(db, action.id, verdict)
    done.judged[action.id] = verdict
    title, outcome = action.plan.title, OUTCOMES[verdict.outcome]
    told = Words(
        f"“{title}”{outcome.zh}。{verdict.sentence.zh}", f"“{title}”: {outcome.en.lower()}. {verdict.sentence.en}"
    )
    service.note(db, action.problem_id, by, at, told)
    dossier = service.get(db, action.problem_id)
    if verdict.outcome == "effective":
        if service.move_if_ready(db, action.problem_id, "verified", by, at):
            done.verified.append(action.problem_id)
            _learn(db, dossier, action, verdict, by, at)
    elif verdict.outcome == "not_effective" and not _others_under_way(dossier, at.date()):
        why = f"{title}: {outcome.zh}"
        if service.move_if_ready(db, action.problem_id, "reopened", by, at, why):
            done.reopened.append(action.problem_id)


def _others_under_way(dossier: Dossier, today: date) -> bool:
    return any(action.state(today) in ("planned", "running") for action in dossier.actions)


def _learn(db: Connection, dossier: Dossier, action: Action, verdict: Verdict, by: str, at: datetime) -> None:
    """Propose an article: what one saw, why, what was done, and how far it went."""
    problem, cause = dossier.problem, dossier.cause
    metric = METRICS[problem.metric].title.zh
    slice_ = "、".join(problem.where.values()) or problem.title
    article = knowledge.propose(
        db,
        problem.id,
        by,
        at,
        title=problem.title,
        symptom=problem.description or f"{metric}：{slice_}",
        cause=cause.text if cause else "—",
        fix=action.plan.title,
        effect=verdict.sentence,
    )
    store.change(db, problem.id, article_id=article.id)


def _moment(workspace: Workspace, today: date) -> datetime:
    """The moment that is written down: now, or the end of the day that a night of the past belongs to."""
    now = clock.now(workspace.settings.zone)
    return now if now.date() == today else datetime.combine(today, time())
