"""Which problem a ticket belongs to: by hand first, then by the slice, and again after every rebuild."""

from datetime import timedelta

import pytest

from fixtures_problems import AT, fill, made, monday
from zhenyin.core.errors import Invalid, NotFound
from zhenyin.job.workspace import Workspace
from zhenyin.problem import facts, service
from zhenyin.problem.figures import weekly
from zhenyin.question.filters import Filter
from zhenyin.question.models import Question
from zhenyin.question.service import answer


@pytest.fixture
def shop(workspace: Workspace) -> Workspace:
    fill(workspace, {"W10": [3, 4], "P8": [5, 6]})
    return workspace


def owner_of(workspace: Workspace) -> dict[str, str | None]:
    rows = workspace.warehouse.query("SELECT ticket_id, problem_id FROM tickets").to_pylist()
    return {row["ticket_id"]: row["problem_id"] for row in rows}


def relink(workspace: Workspace) -> int:
    with workspace.store.begin() as db:
        return service.relink(workspace.warehouse, db)


def test_a_slice_takes_its_tickets_from_its_first_day_on(shop: Workspace) -> None:
    with shop.store.begin() as db:
        one = made(db, since=monday(1)).problem.id
    assert relink(shop) == 4
    cells = answer(shop.warehouse, Question(("ticket_count",), ("problem",))).cells
    assert {cell.at["problem"]: cell.estimate.value for cell in cells} == {one: 4, None: 14}
    assert facts.counts(shop.warehouse)[one].tickets == 4
    assert relink(shop) == 0


def test_the_hand_is_stronger_than_the_slice_both_ways(shop: Workspace) -> None:
    with shop.store.begin() as db:
        sliced = made(db).problem.id
        single = made(db, where={}, ticket_ids=["t:1", "t:9"]).problem.id
        service.link(db, sliced, [], ["t:2"], "li", AT)
    relink(shop)
    whose = owner_of(shop)
    assert (whose["t:1"], whose["t:9"], whose["t:2"], whose["t:3"]) == (single, single, None, sliced)


def test_of_two_slices_the_one_that_began_last_has_the_ticket(shop: Workspace) -> None:
    with shop.store.begin() as db:
        old = made(db, since=monday(0)).problem.id
        new = made(db, since=monday(1)).problem.id
    relink(shop)
    taken = list(owner_of(shop).values())
    assert (taken.count(old), taken.count(new)) == (3, 4)


def test_a_warehouse_that_was_made_anew_gets_its_problems_back(shop: Workspace) -> None:
    with shop.store.begin() as db:
        made(db)
        made(db, where={}, ticket_ids=["t:9"])
    relink(shop)
    before = owner_of(shop)
    with shop.warehouse.writing() as cursor:
        cursor.run("UPDATE tickets SET problem_id = NULL")
    relink(shop)
    assert owner_of(shop) == before
    assert len(set(before.values())) == 3


def test_only_what_the_figure_counts_belongs_to_the_slice(shop: Workspace) -> None:
    with shop.warehouse.writing() as cursor:
        cursor.run("UPDATE tickets SET kind = '咨询' WHERE ticket_id = 't:1'")
        cursor.run("UPDATE tickets SET duplicate_of = 't:3' WHERE ticket_id = 't:2'")
    with shop.store.begin() as db:
        made(db)
    assert relink(shop) == 5


def test_a_problem_about_nothing_is_refused(shop: Workspace) -> None:
    with shop.store.begin() as db:
        with pytest.raises(Invalid, match="problem-about-nothing"):
            made(db, where={})
        with pytest.raises(NotFound):
            made(db, metric="falure_rate")
        with pytest.raises(Invalid, match="title-wrong"):
            made(db, title=" ")


def test_the_weekly_figure_of_a_fault_has_the_units_of_its_product(workspace: Workspace) -> None:
    fill(workspace, {"W10": [7] * 10, "P8": [70] * 10})
    whole = weekly(workspace.warehouse, "failure_rate", {"product": ["W10"]})
    fault = weekly(workspace.warehouse, "failure_rate", {"product": ["W10"], "fault": ["漏水"]})
    none = weekly(workspace.warehouse, "failure_rate", {"product": ["W10"], "fault": ["异响"]})
    assert fault.weeks == whole.weeks == none.weeks
    assert fault.series.total.tolist() == whole.series.total.tolist() == [7.0] * len(whole.weeks)
    assert fault.series.base.tolist() == pytest.approx(whole.series.base.tolist())
    assert none.series.base.tolist() == pytest.approx(whole.series.base.tolist())
    assert none.series.total.sum() == 0


def test_an_unfinished_week_is_no_week(workspace: Workspace) -> None:
    fill(workspace, {"W10": [7] * 9 + [1]})
    found = weekly(workspace.warehouse, "ticket_count", {"product": ["W10"]})
    assert found.weeks[-1] == monday(8)
    assert found.until(monday(8) + timedelta(days=6)).weeks[-1] == monday(7)
    answered = answer(workspace.warehouse, Question(("ticket_count",), filters=(Filter("product", "in", ("W10",)),)))
    assert answered.cells[0].estimate.value == 64
