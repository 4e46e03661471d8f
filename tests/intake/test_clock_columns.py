"""A day in one column and the clock in another are one moment, however the two are called and written."""

from datetime import datetime
from pathlib import Path

import pytest

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file
from zhenyin.intake import clock_columns
from zhenyin.job.workspace import opened


@pytest.mark.parametrize(
    ("header", "rows", "created", "resolved"),
    [
        (
            "编号,报修日期,报修时间,完成日期,完成时间",
            ["1,2026/3/5,9:10,2026/3/5,下午 2:05", "2,2026/3/6,10:30,2026/3/7,上午 9:00"],
            datetime(2026, 3, 5, 9, 10),
            datetime(2026, 3, 5, 14, 5),
        ),
        (
            "No,Date,Time,Date closed,Time closed",
            ["1,05/03/2026,09:10:30,05/03/2026,2:05 PM", "2,16/03/2026,10:30:00,17/03/2026,9:00 AM"],
            datetime(2026, 3, 5, 9, 10, 30),
            datetime(2026, 3, 5, 14, 5),
        ),
        (
            "工单号,日期,时间,解决日期,解决时间",
            ["1,20260305,09:10,20260305,14:05", "2,20260306,10:30,20260307,09:00"],
            datetime(2026, 3, 5, 9, 10),
            datetime(2026, 3, 5, 14, 5),
        ),
        (
            "工单号,创建日期,创建时间,解决时间",
            ["1,2026-03-05,09:10,14:05", "2,2026-03-06,10:30,09:00"],
            datetime(2026, 3, 5, 9, 10),
            None,
        ),
    ],
)
def test_a_day_and_its_clock_are_the_moment(
    settings: Settings, tmp_path: Path, header: str, rows: list[str], created: datetime, resolved: datetime | None
) -> None:
    file = tmp_path / "desk.csv"
    file.write_text("\n".join([header, *rows]) + "\n", "utf-8")
    with opened(settings) as workspace:
        import_file(workspace, file)
        first = workspace.warehouse.query(
            "SELECT created_at, resolved_at FROM tickets ORDER BY created_at"
        ).to_pylist()[0]
    assert first == {"created_at": created, "resolved_at": resolved}


@pytest.mark.parametrize(
    ("samples", "found"),
    [
        ({"日期": ["2026-03-05"], "时间": ["09:10"]}, {"时间": "日期"}),
        ({"Call date": ["2026-03-05 00:00:00"], "Call time": ["1899-12-31 09:10:00"]}, {"Call time": "Call date"}),
        ({"受理日": ["2026-03-05"], "时间": ["09:10"]}, {"时间": "受理日"}),
        ({"生产日期": ["2026-03-05"], "受理时刻": ["09:10"]}, {}),
        ({"创建时间": ["2026-03-05 09:10"], "时间": ["09:10"]}, {}),
        ({"日期": ["2026-03-05"], "时长": ["29:10"]}, {}),
        ({"日期": ["2026-03-05"], "时间": ["2026-03-05 09:10"]}, {}),
        ({"时间": ["09:10"]}, {}),
    ],
)
def test_a_clock_belongs_to_the_day_of_its_name(samples: dict[str, list[str]], found: dict[str, str]) -> None:
    assert clock_columns.pairs(samples) == found
