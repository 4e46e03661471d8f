"""Type the history of problems; a slice names the values of a dimension as a list.

The history was kept as two sentences. Each line becomes an event: its kind, and the fields that the sentences held.
A line that is not recognised becomes a `note`, which keeps its text. What is read here are the sentences that
revisions before this one wrote; later code never reads a sentence.
"""

import json
import re
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

Fields = dict[str, Any]
Actions = dict[str, Fields]
"""The actions of one problem by their title: id and target."""

_OUTCOMES = {
    "effective": "effective",
    "not effective": "not_effective",
    "too early to tell": "too_early",
    "not measurable": "not_measurable",
}
_FIELDS = {"title": "title", "description": "description", "owner": "owner", "due date": "due"}
_HISTORY = sa.table(
    "problem_history",
    sa.column("id", sa.Integer),
    sa.column("problem_id", sa.String),
    sa.column("zh", sa.Text),
    sa.column("en", sa.Text),
    sa.column("kind", sa.String),
    sa.column("data", sa.JSON),
)
_PROBLEMS = sa.table("problems", sa.column("id", sa.String), sa.column("where", sa.JSON))
_ACTIONS = sa.table(
    "actions",
    sa.column("id", sa.String),
    sa.column("problem_id", sa.String),
    sa.column("title", sa.String),
    sa.column("target", sa.Float),
    sa.column("where", sa.JSON),
    sa.column("comparison", sa.JSON(none_as_null=True)),
)
_VERDICTS = sa.table("verdicts", sa.column("action_id", sa.String), sa.column("content", sa.JSON))


def event_of(zh: str, en: str, actions: Actions) -> tuple[str, Fields]:
    """Kind and fields of a line of the history, as far as its sentences are recognised."""
    for pattern, read in _LINES:
        found = re.fullmatch(pattern, en, re.DOTALL)
        if found:
            return read(found, zh, actions)
    return "note", {"text": {"zh": zh, "en": en}}


def _edited(found: re.Match[str], zh: str, _actions: Actions) -> tuple[str, Fields]:
    emptied = found[2] == "none" and zh.endswith("“无”")
    return "edited", {"field": _FIELDS[found[1]], "value": None if emptied else found[2]}


def _moved(found: re.Match[str], _zh: str, actions: Actions) -> tuple[str, Fields]:
    stage, reason = found[1], found[2] or ""
    title = reason.removesuffix(": 无效")
    if stage == "reopened" and title != reason and title in actions:
        return "reopened_by_verdict", {**_action(title, actions), "outcome": "not_effective"}
    return "moved", {"stage": stage, "reason": reason}


def _saved(found: re.Match[str], _zh: str, actions: Actions) -> tuple[str, Fields]:
    title, aim, start, weeks, alone, judge_on = found.groups()
    exact = actions.get(title)
    target = exact["target"] if exact else round(1 + int(aim.replace("−", "-")) / 100, 2)
    fields = {"target": target, "start": start, "window_weeks": int(weeks), "compared": alone is None}
    return "action_saved", {**_action(title, actions), **fields, "judge_on": judge_on}


def _action(title: str, actions: Actions) -> Fields:
    return {"action_id": actions[title]["id"] if title in actions else None, "title": title}


_LINES: tuple[tuple[str, Callable[[re.Match[str], str, Actions], tuple[str, Fields]]], ...] = (
    (r"Made the problem", lambda _found, _zh, _actions: ("created", {})),
    (r"Set the (title|description|owner|due date) to “(.*)”", _edited),
    (r"Moved to (open|investigating|acting|verifying|verified|closed|reopened)(?:: (.*))?", _moved),
    (r"Added (\d+) tickets", lambda found, _zh, _actions: ("tickets_added", {"count": int(found[1])})),
    (r"Took (\d+) tickets out", lambda found, _zh, _actions: ("tickets_removed", {"count": int(found[1])})),
    (
        r"Cause \((guess|correlated|tested|confirmed)\): (.*)",
        lambda found, _zh, _actions: ("cause_stated", {"grade": found[1], "text": found[2]}),
    ),
    (r"Confirmed the cause: (.*)", lambda found, _zh, _actions: ("cause_confirmed", {"text": found[1]})),
    (
        r"Saved the action “(.*)”: target ([+−]\d+)%, from (\d{4}-\d\d-\d\d), (\d+) weeks"
        r"(, no comparison slice, last year alone)?, to be judged on (\d{4}-\d\d-\d\d)",
        _saved,
    ),
    (
        r"Cancelled “(.*?)”: (.*)",
        lambda found, _zh, actions: ("action_cancelled", {**_action(found[1], actions), "reason": found[2]}),
    ),
    (
        r"“(.*?)”: (effective|not effective|too early to tell|not measurable)\. .*",
        lambda found, _zh, actions: ("judged", {**_action(found[1], actions), "outcome": _OUTCOMES[found[2]]}),
    ),
)


