"""Similar cases are resolved, earlier, about the same, and each says what it has in common."""

from datetime import datetime, timedelta

import pytest

from fixtures_facts import put, ticket
from fixtures_problems import made
from zhenyin.core.errors import NotFound
from zhenyin.job.workspace import Workspace
from zhenyin.knowledge import similar_cases

FIRST = datetime(2026, 3, 2, 9)
TEXTS = (
    ("W10 洗衣机门封漏水", "更换门封"),
    ("洗衣机底部漏水，门封破损", "更换门封"),
    ("门锁配网失败，手机提示超时", "升级固件"),
    ("门锁配网超时", "重置网络"),
    ("洗衣机门封漏水严重", None),
)


@pytest.fixture
def cases(workspace: Workspace) -> Workspace:
    rows = [
        ticket(number, FIRST + timedelta(days=number), description=text, solution=solution, model="W10")
        for number, (text, solution) in enumerate(TEXTS)
    ]
    put(workspace.warehouse, "tickets", rows)
    return workspace


def ids(found: list[similar_cases.SimilarCase]) -> list[str]:
    return [case.ticket_id for case in found]


def test_the_words_in_common_decide_and_are_named(cases: Workspace) -> None:
    best = similar_cases.of_text(cases, "洗衣机门封漏水")[0]
    assert (best.ticket_id, best.solution, best.model) == ("t:0", "更换门封", "W10")
    assert {"门封", "漏水"} <= set(best.common_words)


def test_a_case_without_a_solution_teaches_nothing(cases: Workspace) -> None:
    assert "t:4" not in ids(similar_cases.of_text(cases, "洗衣机门封漏水严重", limit=5))


def test_only_cases_from_before_the_ticket_count(cases: Workspace) -> None:
    assert ids(similar_cases.of_ticket(cases, "t:0")) == []
    assert ids(similar_cases.of_ticket(cases, "t:1"))[:1] == ["t:0"]


def test_a_problem_is_compared_by_its_title_and_slice(cases: Workspace) -> None:
    with cases.store.begin() as db:
        problem = made(db, title="手机提示超时", where={"product": ["门锁"]}).problem
    common = {case.ticket_id: set(case.common_words) for case in similar_cases.of_problem(cases, problem.id)}
    assert common["t:2"] == {"手机", "提示", "超时", "门锁"}
    assert common["t:1"] == set()


def test_no_more_cases_are_given_than_asked_for(cases: Workspace) -> None:
    assert len(similar_cases.of_text(cases, "漏水 配网", limit=2)) == 2


def test_a_text_about_nothing_known_has_no_cases(workspace: Workspace) -> None:
    assert similar_cases.of_text(workspace, "漏水") == []


def test_unknown_tickets_and_problems_are_refused(workspace: Workspace) -> None:
    with pytest.raises(NotFound, match="ticket-unknown"):
        similar_cases.of_ticket(workspace, "t:9")
    with pytest.raises(NotFound, match="problem-unknown"):
        similar_cases.of_problem(workspace, "prb-x")
