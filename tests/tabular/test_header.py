"""Where a table begins, and what its columns are called."""

import pytest

from zhenyin.core.errors import Invalid
from zhenyin.tabular.header import heading, names

DATA = [[f"T{i}", "2026-03-01", "漏水"] for i in range(9)]
HEADER = ["工单编号", "创建时间", "标题"]


@pytest.mark.parametrize("above", [[], [["2026 年汇总", "", ""]], [["", "", ""], ["导出人：王", "", ""]]])
def test_titles_above_the_header_are_passed_over(above: list[list[str]]) -> None:
    assert heading([*above, HEADER, *DATA], "x").at == len(above)


@pytest.mark.parametrize(
    ("rows", "at", "columns"),
    [
        (
            [["客户", "客户", "时间", "时间"], ["编号", "姓名", "创建", "解决"], ["1", "李", "2026", "2026"]],
            1,
            ["客户.编号", "客户.姓名", "时间.创建", "时间.解决"],
        ),
        (
            [
                ["售后汇总", "", "", ""],
                ["工单号", "产品", "时间", ""],
                ["", "", "创建时间", "解决时间"],
                ["GD-1", "空调", "2026-03-05", ""],
            ],
            2,
            ["工单号", "产品", "创建时间", "解决时间"],
        ),
        (
            [
                ["No", "Product", "Dates", ""],
                ["", "", "Created", "Closed"],
                ["T-101", "TV", "2026-03-05", "2026-03-06"],
            ],
            1,
            ["No", "Product", "Dates.Created", "Dates.Closed"],
        ),
        (
            [
                ["单号", "产品", "问题", "状态", "时间", ""],
                ["", "", "", "", "创建", "解决"],
                ["G1", "空调", "漏水", "已关闭", "3/5", "3/6"],
            ],
            1,
            ["单号", "产品", "问题", "状态", "时间.创建", "时间.解决"],
        ),
        (
            [["工单号", "", "创建时间"], ["GD-101", "空调", "2026-03-05"], ["GD-102", "空调", "2026-03-06"]],
            0,
            ["工单号", "column 2", "创建时间"],
        ),
    ],
)
def test_a_header_may_have_two_rows_and_gaps(rows: list[list[str]], at: int, columns: list[str]) -> None:
    assert heading(rows, "x") == (at, columns)


@pytest.mark.parametrize(
    "rows",
    [
        [["GD-1", "空调", "2026-03-05 09:10"], ["GD-2", "冰箱", "2026-03-06 10:00"]],
        [["1", "李", "13800000000"], ["2", "王", "13900000000"]],
        [["T-101", "2026-03-05", "漏水"], ["T-102", "2026-03-06", "噪音"], ["T-103", "2026-03-07", ""]],
    ],
)
def test_the_first_ticket_is_never_the_header(rows: list[list[str]]) -> None:
    with pytest.raises(Invalid) as refused:
        heading(rows, "desk.csv")
    assert refused.value.code == "header-missing"
    assert "表头" in refused.value.words.zh
    assert rows[0][1] not in refused.value.words.zh, "a cell may be somebody's name"


def test_names_that_come_again_are_told_apart_even_from_numbered_ones() -> None:
    assert names(["a", "a.2", "a", "", "a"]) == ["a", "a.2", "a.3", "column 4", "a.4"]
