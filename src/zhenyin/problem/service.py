"""What people decide about problems: made, moved, explained, acted upon. Refusals say what is missing."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy.engine import Connection

from zhenyin.core import ids
from zhenyin.core.errors import Conflict, Invalid, NotFound
from zhenyin.core.words import Words
from zhenyin.problem import action_plan, facts, figures, lifecycle, store
from zhenyin.problem.models import GRADES, STAGES, Action, Cause, Dossier, Happened, Plan, Problem, Stage, Where
from zhenyin.warehouse.gateway import Warehouse

LONGEST_TITLE = 200


def create(
    db: Connection,
    by: str,
    at: datetime,
    *,
    title: str,
    metric: str,
    where: Where,
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
            en="A problem needs a slice or tickets. Give where, such as fault=..., or ticket_ids.",
            zh="问题需要切片或工单。请给出 where（如 fault=…）或 ticket_ids。",
        )
    made = Problem(
        id=ids.new("prb"),
        title=_title(title),
        metric=metric,
        where=dict(where),
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
    _note(db, made.id, by, at, Words("创建了问题", "Made the problem"))
    if ticket_ids:
        store.link(db, made.id, ticket_ids, True)
    return get(db, made.id)


def get(db: Connection, problem_id: str) -> Dossier:
    found = store.dossiers(db, [problem_id])
    if not found:
        raise NotFound("problem-unknown", en=f"There is no problem {problem_id!r}.", zh=f"没有问题 {problem_id}。")
    return found[0]


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
    changed = {name: value for name, value in values.items() if value != getattr(before, name)}
    if changed:
        store.change(db, problem_id, **changed)
        for name, value in changed.items():
            _note(db, problem_id, by, at, _edited(name, value))
    return get(db, problem_id)


def move(db: Connection, problem_id: str, to: Stage, by: str, at: datetime, reason: str = "") -> Dossier:
    """Move a problem to another stage. Raises Conflict (`move-not-allowed`, `move-lacks`) that says what is missing."""
    dossier = get(db, problem_id)
    here = STAGES[dossier.problem.stage]
    lacks = lifecycle.missing(dossier, to, at.date(), reason)
    if lacks is None:
        ways = [STAGES[stage] for stage in lifecycle.MOVES[dossier.problem.stage]]
        raise Conflict(
            "move-not-allowed",
            en=f"From {here.en} a problem goes to {', '.join(w.en for w in ways)}, not to {STAGES[to].en}.",
            zh=f"“{here.zh}”的问题只能转为{'、'.join(w.zh for w in ways)}，不能转为{STAGES[to].zh}。",
        )
    if lacks:
        raise Conflict(
            "move-lacks",
            en=f"{STAGES[to].en} needs {', '.join(w.en for w in lacks)}.",
            zh=f"转为“{STAGES[to].zh}”还需要：{'、'.join(w.zh for w in lacks)}。",
        )
    return _moved(db, problem_id, to, by, at, reason)


def move_if_ready(db: Connection, problem_id: str, to: Stage, by: str, at: datetime, reason: str = "") -> bool:
    """Move on what follows from what was done; False where the table does not let it."""
    ready = lifecycle.missing(get(db, problem_id), to, at.date(), reason) == []
    if ready:
        _moved(db, problem_id, to, by, at, reason)
    return ready


def link(db: Connection, problem_id: str, add: Sequence[str], remove: Sequence[str], by: str, at: datetime) -> Dossier:
    """Put tickets to a problem by hand, or take them out, whatever its slice says."""
    get(db, problem_id)
    if add:
        store.link(db, problem_id, add, True)
        _note(db, problem_id, by, at, Words(f"加入 {len(add)} 条工单", f"Added {len(add)} tickets"))
    if remove:
        store.link(db, problem_id, remove, False)
        _note(db, problem_id, by, at, Words(f"移出 {len(remove)} 条工单", f"Took {len(remove)} tickets out"))
    return get(db, problem_id)


def add_cause(
    db: Connection, problem_id: str, text: str, grade: str, evidence: Sequence[str], by: str, at: datetime
) -> Dossier:
    """State a cause. A confirmed one needs evidence. Raises Invalid (`cause-empty`, `grade-unknown`, `evidence-missing`)."""
    get(db, problem_id)
    if not text.strip():
        raise Invalid("cause-empty", en="Say what the cause is.", zh="请填写根因。")
    known = next((key for key in GRADES if key == grade), None)
    if known is None:
        raise Invalid(
            "grade-unknown",
            en=f"There is no grade of evidence {grade!r}. Use one of {', '.join(GRADES)}.",
            zh=f"没有证据等级 {grade}。可用：{'、'.join(GRADES)}。",
        )
    told = tuple(line.strip() for line in evidence if line.strip())
    if known == "confirmed":
        _require_evidence(told)
    store.add_cause(db, problem_id, Cause(ids.new("cau"), text.strip(), known, told, by, at))
    title = GRADES[known]
    _note(db, problem_id, by, at, Words(f"根因（{title.zh}）：{text}", f"Cause ({title.en.lower()}): {text}"))
    move_if_ready(db, problem_id, "investigating", by, at)
    return get(db, problem_id)


def confirm_cause(db: Connection, problem_id: str, cause_id: str, by: str, at: datetime) -> Dossier:
    """Raise a cause to confirmed. Raises NotFound (`cause-unknown`), Invalid (`evidence-missing`)."""
    cause = next((c for c in get(db, problem_id).causes if c.id == cause_id), None)
    if cause is None:
        raise NotFound("cause-unknown", en=f"There is no cause {cause_id!r} here.", zh=f"该问题没有根因 {cause_id}。")
    _require_evidence(cause.evidence)
    store.grade_cause(db, cause_id, "confirmed")
    _note(db, problem_id, by, at, Words(f"确认了根因：{cause.text}", f"Confirmed the cause: {cause.text}"))
    return get(db, problem_id)


def add_action(db: Connection, problem_id: str, by: str, at: datetime, **given: Any) -> Action:
    """Save an action with everything that it is judged by; after that nothing of it changes. Raises Invalid."""
    get(db, problem_id)
    plan = action_plan.plan(**given)
    action = Action(ids.new("act"), problem_id, plan, at, by)
    store.add_action(db, action)
    _note(db, problem_id, by, at, _frozen(plan))
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
    title = action.plan.title
    _note(db, action.problem_id, by, at, Words(f"取消措施“{title}”：{reason}", f"Cancelled “{title}”: {reason}"))
    return get_action(db, action_id)


def relink(warehouse: Warehouse, db: Connection) -> int:
    """Write into the facts which problem each ticket belongs to, after problems or tickets changed.

    `db` only reads: an import that has the warehouse to itself tells its progress to the store meanwhile.
    """
    return facts.relink(warehouse, store.problems(db), store.links(db))


def note(db: Connection, problem_id: str, by: str, at: datetime, what: Words) -> None:
    """Add a line to a problem's history."""
    _note(db, problem_id, by, at, what)


