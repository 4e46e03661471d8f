"""Key drivers: which values go with a worse share, which way is worse, and what is not named."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from fixtures_facts import put, ticket
from zhenyin.explain.service import explain
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter

AT = datetime(2026, 1, 5, 9)
Group = tuple[dict[str, str], int, int]
"""Attributes, number of tickets, and how many of them are complaints (or within their time limit)."""


def _fill(workspace: Workspace, groups: list[Group], *, in_time: bool = False) -> None:
    made: list[dict[str, Any]] = []
    for given, count, marked in groups:
        for i in range(count):
            mark = (i + 1) * marked // count > i * marked // count
            at = AT + timedelta(seconds=len(made))
            more: dict[str, Any] = {"kind": "投诉"} if mark and not in_time else {}
            if in_time:
                more = {
                    "resolution_due_at": at + timedelta(hours=24),
                    "resolved_at": at + timedelta(hours=4 if mark else 48),
                }
            made.append(ticket(len(made), at, **given) | more)
    # The record goes on for three days, so that all of these are due.
    put(workspace.warehouse, "tickets", [*made, ticket(len(made), AT + timedelta(days=3))])


def _named(workspace: Workspace, metric: str, *filters: str) -> list[dict[str, str]]:
    found = explain(workspace, metric, [Filter.read(text) for text in filters], None, "values")
    return [suspect.where for suspect in found.suspects]


BEIJING, SHANGHAI, SICHUAN = ({"province": name} for name in ("北京市", "上海市", "四川省"))


@pytest.mark.parametrize(
    ("groups", "named"),
    [
        ([(BEIJING, 200, 60), (SHANGHAI, 200, 15), (SICHUAN, 200, 15)], [{"province": "北京市"}]),
        (
            [(BEIJING, 200, 60), (SHANGHAI, 200, 60), (SICHUAN, 400, 10)],
            [{"province": "北京市"}, {"province": "上海市"}],
        ),
        ([(BEIJING, 200, 20), (SHANGHAI, 200, 22), (SICHUAN, 200, 18)], []),
        # Nine complaints, or 49 tickets, are too few.
        ([(BEIJING, 200, 9), (SHANGHAI, 2000, 12)], []),
        ([(BEIJING, 49, 30), (SHANGHAI, 400, 20)], []),
        # All complaints in one value: the metric is defined by it.
        ([(BEIJING, 200, 60), (SHANGHAI, 200, 0)], []),
    ],
    ids=["one value", "two values", "no difference", "few complaints", "few tickets", "all in one value"],
)
def test_values_that_go_with_a_worse_share_are_named(
    workspace: Workspace, groups: list[Group], named: list[dict[str, str]]
) -> None:
    _fill(workspace, groups)
    assert sorted(_named(workspace, "complaint_share"), key=str) == sorted(named, key=str)


def test_the_odds_of_a_share_are_those_of_woolf(workspace: Workspace) -> None:
    _fill(workspace, [(BEIJING, 200, 60), (SHANGHAI, 400, 30)])
    (one,) = explain(workspace, "complaint_share", [], None, "values").suspects
    assert one.ratio == pytest.approx((60 / 140) / (30 / 370), rel=0.05)
    assert one.low < one.ratio < one.high
    assert (one.observed, one.expected) == (60.0, pytest.approx(15.0))
    assert one.p < 1e-6


def test_of_a_metric_that_should_be_high_the_low_values_are_worse(workspace: Workspace) -> None:
    _fill(workspace, [(BEIJING, 200, 100), (SHANGHAI, 200, 190), (SICHUAN, 200, 190)], in_time=True)
    found = explain(workspace, "sla_resolution_rate", [], None, "values")
    assert [one.where for one in found.suspects] == [{"province": "北京市"}]
    assert found.suspects[0].ratio > 1


def test_a_value_is_not_named_for_another_that_its_tickets_have(workspace: Workspace) -> None:
    both = {"province": "北京市", "model": "W2"}
    _fill(
        workspace,
        [(both, 300, 90), ({"province": "上海市", "model": "W2"}, 60, 4), ({**SICHUAN, "model": "W1"}, 600, 40)],
    )
    assert _named(workspace, "complaint_share") == [{"province": "北京市"}]


def test_what_is_filtered_is_not_named_again(workspace: Workspace) -> None:
    _fill(workspace, [(BEIJING, 200, 60), (SHANGHAI, 200, 15), (SICHUAN, 200, 15)])
    found = explain(workspace, "complaint_share", [Filter.read("province=北京市,上海市")], None, "values")
    assert (found.suspects, "province" in found.dims) == ((), False)
    assert found.where == {"province": ["北京市", "上海市"]}