def upgrade() -> None:
    with op.batch_alter_table("problem_history") as table:
        table.add_column(sa.Column("kind", sa.String(length=24), nullable=True))
        table.add_column(sa.Column("data", sa.JSON(), nullable=True))
    _type_history()
    with op.batch_alter_table("problem_history") as table:
        table.alter_column("kind", existing_type=sa.String(length=24), nullable=False)
        table.alter_column("data", existing_type=sa.JSON(), nullable=False)
        table.drop_column("zh")
        table.drop_column("en")
    with op.batch_alter_table("verdicts") as table:
        table.alter_column("told", new_column_name="content", existing_type=sa.JSON(), existing_nullable=False)
    _rename_in_verdicts("tell_on", "verdict_due_on")
    _change_slices(lambda text: text.split(",") if isinstance(text, str) else text)


def downgrade() -> None:
    _change_slices(lambda values: values if isinstance(values, str) else ",".join(values))
    _rename_in_verdicts("verdict_due_on", "tell_on")
    with op.batch_alter_table("verdicts") as table:
        table.alter_column("content", new_column_name="told", existing_type=sa.JSON(), existing_nullable=False)
    with op.batch_alter_table("problem_history") as table:
        table.add_column(sa.Column("zh", sa.Text(), nullable=True))
        table.add_column(sa.Column("en", sa.Text(), nullable=True))
    db = op.get_bind()
    for row in db.execute(sa.select(_HISTORY)).all():
        text = f"{row.kind}: {json.dumps(row.data, ensure_ascii=False)}"
        db.execute(_HISTORY.update().where(_HISTORY.c.id == row.id).values(zh=text, en=text))
    with op.batch_alter_table("problem_history") as table:
        table.alter_column("zh", existing_type=sa.Text(), nullable=False)
        table.alter_column("en", existing_type=sa.Text(), nullable=False)
        table.drop_column("kind")
        table.drop_column("data")


def _type_history() -> None:
    db = op.get_bind()
    actions: dict[str, Actions] = {}
    for row in db.execute(sa.select(_ACTIONS)).all():
        actions.setdefault(row.problem_id, {})[row.title] = {"id": row.id, "target": row.target}
    for row in db.execute(sa.select(_HISTORY)).all():
        kind, data = event_of(row.zh, row.en, actions.get(row.problem_id, {}))
        db.execute(_HISTORY.update().where(_HISTORY.c.id == row.id).values(kind=kind, data=data))


def _rename_in_verdicts(old: str, new: str) -> None:
    db = op.get_bind()
    for row in db.execute(sa.select(_VERDICTS)).all():
        content = {new if name == old else name: value for name, value in row.content.items()}
        db.execute(_VERDICTS.update().where(_VERDICTS.c.action_id == row.action_id).values(content=content))


def _change_slices(change: Callable[[Any], Any]) -> None:
    db = op.get_bind()
    for table, names in ((_PROBLEMS, ("where",)), (_ACTIONS, ("where", "comparison"))):
        for row in db.execute(sa.select(table)).all():
            old = {name: row._mapping[name] for name in names}
            new = {name: None if slice_ is None else _each(slice_, change) for name, slice_ in old.items()}
            db.execute(table.update().where(table.c.id == row.id).values(**new))


def _each(slice_: Fields, change: Callable[[Any], Any]) -> Fields:
    return {name: change(values) for name, values in slice_.items()}
