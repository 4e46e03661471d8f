"""The title of a trend is what it found, and nothing that chance explains."""

import pytest

from zhenyin.charts import CHARTS, Figures, Point
from zhenyin.core.words import Words

TICKETS = Words("工单量", "Tickets")


def title(values, incomplete=None):
    weeks = [f"2026-{1 + i // 4:02d}-{1 + 7 * (i % 4):02d}" for i in range(len(values))]
    points = tuple(
        Point((week,), float(v), v - 2 * v**0.5, v + 2 * v**0.5, v, incomplete=i == incomplete)
        for i, (week, v) in enumerate(zip(weeks, values, strict=True))
    )
    unit, cuts = Words("件", "tickets"), (("week", Words("周", "Week")),)
    given = Figures(
        "ticket_count", TICKETS, "tickets", unit, "lower", True, cuts, "week", points, None, Words("一", "a")
    )
    return CHARTS["trend"].build(given).title


def test_a_last_week_outside_the_usual_range_is_the_finding():
    figures = title([100, 98, 103, 99, 101, 100, 102, 199])
    assert "199" in figures.zh
    assert "超出正常波动" in figures.zh
    assert "above the mean of the 7 weeks before" in figures.en


def test_a_figure_that_goes_one_way_is_told_from_the_first_to_the_last():
    assert (
        title([1208, 1199, 1475, 1419, 1476, 1454, 1648, 1681]).zh == "工单量 8 周来总体上升：从 1,208 件 到 1,681 件"
    )
    assert "falling on the whole" in title([1681, 1648, 1454, 1476, 1419, 1475, 1199, 1208]).en


def test_only_a_line_that_never_turns_goes_one_way_week_by_week():
    assert title([1208, 1299, 1375, 1419, 1476, 1554, 1648, 1681]).zh == "工单量连续 8 周上升：从 1,208 件 到 1,681 件"


@pytest.mark.parametrize("values", [[100, 98, 103, 99, 101, 100, 102, 99], [4, 5, 6, 7, 8, 9, 10, 11]])
def test_what_chance_explains_is_no_finding(values):
    assert "正常波动内" in title(values).zh


def test_an_unfinished_week_is_not_judged():
    assert "正常波动内" in title([100, 98, 103, 99, 101, 100, 102, 9], incomplete=7).zh


def test_a_short_history_says_so():
    assert "历史太短" in title([100, 300]).zh
