"""The product's own verdicts on what the demo company did, held against what was planted."""

from datetime import date
from typing import Any

import pytest
from tests.story.conftest import Story

from zhenyin.core.schema import Slice
from zhenyin.flows import verify_actions
from zhenyin.knowledge import store as knowledge
from zhenyin.problem import store
from zhenyin.problem.models import Action, Verdict

pytestmark = pytest.mark.slow
ACTED = ("T2", "T7", "T8", "T9", "T10")


def action_of(story: Story, key: str) -> Action:
    title = story.planted[key]["action"]["title"]
    with story.workspace.store.read() as db:
        return next(action for action in store.actions(db) if action.plan.title == title)


def verdict_of(story: Story, key: str) -> Verdict:
    """What was told when the demo was made; of an action that is under way, how it stands on the last day."""
    action = action_of(story, key)
    return action.verdict or verify_actions.evaluate(story.workspace, action, story.until)


@pytest.mark.parametrize("key", ACTED)
def test_the_verdict_is_what_was_planted(story: Story, key: str) -> None:
    assert verdict_of(story, key).outcome == story.planted[key]["expected"].replace(" ", "_")


@pytest.mark.parametrize("key", ACTED)
def test_the_company_froze_what_its_action_was_about(story: Story, key: str) -> None:
    plan, planted = action_of(story, key).plan, story.planted[key]
    assert plan.start == date.fromisoformat(planted["action"]["start"])
    assert plan.window_weeks == planted["action"]["observe_weeks"]
    assert plan.metric == planted["metric"]
    assert _lists(planted["where"]) == plan.where
    assert plan.comparison == _lists(planted["comparison"])


@pytest.mark.parametrize("key", ["T2", "T7"])
def test_the_interval_covers_the_planted_effect(story: Story, key: str) -> None:
    effect = verdict_of(story, key).effect
    assert effect is not None
    assert effect.low <= story.planted[key]["ratio"] <= effect.high
    assert effect.high < 1


@pytest.mark.parametrize("key", ["T8", "T9"])
def test_the_interval_of_what_did_nothing_covers_nothing(story: Story, key: str) -> None:
    effect = verdict_of(story, key).effect
    assert effect is not None
    assert effect.low <= story.planted[key]["ratio"] == 1.0 <= effect.high


def test_a_season_looks_great_before_and_after_and_is_named(story: Story) -> None:
    verdict = verdict_of(story, "T8")
    assert verdict.naive is not None
    assert verdict.naive.high < 0.7
    assert verdict.season < 0.7
    assert "季节" in verdict.naive_sentence.zh
    assert "season" in verdict.naive_sentence.en


def test_a_bad_week_is_named_as_what_set_the_action_off(story: Story) -> None:
    verdict = verdict_of(story, "T9")
    assert "坏周" in verdict.naive_sentence.zh
    assert "bad week" in verdict.naive_sentence.en


def test_a_young_action_is_told_from_its_date_on(story: Story) -> None:
    verdict = verdict_of(story, "T10")
    assert verdict.verdict_due_on == date.fromisoformat(story.planted["T10"]["verdict_due_on"])
    assert not verdict.final
    assert str(verdict.verdict_due_on) in verdict.sentence.zh


@pytest.mark.parametrize("key", ["T2", "T7", "T8", "T9"])
def test_each_was_judged_on_its_own_date(story: Story, key: str) -> None:
    action = action_of(story, key)
    assert action.verdict is not None
    assert action.verdict.judged_on == action.plan.judge_on


def test_what_worked_is_verified_and_learned_and_what_did_not_is_open_again(story: Story) -> None:
    with story.workspace.store.read() as db:
        stages = {d.actions[0].plan.title: d.problem.stage for d in store.dossiers(db) if d.actions}
        lessons = {article.problem_id for article in knowledge.articles(db)}
        verified = {p.id for p in store.problems(db) if p.stage == "verified"}
    found = {key: stages[story.planted[key]["action"]["title"]] for key in ACTED}
    assert found == {"T2": "verified", "T7": "verified", "T8": "reopened", "T9": "reopened", "T10": "verifying"}
    assert lessons == verified


def test_the_tickets_of_the_problems_carry_their_ids(story: Story) -> None:
    with story.workspace.store.read() as db:
        known = {problem.id for problem in store.problems(db)}
    rows = story.workspace.warehouse.query("SELECT DISTINCT problem_id FROM tickets WHERE problem_id IS NOT NULL")
    assert set(rows["problem_id"].to_pylist()) == known


def _lists(where: dict[str, Any]) -> Slice:
    return {name: [value] if isinstance(value, str) else value for name, value in where.items()}
