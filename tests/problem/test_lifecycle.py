"""The table of moves is the only one, and each move needs what it says."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fixtures_cases import table
from fixtures_problems import AT, an_action, made, verdict
from zhenyin.core.errors import Conflict
from zhenyin.job.workspace import Workspace
from zhenyin.problem import lifecycle, service
from zhenyin.problem.models import Action, Dossier, Problem
from zhenyin.problem.vocabulary import STAGES, Stage

TODAY = date(2026, 3, 2)
NO_MOVE = "-"


def dossier(here: Stage, facts: str) -> Dossier:
    """A problem with what the words say: an owner, and an action in each of the states, one after the other."""
    words = facts.split()
    owner = "li" if "owner" in words else None
    problem = Problem("prb-1", "W10 漏水", "failure_rate", {"product": ["W10"]}, here, AT, AT, "li", owner=owner)
    states = [word for word in words if word != "owner"]
    return Dossier(problem, actions=tuple(action(state, number) for number, state in enumerate(states)))


def action(state: str, number: int) -> Action:
    judged_on = TODAY - timedelta(days=10 - number)
    match state:
        case "planned":
            return an_action(start=TODAY + timedelta(days=1))
        case "cancelled":
            return replace(an_action(start=TODAY), cancelled="停产")
        case "effective" | "not_effective":
            return replace(an_action(start=TODAY - timedelta(weeks=9)), verdict=verdict(state, judged_on))
        case _:
            return an_action(start=TODAY)


@table("problem/lifecycle.csv", ["here", "to", "facts", "reason", "lacks"])
def test_a_move_lacks_what_the_table_says(here: Stage, to: Stage, facts: str, reason: str, lacks: str) -> None:
    missing = lifecycle.missing(dossier(here, facts), to, TODAY, has_reason=bool(reason))
    assert (NO_MOVE if missing is None else " ".join(missing)) == lacks


def test_every_stage_can_be_left_and_reached() -> None:
    assert set(lifecycle.MOVES) == set(STAGES)
    assert all(lifecycle.MOVES.values())
    assert {to for moves in lifecycle.MOVES.values() for to in moves} == set(STAGES)


def test_only_what_is_over_moves_without_need() -> None:
    free = {(here, to) for here, moves in lifecycle.MOVES.items() for to, needs in moves.items() if not needs}
    assert free == {("verified", "closed")}


def test_the_moves_say_what_they_lack() -> None:
    moves = lifecycle.moves(dossier("open", ""), TODAY)
    assert {move.to: move.lacks for move in moves} == {
        "investigating": ("owner",),
        "acting": ("action",),
        "closed": ("reason",),
    }


def test_a_move_that_the_table_does_not_have_is_refused_and_changes_nothing(workspace: Workspace) -> None:
    with workspace.store.begin() as db:
        problem = made(db).problem
        with pytest.raises(Conflict, match="move-not-allowed"):
            service.move(db, problem.id, "verified", "li", AT, "because")
        assert service.get(db, problem.id).problem == problem


def test_the_refusal_of_a_move_names_what_it_lacks(workspace: Workspace) -> None:
    with workspace.store.begin() as db:
        problem = made(db).problem
        with pytest.raises(Conflict, match="move-lacks") as refused:
            service.move(db, problem.id, "acting", "li", AT)
    assert lifecycle.REQUIREMENTS["action"].zh in refused.value.words.zh


def test_a_cause_begins_the_investigation_only_where_somebody_has_the_problem(workspace: Workspace) -> None:
    with workspace.store.begin() as db:
        owned, nobodys = made(db), made(db, owner=None)
        for one in (owned, nobodys):
            service.add_cause(db, one.problem.id, "门封老化", "guess", [], "li", AT)
        stages = [service.get(db, one.problem.id).problem.stage for one in (owned, nobodys)]
    assert stages == ["investigating", "open"]


def test_a_problem_reopened_by_itself_needs_no_word_of_a_person(workspace: Workspace) -> None:
    why = service.history.ReopenedByFigure(4, 1.5, 1.2, 1.9)
    with workspace.store.begin() as db:
        one = made(db).problem.id
        assert not service.reopen(db, one, why, "zhenyin", AT)
        service.move(db, one, "closed", "li", AT, "重复")
        assert service.reopen(db, one, why, "zhenyin", AT)
        after = service.get(db, one)
    assert (after.problem.stage, after.history[-1].data, after.history[-1].stage) == ("reopened", why, "reopened")
