"""Ratings of any scale become points from 1 to 5, by the column as a whole, or none."""

from collections import Counter
from pathlib import Path

import pytest

from fixtures_cases import table
from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file
from zhenyin.intake import ratings
from zhenyin.job.workspace import opened


@table("intake/ratings.csv", ["column", "cells", "points"])
def test_a_column_of_ratings_is_read_on_its_scale(column: str, cells: str, points: str) -> None:
    many = cells.split("|") if "|" in cells else cells.split()
    found = ratings.read(column, Counter(many)).points
    assert [found[cell] for cell in many] == [None if one == "-" else float(one) for one in points.split()]


@pytest.mark.parametrize(
    ("cells", "mean", "rules"),
    [
        (["100%", "80%", "40%"], 11 / 3, {"rating_scaled": 1}),
        (["5", "4", "9"], 4.5, {"rating_unread": 1}),
        (["7", "6", "3"], None, {"rating_scaled": 1, "rating_unread": 3}),
        (["5", "未评价", "4"], 4.5, {}),
        (["非常满意", "不太满意", "?"], 3.5, {}),
    ],
)
def test_what_is_left_out_of_the_mean_is_said(
    settings: Settings, tmp_path: Path, cells: list[str], mean: float | None, rules: dict[str, int]
) -> None:
    file = tmp_path / "desk.csv"
    rows = "".join(f"{n},2026-03-01 10:00,漏水{n},{cell}\n" for n, cell in enumerate(cells))
    file.write_text(f"工单编号,创建时间,标题,满意度\n{rows}", "utf-8")
    with opened(settings) as workspace:
        import_file(workspace, file)
        (found,) = workspace.warehouse.query("SELECT avg(csat) AS mean FROM tickets").to_pylist()
        problems = workspace.warehouse.query("SELECT rule, count(*)::INT AS n FROM row_problems GROUP BY 1").to_pylist()
    assert found["mean"] == (None if mean is None else pytest.approx(mean))
    assert {row["rule"]: row["n"] for row in problems} == rules
