"""Reports of one incident are put together; in doubt they stay apart."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from zhenyin.groupings import GROUPINGS, Report
from zhenyin.groupings.same_incident_v1 import group

START = datetime(2026, 9, 16, 20, 10)
CALL = Report("call", START, None, "D1", "C1", "W10", "漏水", "机身漏水", "机器底下漏水")
FORM = replace(CALL, ticket_id="form", created_at=START + timedelta(hours=1), text="洗到一半漏水把地板泡了")
CHAT = replace(CALL, ticket_id="chat", created_at=START + timedelta(hours=12), customer_id=None, text="排水时漏水")


def _links(*reports: Report) -> dict[str, str]:
    return {found.ticket_id: found.duplicate_of for found in group(reports)}


def test_one_leak_in_three_reports_is_one_incident() -> None:
    assert _links(CHAT, FORM, CALL) == {"form": "call", "chat": "call"}


def test_the_same_customer_is_enough_where_the_device_is_unknown() -> None:
    assert _links(CALL, replace(FORM, device_id=None)) == {"form": "call"}


def test_the_same_customer_in_one_source_is_not_enough() -> None:
    one, two = replace(CALL, ticket_id="hotline:1"), replace(FORM, ticket_id="hotline:2")
    assert _links(one, two) == {"hotline:2": "hotline:1"}
    assert _links(one, replace(two, device_id=None)) == {}


def test_a_chain_of_reports_ends_at_the_first() -> None:
    late = replace(CALL, ticket_id="late", created_at=START + timedelta(hours=80))
    assert _links(CALL, replace(FORM, created_at=START + timedelta(hours=40)), late) == {"form": "call", "late": "call"}


@pytest.mark.parametrize(
    "other",
    [
        replace(FORM, device_id="D2"),
        replace(FORM, fault="接口渗水"),
        replace(FORM, category="噪音", fault=None),
        replace(FORM, created_at=START + timedelta(hours=73)),
        replace(FORM, device_id=None, customer_id=None),
        replace(FORM, device_id=None, model="P8"),
        replace(FORM, fault=None, category=None, text="请问发票在哪里下载呢"),
        replace(FORM, fault=None, category=None, text=None),
    ],
)
def test_in_doubt_reports_stay_apart(other: Report) -> None:
    assert _links(CALL, other) == {}


def test_after_the_first_was_solved_it_is_a_repeat_and_no_duplicate() -> None:
    solved = replace(CALL, resolved_at=START + timedelta(minutes=30))
    assert _links(solved, FORM) == {}


def test_an_unknown_fault_needs_a_similar_text() -> None:
    similar = replace(FORM, fault=None, category=None, text="我家机器底下漏水，快来人")
    assert _links(CALL, similar) == {"form": "call"}


def test_a_customer_with_thousands_of_tickets_is_no_square() -> None:
    many = [replace(CALL, ticket_id=f"{i:05}", device_id=f"D{i}", created_at=START) for i in range(5_000)]
    assert _links(*many) == {}


@pytest.mark.parametrize("key", list(GROUPINGS))
def test_every_grouping_keeps_why_in_both_languages(key: str) -> None:
    found = GROUPINGS[key].run([CALL, FORM])
    assert [d.duplicate_of for d in found] == ["call"]
    assert found[0].why.zh
    assert found[0].why.en
    assert GROUPINGS[key].run([]) == []