def _moved(db: Connection, problem_id: str, to: Stage, by: str, at: datetime, reason: str) -> Dossier:
    store.change(db, problem_id, stage=to, moved_at=at)
    title, more = STAGES[to], reason.strip()
    what = Words(f"转为“{title.zh}”", f"Moved to {title.en.lower()}")
    _note(db, problem_id, by, at, Words(f"{what.zh}：{more}", f"{what.en}: {more}") if more else what)
    return get(db, problem_id)


def _note(db: Connection, problem_id: str, by: str, at: datetime, what: Words) -> None:
    store.note(db, problem_id, Happened(at, by, what))


def _title(title: str) -> str:
    told = title.strip()
    if not told or len(told) > LONGEST_TITLE:
        raise Invalid(
            "title-wrong",
            en=f"A title has 1 to {LONGEST_TITLE} characters, not {len(told)}.",
            zh=f"标题应为 1 到 {LONGEST_TITLE} 个字，现在是 {len(told)} 个。",
        )
    return told


def _require_evidence(evidence: Sequence[str]) -> None:
    if not evidence:
        raise Invalid(
            "evidence-missing",
            en="A confirmed cause needs evidence. Add what was tried or measured.",
            zh="确认根因需要证据。请补充做过的试验或测量。",
        )


def _edited(name: str, value: object) -> Words:
    titles = {
        "title": Words("标题", "title"),
        "description": Words("描述", "description"),
        "owner": Words("负责人", "owner"),
        "due": Words("期限", "due date"),
    }
    title = titles[name]
    return Words(f"{title.zh}改为“{value or '无'}”", f"Set the {title.en} to “{value or 'none'}”")


def _frozen(plan: Plan) -> Words:
    aim = f"{(plan.target - 1) * 100:+.0f}%".replace("-", "−")
    beside = "" if plan.comparison else "，无对照切片，只用去年同期"
    beside_en = "" if plan.comparison else ", no comparison slice, last year alone"
    return Words(
        f"保存措施“{plan.title}”：目标 {aim}，{plan.start} 开始，观察 {plan.window_weeks} 周{beside}，"
        f"{plan.judge_on} 给出结论",
        f"Saved the action “{plan.title}”: target {aim}, from {plan.start}, {plan.window_weeks} weeks{beside_en}, "
        f"to be judged on {plan.judge_on}",
    )
