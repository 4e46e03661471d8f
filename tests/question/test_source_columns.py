"""Which columns of sources are dimensions, and which are one column under two names."""

from datetime import datetime
from typing import Any

from fixtures_facts import put, ticket
from zhenyin.question.filters import Filter
from zhenyin.question.models import Question
from zhenyin.question.service import answer
from zhenyin.question.source_columns import same_column, source_columns
from zhenyin.warehouse.gateway import Warehouse

SYSTEMS = ("Android", "iOS", "HarmonyOS")


def rows(source: str, start: int, **columns: tuple[str, ...]) -> list[dict[str, Any]]:
    """Thirty tickets of a source, whose own columns take their values in turn."""
    return [
        ticket(
            start + i,
            datetime(2026, 3, 2 + i % 28, 12),
            source=source,
            extra=[(name, values[i % len(values)]) for name, values in columns.items()],
        )
        for i in range(30)
    ]


def test_one_column_under_two_names_is_one_dimension(warehouse: Warehouse) -> None:
    put(warehouse, "tickets", rows("热线", 0, 手机系统=SYSTEMS) + rows("邮件", 30, phone_os=SYSTEMS))
    (found,) = source_columns(warehouse)
    assert set(found.removeprefix("extra.").split("|")) == {"手机系统", "phone_os"}
    query = Question(("ticket_count",), (), (Filter(found, "in", ("iOS",)),))
    assert answer(warehouse, query).cells[0].estimate.value == 20


def test_two_columns_of_one_source_are_two_dimensions(warehouse: Warehouse) -> None:
    put(warehouse, "tickets", rows("热线", 0, 手机系统=SYSTEMS, 平板系统=SYSTEMS))
    assert set(source_columns(warehouse)) == {"extra.手机系统", "extra.平板系统"}


def test_yes_and_no_do_not_make_two_columns_one() -> None:
    assert not same_column({"是": 10, "否": 12}, {"是": 11, "否": 9})


def test_the_same_values_in_other_shares_do_not_make_two_columns_one() -> None:
    assert not same_column({"甲店": 90, "乙店": 5, "丙店": 5}, {"甲店": 5, "乙店": 5, "丙店": 90})


def test_texts_and_numbers_of_their_own_are_no_dimensions(warehouse: Warehouse) -> None:
    many = tuple(f"XY{i:04}" for i in range(60))
    put(warehouse, "tickets", rows("热线", 0, 订单号=many[:30]) + rows("热线", 30, 订单号=many[30:]))
    assert source_columns(warehouse) == ()


def test_a_column_that_few_tickets_have_is_no_dimension(warehouse: Warehouse) -> None:
    put(
        warehouse,
        "tickets",
        [row for i in range(9) for row in rows(f"来源{i}", 30 * i, **{f"列{i}": ("甲店", "乙店")})],
    )
    assert source_columns(warehouse) == ()
