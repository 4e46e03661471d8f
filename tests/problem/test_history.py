"""History is typed events: kept and read back as they are, shown as sentences, and never read from one."""

from importlib import import_module
from typing import Any

import pytest
import sqlalchemy as sa
from pydantic import TypeAdapter

from fixtures_cases import FOLDER, rows, table, value
from fixtures_problems import AT, acted, made, verdict
from zhenyin.core import migrations
from zhenyin.core import store as core_store
from zhenyin.core.settings import Settings
from zhenyin.job.workspace import Workspace
from zhenyin.problem import history, history_sentences, service, store
from zhenyin.problem.models import Dossier, Problem

EVENT: TypeAdapter[history.EventData] = TypeAdapter(history.EventData)
OLD = import_module("zhenyin.core.migrations.versions.0004_type_the_history_of_problems")
PROBLEM = Problem("prb-1", "W10 漏水", "failure_rate", {"product": ["W10"]}, "open", AT, AT, "li")
ACTIONS = {"更换门封": {"id": "act-1", "target": 0.804}}


def read(data: dict[str, Any]) -> history.EventData:
    return EVENT.validate_python(data)


@table("problem/history_sentences.csv", ["data", "zh", "en"])
def test_an_event_is_one_sentence_in_each_language(data: str, zh: str, en: str) -> None:
    event = history.HistoryEvent(AT, "li", read(value(data)))
    shown = history_sentences.sentence(event, Dossier(PROBLEM))
    assert (shown.zh, shown.en) == (zh, en)


@table("problem/history_sentences.csv", ["data"])
def test_an_event_is_read_back_as_it_was_kept(workspace: Workspace, data: str) -> None:
    event = history.HistoryEvent(AT, "li", read(value(data)))
    with workspace.store.begin() as db:
        problem_id = made(db).problem.id
        store.add_event(db, problem_id, event)
        assert service.get(db, problem_id).history[-1] == event


def test_every_kind_of_event_is_in_the_table_of_sentences() -> None:
    kinds = {value(row["data"])["kind"] for row in rows("problem/history_sentences.csv")}
    assert kinds == set(EVENT.json_schema()["discriminator"]["mapping"])


def test_a_judged_action_quotes_the_verdict_that_is_kept(workspace: Workspace) -> None:
    final = verdict("effective", AT.date())
    with workspace.store.begin() as db:
        action = acted(db, made(db).problem.id)
        service.keep_verdict(db, action, final, "zhenyin", AT)
        dossier = service.get(db, action.problem_id)
    shown = history_sentences.sentence(dossier.history[-1], dossier)
    assert shown.zh == f"“{action.plan.title}”有效。{final.sentence.zh}"
    assert shown.en == f"“{action.plan.title}”: effective. {final.sentence.en}"


def test_a_verdict_that_is_not_final_is_not_kept(workspace: Workspace) -> None:
    with workspace.store.begin() as db:
        action = acted(db, made(db).problem.id)
        with pytest.raises(ValueError, match="is final from"):
            service.keep_verdict(db, action, verdict("too_early", AT.date()), "li", AT)


@table("problem/old_history.csv", ["zh", "en", "kind", "data"])
def test_a_line_of_an_earlier_folder_becomes_an_event(zh: str, en: str, kind: str, data: str) -> None:
    assert OLD.event_of(zh, en, ACTIONS) == (kind, value(data))
    assert read({"kind": kind, **value(data)}).kind == kind


def test_an_earlier_folder_is_opened_with_its_history_slices_and_verdicts(settings: Settings) -> None:
    opened = core_store.connect(settings)
    with opened.begin() as db:
        old_folder(db)
    migrations.upgrade(opened)
    with opened.read() as db:
        (dossier,) = store.dossiers(db)
    assert dossier.problem.where == {"product": ["W10", "P8"]}
    (action,) = dossier.actions
    assert (action.plan.where, action.plan.comparison) == ({"product": ["W10"]}, {"product": ["Z1", "Z2"]})
    assert action.verdict is not None
    assert (action.verdict.verdict_due_on, action.verdict.outcome) == (None, "effective")
    assert action.verdict.chart.kind == "verdict"
    kinds = [event.data.kind for event in dossier.history]
    assert kinds == ["created", "action_saved", "judged", "note"]
    assert dossier.history[1].data == history.ActionSaved(
        "act-1", "更换门封", 0.804, action.plan.start, 8, compared=True, judge_on=action.plan.judge_on
    )


def old_folder(db: sa.Connection) -> None:
    """A store of revision 0003 with one problem, as it was written then."""
    from alembic import command

    migrations.declare()
    command.upgrade(migrations.config(db), "0003")
    for statement in (FOLDER / "problem/old_folder.sql").read_text("utf-8").split(";\n"):
        if statement.strip():
            db.exec_driver_sql(statement)
