"""Times with a zone are the same instants however a system writes the zone, and no cell stops an import."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file
from zhenyin.job.workspace import Workspace, opened


@pytest.fixture
def workspace(settings: Settings) -> Iterator[Workspace]:
    with opened(settings) as workspace:
        yield workspace


@pytest.mark.parametrize("zone", ["Z", " Z", " UTC", " GMT", "+00", "+0000", " +0000", "+00:00", " +00:00"])
@pytest.mark.parametrize("clock", ["T02:00:00{}", " 02:00:00.000{}", "T02:00{}"])
def test_an_instant_is_read_with_its_zone(workspace: Workspace, tmp_path: Path, zone: str, clock: str) -> None:
    file = tmp_path / "desk.csv"
    file.write_text(f"工单编号,创建时间,标题\n1,2026-03-01{clock.format(zone)},漏水\n", "utf-8")
    import_file(workspace, file)
    rows = workspace.warehouse.query("SELECT created_at FROM tickets").to_pylist()
    assert rows == [{"created_at": datetime(2026, 3, 1, 10)}]


@pytest.mark.parametrize("cell", ["inf", "1e30", "-1e400", "9223372036854775808", "1.2万"])
def test_a_number_that_is_none_is_named_and_the_rest_comes_in(workspace: Workspace, tmp_path: Path, cell: str) -> None:
    file = tmp_path / "desk.csv"
    rows = "".join(f"{n},2026-03-01 10:00,{n % 3},漏水{n}\n" for n in range(30))
    file.write_text(f"工单编号,创建时间,转派次数,标题\n{rows}x,2026-03-01 10:00,{cell},门\n", "utf-8")
    assert import_file(workspace, file).tickets == 31
    problems = workspace.warehouse.query("SELECT line, value, rule FROM row_problems").to_pylist()
    assert problems == [{"line": 32, "value": cell, "rule": "number_unread"}]
    assert workspace.warehouse.query("SELECT sum(transfers) AS n FROM tickets").to_pylist() == [{"n": 30}]


@pytest.mark.parametrize(
    ("header", "rows", "resolved", "problems"),
    [
        ("创建时间,解决时间", ["2026-05-04T00:30:00Z,2026-05-04 01:30:00"], 9, {"解决时间": "zone_missing"}),
        ("创建时间,解决时间", ["2026-05-04T08:30:00+09:00,2026-05-04 08:00:00"], None, {"解决时间": "zone_missing"}),
        ("创建时间,解决时间", ["2026-05-04T00:30:00Z,2026-05-04 09:30:00"], 9, {"解决时间": "zone_missing"}),
        ("创建时间,解决时间", ["2026-05-04T00:30:00Z,2026-05-04T01:30:00Z"], 9, {}),
        ("创建时间,解决时间", ["2026-05-04 08:30:00,2026-05-04 09:30:00"], 9, {}),
        ("创建时间,生产日期", ["2026-05-04T00:30:00Z,2026-01-04"], None, {}),
    ],
)
def test_a_column_without_a_zone_beside_one_with_is_said(
    workspace: Workspace, tmp_path: Path, header: str, rows: list[str], resolved: int | None, problems: dict[str, str]
) -> None:
    file = tmp_path / "desk.csv"
    file.write_text(f"工单编号,{header}\n" + "".join(f"{n},{row}\n" for n, row in enumerate(rows)), "utf-8")
    import_file(workspace, file)
    query = "SELECT column_name, rule FROM row_problems WHERE rule = 'zone_missing'"
    assert {row["column_name"]: row["rule"] for row in workspace.warehouse.query(query).to_pylist()} == problems
    if resolved:
        (row,) = workspace.warehouse.query("SELECT hour(resolved_at)::INT AS at FROM tickets").to_pylist()
        assert row["at"] == resolved


@pytest.mark.parametrize(
    ("name", "hour"),
    [
        ("Created (UTC)", 10),
        ("创建时间（GMT+8）", 2),
        ("Created", 2),
        ("Created (UTC-5)", 15),
        ("创建时间（北京时间）", 2),
    ],
)
def test_the_name_of_a_column_may_say_the_zone_of_its_cells(
    workspace: Workspace, tmp_path: Path, name: str, hour: int
) -> None:
    file = tmp_path / "desk.csv"
    file.write_text(f"工单编号,{name},标题\n1,2026-03-01 02:00:00,漏水\n", "utf-8")
    import_file(workspace, file)
    rows = workspace.warehouse.query("SELECT created_at FROM tickets").to_pylist()
    assert rows == [{"created_at": datetime(2026, 3, 1, hour)}]
