"""Where a table begins, and what its columns are called."""

import pytest

from zhenyin.tabular.header import header_row, names

DATA = [[f"T{i}", "2026-03-01", "漏水"] for i in range(9)]
HEADER = ["工单编号", "创建时间", "标题"]


@pytest.mark.parametrize("above", [[], [["2026 年汇总", "", ""]], [["", "", ""], ["导出人：王", "", ""]]])
def test_titles_above_the_header_are_passed_over(above: list[list[str]]) -> None:
    assert header_row([*above, HEADER, *DATA]) == len(above)


def test_a_row_of_groups_is_no_header() -> None:
    assert (
        header_row([["客户", "客户", "时间", "时间"], ["编号", "姓名", "创建", "解决"], ["1", "李", "2026", "2026"]])
        == 1
    )


def test_names_that_come_again_are_told_apart_even_from_numbered_ones() -> None:
    assert names(["a", "a.2", "a", "", "a"]) == ["a", "a.2", "a.3", "column 4", "a.4"]
