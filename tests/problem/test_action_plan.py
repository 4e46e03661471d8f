"""An action is frozen when it is saved, lacks nothing, and is only ever cancelled."""

from typing import Any

import pytest
import sqlalchemy as sa

from fixtures_problems import AT, acted, made, monday, plan
from zhenyin.core.errors import Conflict, Invalid
from zhenyin.job.workspace import Workspace
from zhenyin.problem import action_plan, service, store
from zhenyin.problem.models import Plan


@pytest.mark.parametrize("field", list(action_plan.FIELDS))
def test_nothing_may_be_left_out(field: str) -> None:
    with pytest.raises(Invalid, match="action-incomplete") as refused:
        action_plan.plan(**plan(**{field: None}))
    assert action_plan.FIELDS[field].zh in refused.value.words.zh


def test_every_field_of_a_plan_is_needed_but_comparison_and_cost() -> None:
    assert set(Plan.__slots__) - set(action_plan.FIELDS) == {"comparison", "cost"}
    assert action_plan.plan(**plan(comparison=None, cost=None)).comparison is None


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"target": 1.2}, "target-wrong"),
        ({"target": 0.0}, "target-wrong"),
        ({"direction": "higher", "target": 0.8}, "target-wrong"),
        ({"direction": "down"}, "direction-unknown"),
        ({"window_weeks": 3}, "window-wrong"),
        ({"window_weeks": 60}, "window-wrong"),
        ({"metric": "first_response_hours_p90"}, "metric-not-judgeable"),
        ({"metric": "backlog"}, "metric-not-judgeable"),
        ({"where": {"product": "W10,P8"}}, "comparison-overlaps"),
        ({"comparison": {"province": "北京市"}}, "comparison-overlaps"),
    ],
)
def test_what_could_not_be_judged_is_refused(given: dict[str, Any], code: str) -> None:
    with pytest.raises(Invalid, match=code):
        action_plan.plan(**plan(**given))


def test_the_day_of_the_verdict_follows_from_whole_weeks() -> None:
    tuesday = action_plan.plan(**plan(start=monday(60).replace(day=monday(60).day + 1), window_weeks=6))
    assert tuesday.first_week == monday(61)
    assert tuesday.judge_on == monday(67)


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


def test_without_a_comparison_the_history_says_that_the_season_alone_is_used(workspace: Workspace) -> None:
    with workspace.store.begin() as db:
        dossier = made(db)
        acted(db, dossier.problem.id, comparison=None)
        told = service.get(db, dossier.problem.id).history[-2].what
    assert "无对照切片" in told.zh
    assert "no comparison slice" in told.en


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
