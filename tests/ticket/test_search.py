"""Tickets are found by words, filters and period, in pages."""

from datetime import date, timedelta

import pytest

from fixtures_facts import put
from fixtures_tickets import AT, add
from zhenyin.core.errors import Invalid, NotFound
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.ticket import service
from zhenyin.ticket.presentation import present_ticket


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    for day in range(6):
        add(
            workspace,
            id=f"T{day}",
            created_at=AT + timedelta(days=day),
            title="Lock" if day % 2 else None,
            description=f"第{day}天 指纹失灵",
            product="F7" if day < 4 else "K5",
            priority=None if day == 5 else "中",
            extra=[("phone_os", "iOS" if day == 2 else "Android")],
        )
    return workspace


def _found(workspace: Workspace, q: str = "", *where: str, sort: str = "created_at", **more: int) -> list[str]:
    filters = [Filter.read(text) for text in where]
    return [t["ticket_id"] for t in service.search(workspace.warehouse, q, filters, sort=sort, **more).tickets]


def test_every_word_must_occur_somewhere(filled: Workspace) -> None:
    assert _found(filled, "指纹 lock") == ["T1", "T3", "T5"]
    assert _found(filled, "t2") == ["T2"]
    assert _found(filled, "没有这个词") == []
    assert _found(filled, "100%") == []


def test_filters_take_columns_and_a_sources_own(filled: Workspace) -> None:
    assert _found(filled, "", "product=K5") == ["T4", "T5"]
    assert _found(filled, "", "extra.phone_os=iOS") == ["T2"]
    assert _found(filled, "", "priority=") == ["T5"]
    with pytest.raises(NotFound):
        _found(filled, "", "colour=red")


def test_pages_follow_one_another_and_know_the_total(filled: Workspace) -> None:
    assert _found(filled, limit=2, offset=2) == ["T2", "T3"]
    assert service.search(filled.warehouse, limit=2).totals.total == 6
    assert _found(filled, sort="-created_at", limit=1) == ["T5"]
    with pytest.raises(Invalid, match="sort-unknown"):
        _found(filled, sort="colour")


def test_the_most_urgent_come_first(workspace: Workspace) -> None:
    for level in ("低", "紧急", "中", "高"):
        add(workspace, id=level, created_at=AT, priority=level)
    add(workspace, id="unknown", created_at=AT)
    assert _found(workspace, sort="-priority") == ["紧急", "高", "中", "低", "unknown"]


def test_a_list_says_what_the_ticket_says_and_not_what_its_form_is_called(filled: Workspace) -> None:
    assert service.search(filled.warehouse, "t1").tickets[0]["excerpt"] == "第1天 指纹失灵"


def test_a_period_includes_its_last_day(filled: Workspace) -> None:
    period = Period.read("2026-03-03..2026-03-04", date(2026, 4, 1))
    assert [t["ticket_id"] for t in service.search(filled.warehouse, period=period).tickets] == ["T2", "T1"]


def test_a_ticket_is_shown_whole(filled: Workspace) -> None:
    put(
        filled.warehouse,
        "events",
        [
            {"ticket_id": "T1", "source_id": "T1", "at": AT + timedelta(hours=2), "activity": "resolved", "line": 2},
            {"ticket_id": "T1", "source_id": "T1", "at": AT, "activity": "reported", "line": 1},
        ],
    )
    with filled.store.read() as db:
        found = service.detail(filled.warehouse, db, "T1")
        assert [event["activity"] for event in found.events] == ["reported", "resolved"]
        assert found.ticket["extra"] == {"phone_os": "Android"}
        assert {"key": "fault", "title": {"zh": "故障", "en": "Fault"}} in present_ticket(found).model_dump()["columns"]
        with pytest.raises(NotFound, match="ticket-unknown"):
            service.detail(filled.warehouse, db, "nobody")


def test_a_list_says_how_many_of_its_tickets_figures_count(filled: Workspace) -> None:
    add(filled, id="T9", created_at=AT, duplicate_of="T0")
    add(filled, id="T8", created_at=AT, valid=False)
    totals = service.search(filled.warehouse).totals
    assert (totals.total, totals.counted, totals.duplicates, totals.invalid) == (8, 6, 1, 1)


def test_a_list_can_hold_just_what_a_figure_counts(filled: Workspace) -> None:
    add(filled, id="T9", created_at=AT, duplicate_of="T0")
    add(filled, id="T7", created_at=AT, kind="投诉", csat=5, resolved_at=AT + timedelta(days=30))
    assert [t["ticket_id"] for t in service.search(filled.warehouse, counted_in="complaint_share").tickets] == ["T7"]
    # Ratings go by the day on which they were given.
    later = Period(AT.date() + timedelta(days=29), AT.date() + timedelta(days=31))
    rated = service.search(filled.warehouse, period=later, counted_in="csat_score").tickets
    assert [t["ticket_id"] for t in rated] == ["T7"]
    with pytest.raises(Invalid, match="figure-without-tickets"):
        service.search(filled.warehouse, counted_in="repurchase_rate")
    with pytest.raises(NotFound, match="metric-unknown"):
        service.search(filled.warehouse, counted_in="nothing")
