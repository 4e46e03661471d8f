"""The table of moves is the only one, and each move needs what it says."""

from dataclasses import replace
from datetime import date

import pytest

from fixtures_problems import AT, acted, made
from zhenyin.core.errors import Conflict
from zhenyin.job.workspace import Workspace
from zhenyin.problem import lifecycle, service
from zhenyin.problem.models import STAGES, Dossier, Stage

TODAY = AT.date()


def test_every_stage_can_be_left_and_reached() -> None:
    assert set(lifecycle.MOVES) == set(STAGES)
    reached = {to for moves in lifecycle.MOVES.values() for to in moves}
    assert reached == set(STAGES)
    assert all(lifecycle.MOVES[stage] for stage in STAGES)


def test_every_need_is_known_and_only_what_is_over_lacks_nothing() -> None:
    needs = {key for moves in lifecycle.MOVES.values() for keys in moves.values() for key in keys}
    assert needs == set(lifecycle.NEEDS)
    free = {(here, to) for here, moves in lifecycle.MOVES.items() for to, keys in moves.items() if not keys}
    assert free == {("verified", "closed")}


@pytest.mark.parametrize(("here", "to"), [(a, b) for a in STAGES for b in STAGES if b not in lifecycle.MOVES[a]])
def test_what_is_not_in_the_table_is_refused(workspace: Workspace, here: Stage, to: Stage) -> None:
    with workspace.store.begin() as db:
        dossier = made(db)
        service.store.change(db, dossier.problem.id, stage=here)
        with pytest.raises(Conflict, match="move-not-allowed"):
            service.move(db, dossier.problem.id, to, "li", AT, "because")
        assert service.get(db, dossier.problem.id).problem.stage == here


def test_nobody_calls_a_problem_verified_without_a_verdict(workspace: Workspace) -> None:
    with workspace.store.begin() as db:
        dossier = made(db)
        acted(db, dossier.problem.id)
        with pytest.raises(Conflict, match="move-lacks") as refused:
            service.move(db, dossier.problem.id, "verified", "li", AT)
    assert "verdict" in refused.value.words.en


def test_the_moves_say_what_they_lack(workspace: Workspace) -> None:
    with workspace.store.begin() as db:
        dossier = made(db, owner=None)
    told = {move["to"]: move["needs"] for move in lifecycle.moves(dossier, TODAY)}
    assert told == {"investigating": ["owner"], "acting": ["action"], "closed": ["reason"]}


def test_an_action_that_has_not_begun_is_not_verified(workspace: Workspace) -> None:
    with workspace.store.begin() as db:
        dossier = made(db)
        acted(db, dossier.problem.id, start=date(2026, 3, 2))
        later: Dossier = service.get(db, dossier.problem.id)
    assert later.problem.stage == "acting"
    assert lifecycle.missing(later, "verifying", date(2026, 3, 1)) == [lifecycle.NEEDS["started"].words]
    assert lifecycle.missing(later, "verifying", date(2026, 3, 2)) == []
    gone = replace(later, actions=tuple(replace(a, cancelled="no") for a in later.actions))
    assert lifecycle.missing(gone, "verifying", date(2026, 3, 2)) != []


def test_a_cause_begins_the_investigation_only_where_somebody_has_the_problem(workspace: Workspace) -> None:
    with workspace.store.begin() as db:
        mine, nobodys = made(db), made(db, owner=None)
        for dossier in (mine, nobodys):
            service.add_cause(db, dossier.problem.id, "门封老化", "guess", [], "li", AT)
        stages = [service.get(db, d.problem.id).problem.stage for d in (mine, nobodys)]
    assert stages == ["investigating", "open"]
