"""Verification of actions, every night: judge what is due, learn from what worked, reopen what did not hold.

Read from the top: what is due is judged; an effective action makes its problem verified and proposes an article; an
action that did nothing, when no other one is running, reopens its problem; a verified problem that recurs is reopened.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from sqlalchemy.engine import Connection

from zhenyin.core import clock
from zhenyin.core.schema import Model
from zhenyin.core.words import Words
from zhenyin.flows import recurrence
from zhenyin.flows.recurrence import Recurrence
from zhenyin.job.progress import ProgressCallback, no_progress
from zhenyin.job.workspace import Workspace
from zhenyin.knowledge import service as knowledge
from zhenyin.metrics import METRICS
from zhenyin.problem import figures, service, store
from zhenyin.problem.history import ReopenedByVerdict
from zhenyin.problem.models import Action, Dossier, Verdict
from zhenyin.problem.slices import values_of
from zhenyin.problem.verdict import judge as judge_figures
from zhenyin.problem.verdict_record import verdict_of
from zhenyin.stats.effects import Outcome
from zhenyin.watch import service as watch

BY = "zhenyin"


@dataclass
class Verified:
    """What one run changed. judged: verdicts by action id. reopened, verified: problem ids."""

    judged: dict[str, Verdict] = field(default_factory=dict)
    verified: list[str] = field(default_factory=list)
    reopened: list[str] = field(default_factory=list)

    def summary(self) -> "VerdictsSummary":
        """The result as it is kept with the job."""
        outcomes = {action: verdict.outcome for action, verdict in self.judged.items()}
        return VerdictsSummary(judged=outcomes, verified=self.verified, reopened=self.reopened)


class VerdictsSummary(Model):
    """What judging changed. judged: outcomes by action. verified, reopened: problems."""

    judged: dict[str, Outcome]
    verified: list[str]
    reopened: list[str]


def run(
    workspace: Workspace, as_of: date | None = None, by: str = BY, progress: ProgressCallback = no_progress
) -> Verified:
    """Judge all due actions as of a day (default: today), and reopen verified problems that recurred."""
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
        verdict = evaluate(workspace, action, today)
        with workspace.store.begin() as db:
            _apply_verdict(db, action, verdict, by, at, done)
    for one in recurrence.recurrences(workspace, today):
        _reopen(workspace, one, by, at, done)
    return done


def judge(workspace: Workspace, action_id: str, by: str, as_of: date | None = None) -> Action:
    """One action as of today: with its kept verdict, or a new one, which is kept when it is final.

    Raises NotFound (`action-unknown`).
    """
    today = as_of or clock.today(workspace.settings.zone)
    with workspace.store.read() as db:
        action = service.get_action(db, action_id)
    if action.verdict is not None or action.cancelled is not None:
        return action
    verdict = evaluate(workspace, action, today)
    with workspace.store.begin() as db:
        _apply_verdict(db, action, verdict, by, _moment(workspace, today), Verified())
    return replace(action, verdict=verdict)


def evaluate(workspace: Workspace, action: Action, today: date) -> Verdict:
    """The verdict on an action as of a day, without keeping it."""
    plan = action.plan
    treated = figures.weekly(workspace.warehouse, plan.metric, plan.where)
    comparison = None if plan.comparison is None else figures.weekly(workspace.warehouse, plan.metric, plan.comparison)
    return verdict_of(plan, judge_figures(plan, treated, comparison, today), treated)


def _reopen(workspace: Workspace, one: Recurrence, by: str, at: datetime, done: Verified) -> None:
    problem_id = one.dossier.problem.id
    with workspace.store.begin() as db:
        if service.reopen(db, problem_id, one.why, by, at):
            done.reopened.append(problem_id)
            if one.signal_id is not None:
                watch.link_problem(db, one.signal_id, problem_id, by, at)


def _apply_verdict(db: Connection, action: Action, verdict: Verdict, by: str, at: datetime, done: Verified) -> None:
    """Keep a final verdict, and make the moves that follow from it."""
    if not verdict.final:
        return
    service.keep_verdict(db, action, verdict, by, at)
    done.judged[action.id] = verdict
    dossier = service.get(db, action.problem_id)
    if verdict.outcome == "effective":
        if service.move_if_ready(db, action.problem_id, "verified", by, at):
            done.verified.append(action.problem_id)
            _propose_article(db, dossier, action, verdict, by, at)
    elif verdict.outcome == "not_effective" and not _other_actions_running(dossier, at.date()):
        why = ReopenedByVerdict(action.id, action.plan.title, verdict.outcome)
        if service.reopen(db, action.problem_id, why, by, at):
            done.reopened.append(action.problem_id)


def _other_actions_running(dossier: Dossier, today: date) -> bool:
    return any(action.state(today) in ("planned", "running") for action in dossier.actions)


def _propose_article(db: Connection, dossier: Dossier, action: Action, verdict: Verdict, by: str, at: datetime) -> None:
    """Propose an article: the symptom, its cause, what was done, and the effect that was measured."""
    problem, cause = dossier.problem, dossier.cause
    metric = METRICS[problem.metric].title.zh
    named = values_of(problem.where).zh if problem.where else problem.title
    article = knowledge.propose(
        db,
        problem.id,
        by,
        at,
        title=problem.title,
        symptom=problem.description or f"{metric}：{named}",
        cause=cause.text if cause else "—",
        fix=action.plan.title,
        effect=verdict.sentence,
    )
    store.change(db, problem.id, article_id=article.id)


def _moment(workspace: Workspace, today: date) -> datetime:
    """The moment that is written down: now, or the end of the past day whose nightly run is made up for."""
    now = clock.now(workspace.settings.zone)
    return now if now.date() == today else datetime.combine(today, time())
