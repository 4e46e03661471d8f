"""The ticket's number: which column it is, when it tells tickets apart, and when it was cut."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from zhenyin.core.errors import Invalid
from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file
from zhenyin.intake.ticket_numbers import confidence
from zhenyin.job.workspace import Workspace, opened

HEADER = "{},创建时间,问题类型,客户编号,状态"
ROW = "{},2026-{:02}-{:02} 09:00,漏水,K{},{}"


@pytest.fixture
def workspace(settings: Settings) -> Iterator[Workspace]:
    with opened(settings) as workspace:
        yield workspace


def _write(folder: Path, name: str, header: str, rows: list[str]) -> Path:
    file = folder / name
    file.write_text("\n".join([HEADER.format(header), *rows]) + "\n", "utf-8")
    return file


def _tickets(workspace: Workspace) -> list[tuple[str, str]]:
    rows = workspace.warehouse.query("SELECT source_id, status FROM tickets ORDER BY created_at, source_id").to_pylist()
    return [(row["source_id"], row["status"]) for row in rows]


@pytest.mark.parametrize(
    "name", ["RMA No.", "#", "№", "受理号", "Claim", "Job ref", "维修单编号", "call_id", "案件号", "CaseNo"]
)
def test_the_next_export_updates_and_does_not_double(workspace: Workspace, tmp_path: Path, name: str) -> None:
    for state in ("处理中", "已关闭"):
        rows = [ROW.format(f"A{n:03}", 3, n, n % 3, state) for n in range(1, 11)]
        import_file(workspace, _write(tmp_path, f"{state}.csv", name, rows), source="desk")
    assert _tickets(workspace) == [(f"A{n:03}", "已关闭") for n in range(1, 11)]


@pytest.mark.parametrize(
    ("name", "cells", "is_number"),
    [
        ("Device No", ["1", "2", "3"], False),
        ("设备编号", ["S1", "S2"], False),
        ("Subject", ["1", "2"], False),
        ("Claim ID", ["1", "1"], False),
        ("Claim ID", [], False),
        ("Case", ["leak", "noise"], False),
        ("发货单号", ["SF1", "SF2"], True),
        ("受理单号", ["a1", "a2"], True),
    ],
)
def test_a_number_of_other_things_is_none(name: str, cells: list[str], is_number: bool) -> None:
    assert bool(confidence(name, cells)) is is_number


def test_serials_that_start_again_within_a_file_are_other_tickets(workspace: Workspace, tmp_path: Path) -> None:
    rows = [ROW.format(n, month, n, n, "已关闭") for month in (3, 4) for n in range(1, 5)]
    result = import_file(workspace, _write(tmp_path, "desk.csv", "序号", rows))
    assert result.tickets == 8
    assert [number for number, _ in _tickets(workspace)][:5] == ["1", "2", "3", "4", "1@2026-04-01 09:00:00"]
    problems = workspace.warehouse.query("SELECT rule, count(*)::INT AS n FROM row_problems GROUP BY 1").to_pylist()
    assert problems == [{"rule": "number_used_again", "n": 4}]


def test_serials_that_start_again_in_the_next_file_are_other_tickets(workspace: Workspace, tmp_path: Path) -> None:
    for month in (3, 4):
        rows = [ROW.format(n, month, n, n, "处理中") for n in range(1, 5)]
        import_file(workspace, _write(tmp_path, f"{month}.csv", "序号", rows), source="desk")
    assert len(_tickets(workspace)) == 8
    rows = [ROW.format(n, 4, n, n, "已关闭") for n in range(1, 5)]
    import_file(workspace, _write(tmp_path, "again.csv", "序号", rows), source="desk")
    assert [state for _, state in _tickets(workspace)] == ["处理中"] * 4 + ["已关闭"] * 4


def test_a_later_export_may_correct_a_creation(workspace: Workspace, tmp_path: Path) -> None:
    for hour, day in (("09:00", 1), ("10:30", 1)):
        row = f"GD-1001,2026-03-{day:02} {hour},漏水,K1,已关闭"
        import_file(workspace, _write(tmp_path, f"{hour[:2]}.csv", "工单号", [row]), source="desk")
    assert _tickets(workspace) == [("GD-1001", "已关闭")]


@pytest.mark.parametrize(
    "numbers",
    [
        ["2.02603E+13", "2.02603E+13"],
        ["20260301000001", "2.02603E+13"],
        ["202603010000120000", "202603010000130000"],
        ["2E+15", "3E+15"],
    ],
)
def test_numbers_that_a_workbook_has_cut_are_refused(workspace: Workspace, tmp_path: Path, numbers: list[str]) -> None:
    rows = [ROW.format(number, 3, n, n, "已关闭") for n, number in enumerate(numbers, 1)]
    with pytest.raises(Invalid) as refused:
        import_file(workspace, _write(tmp_path, "desk.csv", "工单号", rows))
    assert refused.value.code == "numbers-cut"
    assert "文本" in refused.value.words.zh
    assert not _tickets(workspace)


def test_long_numbers_that_end_otherwise_are_whole(workspace: Workspace, tmp_path: Path) -> None:
    rows = [ROW.format(f"2026030100001200{n}", 3, n, n, "已关闭") for n in range(1, 4)]
    assert import_file(workspace, _write(tmp_path, "desk.csv", "工单号", rows)).tickets == 3
