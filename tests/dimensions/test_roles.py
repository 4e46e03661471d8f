"""Which dimensions are in which list: each file says it of its own, and no list of names is kept elsewhere."""

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest

import zhenyin.dimensions as shelf
from zhenyin.core.words import Words
from zhenyin.dimensions import DIMENSIONS, FAULT_DIMENSIONS, Use, column, explaining, ranked, used_for, with_role

LISTS: dict[Use, str] = {
    "case_mix": "hour fault category kind channel product_line severity customer_type",
    "like_tickets": "fault kind priority product_line",
    "ping_pong": "category fault product_line product model version kind channel customer_type",
    "subgroups": "hour team agent priority",
    "failure": "category fault severity",
    "proper_name": "product_line product model version province city",
    "topic_context": "product_line kind team",
    "topic_profile": "product_line model version province channel kind category fault customer_type",
    "forecast": "team product_line",
    "report_figures": "product_line province category channel team",
    "report_rows": "product model product_line source",
    "report_columns": "fault category kind",
}
QUERIES = (ranked, with_role, explaining, shelf.handlers, shelf.watched_by, used_for)


@pytest.fixture
def one_more(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A dimension more on the shelf, as one more file would put it there."""
    colour = column("colour", Words("颜色", "Colour"), role="what", explains="occurrence", rank=61, watched="fault")
    monkeypatch.setitem(DIMENSIONS._things, "colour", replace(colour, uses={"report_figures": 6}))
    for query in QUERIES:
        query.cache_clear()
    yield "colour"
    for query in QUERIES:
        query.cache_clear()


def test_figures_depend_on_the_order_of_every_list() -> None:
    assert {use: " ".join(used_for(use)) for use in get_args(Use)} == LISTS


def test_causes_come_unit_first_and_fault_last() -> None:
    assert explaining("occurrence") == (
        "product_line", "product", "model", "province", "city", "version", "batch", "channel", "customer_type",
        "category", "fault",
    )  # fmt: skip
    assert with_role("which_unit", "where", watched="units") == ("product_line", "product", "model", "province")
    assert list(shelf.SEEN_DIMENSIONS) == ["version", "batch", "channel", "customer_type"]


def test_two_of_a_list_never_claim_the_same_place() -> None:
    for use in get_args(Use):
        places = [d.uses[use] for d in DIMENSIONS.values() if use in d.uses]
        assert sorted(places) == list(range(1, len(places) + 1)), use


def test_a_parent_comes_before_its_child() -> None:
    order = ranked()
    assert [k for k, d in DIMENSIONS.items() if d.parent and order.index(d.parent) > order.index(k)] == []


def test_one_more_dimension_is_in_every_list_that_its_file_names(one_more: str) -> None:
    assert one_more in explaining("occurrence")
    assert one_more in FAULT_DIMENSIONS
    assert FAULT_DIMENSIONS[-1] == "fault"
    assert used_for("report_figures")[-1] == one_more
    assert one_more not in used_for("case_mix")
