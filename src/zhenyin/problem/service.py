"""Decisions about problems: made, moved, explained, acted upon. Refusals say what is missing."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy.engine import Connection

from zhenyin.core import ids
from zhenyin.core.errors import Conflict, Invalid, NotFound
from zhenyin.core.schema import Slice
from zhenyin.core.words import Words
from zhenyin.problem import action_plan, facts, figures, history, lifecycle, store
from zhenyin.problem.history import EventData, HistoryEvent, Reopening
from zhenyin.problem.models import Action, Cause, Dossier, Plan, Problem, Verdict
from zhenyin.problem.vocabulary import STAGES, Grade, Stage
from zhenyin.warehouse.gateway import Warehouse

LONGEST_TITLE = 200


def create(
    db: Connection,
    by: str,
    at: datetime,
    *,
    title: str,
    metric: str,
    where: Slice,
    since: date | None = None,
    description: str = "",
    owner: str | None = None,
    due: date | None = None,
    signal_id: str | None = None,
    ticket_ids: Sequence[str] = (),
) -> Dossier:
    """Make a problem of a slice, of tickets named by hand, or of both. Raises NotFound for unknown names, Invalid."""
    figures.check_slice(metric, where)
    if not where and not ticket_ids:
        raise Invalid(
            "problem-about-nothing",
            en="A problem needs a slice or tickets. Give where, such as a fault, or ticket_ids.",
            zh="问题需要范围或工单。请给出 where（如 fault）或 ticket_ids。",
        )
    made = Problem(
        id=ids.new("prb"),
        title=_title(title),
        metric=metric,
        where={name: list(values) for name, values in where.items()},
        stage="open",
        moved_at=at,
        created_at=at,
        created_by=by,
        description=description.strip(),
        since=since,
        owner=owner or None,
        due=due,
        signal_id=signal_id,
    )
    store.add(db, made)
    _record(db, made.id, by, at, history.Created())
    if ticket_ids:
        store.link(db, made.id, ticket_ids, True)
    return get(db, made.id)


def get(db: Connection, problem_id: str) -> Dossier:
    found = store.dossiers(db, [problem_id])
    if not found:
        raise NotFound("problem-unknown", en=f"There is no problem {problem_id!r}.", zh=f"没有问题 {problem_id}。")
    return found[0]


def find(db: Connection, stage: Stage | None = None, owner: str = "", q: str = "") -> list[Dossier]:
    """Problems in a stage, of an owner, whose title or description hold every word of `q`; the newest first."""
    words = q.lower().split()
    return [
        d
        for d in store.dossiers(db)
        if stage in (None, d.problem.stage)
        and owner in ("", d.problem.owner)
        and all(word in f"{d.problem.title} {d.problem.description}".lower() for word in words)
    ]


def get_action(db: Connection, action_id: str) -> Action:
    found = store.action(db, action_id)
    if found is None:
        raise NotFound("action-unknown", en=f"There is no action {action_id!r}.", zh=f"没有措施 {action_id}。")
    return found


def edit(db: Connection, problem_id: str, by: str, at: datetime, **values: Any) -> Dossier:
    """Change title, description, owner or due date; what is not named stays."""
    before = get(db, problem_id).problem
    if "title" in values:
        values["title"] = _title(values["title"] or "")
    if "description" in values:
        values["description"] = (values["description"] or "").strip()
    changed = {name: value for name, value in values.items() if value != getattr(before, name)}
    if changed:
        store.change(db, problem_id, **changed)
        for name, value in changed.items():
            _record(db, problem_id, by, at, _edited(name, value))
    return get(db, problem_id)


def move(db: Connection, problem_id: str, to: Stage, by: str, at: datetime, reason: str = "") -> Dossier:
    """Move a problem to another stage. Raises Conflict (`move-not-allowed`, `move-lacks`) that says what is missing."""
    dossier = get(db, problem_id)
    here = STAGES[dossier.problem.stage]
    lacks = lifecycle.missing(dossier, to, at.date(), has_reason=bool(reason.strip()))
    if lacks is None:
        allowed = [STAGES[stage] for stage in lifecycle.MOVES[dossier.problem.stage]]
        raise Conflict(
            "move-not-allowed",
            en=f"From {here.en} a problem goes to {', '.join(w.en for w in allowed)}, not to {STAGES[to].en}.",
            zh=f"“{here.zh}”的问题只能转为{'、'.join(w.zh for w in allowed)}，不能转为{STAGES[to].zh}。",
        )
    if lacks:
        words = [lifecycle.REQUIREMENTS[need] for need in lacks]
        raise Conflict(
            "move-lacks",
            en=f"{STAGES[to].en} needs {', '.join(w.en for w in words)}.",
            zh=f"转为“{STAGES[to].zh}”还需要：{'、'.join(w.zh for w in words)}。",
        )
    _move(db, problem_id, to, by, at, history.Moved(to, reason.strip()))
    return get(db, problem_id)


def move_if_ready(db: Connection, problem_id: str, to: Stage, by: str, at: datetime) -> bool:
    """Make the move that follows from what was done; False where the table does not allow it."""
    ready = lifecycle.missing(get(db, problem_id), to, at.date()) == ()
    if ready:
        _move(db, problem_id, to, by, at, history.Moved(to))
    return ready


def reopen(db: Connection, problem_id: str, why: Reopening, by: str, at: datetime) -> bool:
    """Reopen a problem that came back; False where the table does not allow it."""
    ready = lifecycle.missing(get(db, problem_id), "reopened", at.date(), has_reason=True) == ()
    if ready:
        _move(db, problem_id, "reopened", by, at, why)
    return ready


def link(db: Connection, problem_id: str, add: Sequence[str], remove: Sequence[str], by: str, at: datetime) -> Dossier:
    """Add tickets to a problem by hand, or remove them, whatever its slice says."""
    get(db, problem_id)
    if add:
        store.link(db, problem_id, add, True)
        _record(db, problem_id, by, at, history.TicketsAdded(len(add)))
    if remove:
        store.link(db, problem_id, remove, False)
        _record(db, problem_id, by, at, history.TicketsRemoved(len(remove)))
    return get(db, problem_id)


def add_cause(
    db: Connection, problem_id: str, text: str, grade: Grade, evidence: Sequence[str], by: str, at: datetime
) -> Dossier:
    """State a cause. A confirmed one needs evidence. Raises Invalid (`cause-empty`, `evidence-missing`)."""
    get(db, problem_id)
    if not text.strip():
        raise Invalid("cause-empty", en="Say what the cause is.", zh="请填写根因。")
    stated = Cause(ids.new("cau"), text.strip(), grade, tuple(s.strip() for s in evidence if s.strip()), by, at)
    if grade == "confirmed":
        _require_evidence(stated.evidence)
    store.add_cause(db, problem_id, stated)
    _record(db, problem_id, by, at, history.CauseStated(grade, stated.text))
    move_if_ready(db, problem_id, "investigating", by, at)
    return get(db, problem_id)


def confirm_cause(db: Connection, problem_id: str, cause_id: str, by: str, at: datetime) -> Dossier:
    """Raise a cause to confirmed. Raises NotFound (`cause-unknown`), Invalid (`evidence-missing`)."""
    cause = next((c for c in get(db, problem_id).causes if c.id == cause_id), None)
    if cause is None:
        raise NotFound("cause-unknown", en=f"There is no cause {cause_id!r} here.", zh=f"该问题没有根因 {cause_id}。")
    _require_evidence(cause.evidence)
    store.grade_cause(db, cause_id, "confirmed")
    _record(db, problem_id, by, at, history.CauseConfirmed(cause.text))
    return get(db, problem_id)


def add_action(db: Connection, problem_id: str, by: str, at: datetime, **given: Any) -> Action:
    """Save an action with everything that it is judged by; after that nothing of it changes. Raises Invalid."""
    get(db, problem_id)
    plan = action_plan.plan(**given)
    action = Action(ids.new("act"), problem_id, plan, at, by)
    store.add_action(db, action)
    _record(db, problem_id, by, at, _saved(action))
    move_if_ready(db, problem_id, "acting", by, at)
    return action


def cancel_action(db: Connection, action_id: str, reason: str, by: str, at: datetime) -> Action:
    """Give an action up. Raises Invalid (`reason-missing`), Conflict when it is cancelled or judged already."""
    action = get_action(db, action_id)
    if not reason.strip():
        raise Invalid("reason-missing", en="Say why the action is cancelled.", zh="请填写取消措施的原因。")
    if (state := action.state(at.date())) in ("cancelled", "judged"):
        done = Words("已取消", "cancelled") if state == "cancelled" else Words("已有结论", "judged")
        raise Conflict(
            "action-over",
            en=f"The action is {done.en} already and stays as it is.",
            zh=f"该措施{done.zh}，不能再取消。",
        )
    store.cancel_action(db, action_id, reason.strip())
    cancelled = history.ActionCancelled(action.id, action.plan.title, reason.strip())
    _record(db, action.problem_id, by, at, cancelled)
    return get_action(db, action_id)


def relink(warehouse: Warehouse, db: Connection) -> int:
    """Write into the facts which problem each ticket belongs to, after problems or tickets changed.

    `db` only reads: an import that has the warehouse to itself writes its progress to the store meanwhile.
    """
    return facts.relink(warehouse, store.problems(db), store.links(db))


def keep_verdict(db: Connection, action: Action, verdict: Verdict, by: str, at: datetime) -> None:
    """Keep the final verdict on an action. Raises ValueError for one that is not final."""
    if not verdict.final:
        raise ValueError(f"The verdict on {action.id} is final from {verdict.verdict_due_on} on, not on {at:%Y-%m-%d}.")
    store.keep_verdict(db, action.id, verdict)
    judged = history.Judged(action.id, action.plan.title, verdict.outcome)
    _record(db, action.problem_id, by, at, judged)


def _move(db: Connection, problem_id: str, to: Stage, by: str, at: datetime, event: history.Moved | Reopening) -> None:
    store.change(db, problem_id, stage=to, moved_at=at)
    _record(db, problem_id, by, at, event)


def _record(db: Connection, problem_id: str, by: str, at: datetime, data: EventData) -> None:
    store.add_event(db, problem_id, HistoryEvent(at, by, data))


def _title(title: str) -> str:
    text = title.strip()
    if not text or len(text) > LONGEST_TITLE:
        raise Invalid(
            "title-wrong",
            en=f"A title has 1 to {LONGEST_TITLE} characters, not {len(text)}.",
            zh=f"标题应为 1 到 {LONGEST_TITLE} 个字，现在是 {len(text)} 个。",
        )
    return text


def _require_evidence(evidence: Sequence[str]) -> None:
    if not evidence:
        raise Invalid(
            "evidence-missing",
            en="A confirmed cause needs evidence. Add what was tried or measured.",
            zh="确认根因需要证据。请补充做过的试验或测量。",
        )


def _edited(name: str, value: object) -> history.Edited:
    fields: tuple[history.EditableField, ...] = ("title", "description", "owner", "due")
    field = next(field for field in fields if field == name)
    return history.Edited(field, str(value) if value else None)


def _saved(action: Action) -> history.ActionSaved:
    plan: Plan = action.plan
    return history.ActionSaved(
        action_id=action.id,
        title=plan.title,
        target=plan.target,
        start=plan.start,
        window_weeks=plan.window_weeks,
        compared=plan.comparison is not None,
        judge_on=plan.judge_on,
    )
