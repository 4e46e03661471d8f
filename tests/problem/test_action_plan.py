"""An action is frozen when it is saved, lacks nothing, and is only ever cancelled."""

from datetime import date

import pytest
import sqlalchemy as sa

from fixtures_cases import table, value
from fixtures_problems import AT, acted, made, plan
from zhenyin.core.errors import Conflict, Invalid
from zhenyin.job.workspace import Workspace
from zhenyin.problem import action_plan, service, store
from zhenyin.problem.history import ActionSaved
from zhenyin.problem.models import Plan


@pytest.mark.parametrize("field", list(action_plan.REQUIRED_FIELDS))
def test_nothing_may_be_left_out(field: str) -> None:
    with pytest.raises(Invalid, match="action-incomplete") as refused:
        action_plan.plan(**plan(**{field: None}))
    assert action_plan.REQUIRED_FIELDS[field].zh in refused.value.words.zh


def test_every_field_of_a_plan_is_needed_but_comparison_and_cost() -> None:
    assert set(Plan.__slots__) - set(action_plan.REQUIRED_FIELDS) == {"comparison", "cost"}
    assert action_plan.plan(**plan(comparison=None, cost=None)).comparison is None


@table("problem/action_plans.csv", ["changes", "code"])
def test_a_plan_is_judgeable_or_refused_with_its_code(changes: str, code: str) -> None:
    given = plan(**value(changes))
    if code:
        with pytest.raises(Invalid, match=code):
            action_plan.plan(**given)
    else:
        assert action_plan.plan(**given) == Plan(**given)


@table("problem/plan_dates.csv", ["start", "window_weeks", "first_week", "judge_on"])
def test_the_date_of_the_verdict_follows_from_whole_weeks(
    start: str, window_weeks: str, first_week: str, judge_on: str
) -> None:
    made_plan = action_plan.plan(**plan(start=date.fromisoformat(start), window_weeks=int(window_weeks)))
    assert (made_plan.first_week.isoformat(), made_plan.judge_on.isoformat()) == (first_week, judge_on)


def test_what_is_read_back_is_what_was_frozen(workspace: Workspace) -> None:
    with workspace.store.begin() as db:
        saved = acted(db, made(db).problem.id, cost="3 万元")
        assert service.get_action(db, saved.id) == saved


def test_the_store_changes_nothing_of_an_action_but_its_end(workspace: Workspace) -> None:
    with workspace.store.begin() as db:
        saved = acted(db, made(db).problem.id)
        before = db.execute(sa.select(store.ACTIONS)).one()._mapping
        service.cancel_action(db, saved.id, "供应商停产", "li", AT)
        after = db.execute(sa.select(store.ACTIONS)).one()._mapping
    assert {name for name in before if before[name] != after[name]} == {"cancelled"}
    assert not [name for name in dir(store) if "action" in name and name.startswith(("change", "edit", "set"))]


def test_a_cancelled_action_says_why_and_cannot_be_cancelled_twice(workspace: Workspace) -> None:
    with workspace.store.begin() as db:
        saved = acted(db, made(db).problem.id)
        with pytest.raises(Invalid, match="reason-missing"):
            service.cancel_action(db, saved.id, " ", "li", AT)
        assert service.cancel_action(db, saved.id, "停产", "li", AT).state(AT.date()) == "cancelled"
        with pytest.raises(Conflict, match="action-over"):
            service.cancel_action(db, saved.id, "again", "li", AT)


def test_the_history_keeps_what_an_action_froze(workspace: Workspace) -> None:
    with workspace.store.begin() as db:
        dossier = made(db)
        saved = acted(db, dossier.problem.id, comparison=None)
        event = service.get(db, dossier.problem.id).history[-2].data
    assert event == ActionSaved(
        saved.id, saved.plan.title, 0.8, saved.plan.start, 8, compared=False, judge_on=saved.plan.judge_on
    )


def test_a_confirmed_cause_needs_evidence(workspace: Workspace) -> None:
    with workspace.store.begin() as db:
        dossier = made(db)
        for name, evidence, refused in (("a", [], True), ("b", ["  "], True), ("c", ["20/20 复现"], False)):
            if refused:
                with pytest.raises(Invalid, match="evidence-missing"):
                    service.add_cause(db, dossier.problem.id, name, "confirmed", evidence, "li", AT)
            else:
                service.add_cause(db, dossier.problem.id, name, "confirmed", evidence, "li", AT)
        bare = service.add_cause(db, dossier.problem.id, "d", "guess", [], "li", AT).causes[-1]
        with pytest.raises(Invalid, match="evidence-missing"):
            service.confirm_cause(db, dossier.problem.id, bare.id, "li", AT)
        believed = service.get(db, dossier.problem.id).cause
    assert believed is not None
    assert believed.text == "c"
