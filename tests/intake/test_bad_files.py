"""Bad input gets a clear error or row problems; nothing is lost and nothing is half imported."""

import resource
import time
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from tests.intake import hostile
from tests.intake.hostile import HEADER, rows

from zhenyin.core.errors import Refusal
from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file, undo
from zhenyin.intake.file_head import file_head
from zhenyin.job.workspace import Workspace, opened
from zhenyin.tabular.limits import MOST_COLUMNS


@pytest.fixture
def workspace(settings: Settings) -> Iterator[Workspace]:
    with opened(settings) as workspace:
        yield workspace


def _tickets(workspace: Workspace) -> list[tuple[object, ...]]:
    found = workspace.warehouse.query("SELECT source_id, created_at, title, product FROM tickets ORDER BY 1")
    return [tuple(row.values()) for row in found.to_pylist()]


@pytest.mark.parametrize(("name", "data"), hostile.REFUSED.items(), ids=hostile.REFUSED)
def test_what_cannot_be_read_is_refused_and_leaves_nothing(
    workspace: Workspace, tmp_path: Path, name: str, data: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(Refusal) as refused:
        import_file(workspace, file)
    assert refused.value.words.zh
    assert refused.value.words.en
    assert _tickets(workspace) == []


def test_a_workbook_that_unpacks_too_large_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 1_200_000_000)
    assert file.stat().st_size < 5_000_000
    with pytest.raises(Refusal):
        import_file(workspace, file)


def test_two_rows_in_five_are_bad_and_every_one_of_them_is_named(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    rows = [f"{i},{'昨天下午' if i % 5 < 2 else f'2026-03-{i % 28 + 1:02} 10:00'},漏水,A\n" for i in range(100)]
    file.write_text(HEADER + "".join(rows), "utf-8")
    result = import_file(workspace, file)
    assert result.rows == 100
    assert result.tickets == 60
    assert result.problems >= 40
    named = workspace.warehouse.query("SELECT DISTINCT line FROM row_problems WHERE value = '昨天下午'")
    assert named.num_rows == 40


def test_nul_bytes_and_formulas_are_text_and_no_danger(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "odd.csv"
    file.write_bytes((HEADER + "1,2026-03-01 10:00,=1+1,A\n2,2026-03-02 10:00,漏\x00水,A\n").encode())
    result = import_file(workspace, file)
    assert result.tickets == 2
    assert [row[2] for row in _tickets(workspace)] == ["=1+1", "漏水"]


def test_a_workbook_with_a_password_is_told_to_be_so(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "locked.xlsx"
    file.write_bytes(hostile.locked_workbook())
    with pytest.raises(Refusal, match="workbook-locked"):
        import_file(workspace, file)


def test_an_endless_line_is_refused_in_little_memory(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "endless.csv"
    hostile.endless_line(file, 300 << 20)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Refusal, match="line-too-long"):
        import_file(workspace, file)
    with pytest.raises(Refusal, match="line-too-long"), file_head(file):
        pass
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150 << 10
    assert _tickets(workspace) == []


@pytest.mark.parametrize(
    ("name", "data", "tickets", "rules"),
    [
        ("titles.csv", ("2026年工单导出,,,\n导出人：王,,,\n\n" + HEADER + rows(30)).encode(), 30, set()),
        ("utf16.csv", (HEADER + rows(40)).encode("utf-16"), 40, set()),
        ("utf16-be.csv", b"\xfe\xff" + (HEADER + rows(40)).encode("utf-16-be"), 40, set()),
        ("bom.csv", (HEADER + rows(40)).encode("utf-8-sig"), 40, set()),
        (
            "broken.csv",
            (HEADER + rows(900)).encode("gb18030").replace("漏水7,".encode("gb18030"), b"\xc2\xff\xff,"),
            900,
            {"letters-lost"},
        ),
        ("ends.csv", (HEADER.strip() + "\r\n" + rows(3).replace("\n", "\r") + rows(3, 3)).encode(), 6, set()),
        (
            "quote.csv",
            (HEADER + rows(50) + '50,2026-03-01 10:00,"never closed,A\n' + rows(900, 51)).encode(),
            951,
            {"quote-open"},
        ),
        ("pipes.csv", (HEADER + rows(9)).replace(",", "|").encode(), 9, set()),
        ("tabs.csv", (HEADER + rows(9)).replace(",", "\t").encode(), 9, set()),
        ("semicolons.csv", (HEADER + rows(9)).replace(",", ";").replace("\n", ";;\n").encode(), 9, set()),
        ("sheets.xlsx", hostile.book(hostile.several_sheets), 40, set()),
        ("merged.xlsx", hostile.book(hostile.merged_headers), 30, {"customer_by_name"}),
        ("old.xls", hostile.old_workbook(), 20, set()),
    ],
)
def test_what_can_be_read_is_read_whole(
    workspace: Workspace, tmp_path: Path, name: str, data: bytes, tickets: int, rules: set[str]
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    result = import_file(workspace, file)
    assert result.tickets == tickets == len(_tickets(workspace))
    assert all(isinstance(row[1], datetime) for row in _tickets(workspace))
    found = workspace.warehouse.query("SELECT DISTINCT rule FROM row_problems")
    assert set(found["rule"].to_pylist()) == rules


def test_a_thousand_columns_come_in_and_each_of_them_is_kept(workspace: Workspace, tmp_path: Path) -> None:
    file, names = tmp_path / "wide.csv", [f"q{i}" for i in range(1_000)]
    lines = (f"{r},2026-03-01 10:00,漏水{r},A," + ",".join(f" {r}.{i} " for i in range(1_000)) for r in range(20))
    file.write_text(f"{HEADER.strip()},{','.join(names)}\n" + "\n".join(lines), "utf-8")
    started = time.monotonic()
    assert import_file(workspace, file).tickets == 20
    assert time.monotonic() - started < 60
    (row,) = workspace.warehouse.query("SELECT extra FROM tickets WHERE source_id = '7'").to_pylist()
    assert dict(row["extra"]) == {name: f"7.{i}" for i, name in enumerate(names)}


def test_more_columns_than_can_be_dealt_with_are_refused(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "wider.csv"
    file.write_text(",".join(f"q{i}" for i in range(MOST_COLUMNS + 1)) + "\n" + "1," * MOST_COLUMNS + "1\n")
    with pytest.raises(Refusal, match="columns-too-many"):
        import_file(workspace, file)


def test_merged_names_above_tell_two_columns_apart_and_hide_both(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "merged.xlsx"
    file.write_bytes(hostile.book(hostile.merged_headers))
    import_file(workspace, file)
    found = workspace.warehouse.query(
        "SELECT epoch(resolved_at - created_at) / 3600 AS hours, extra FROM tickets"
    ).to_pylist()
    assert {row["hours"] for row in found} == {6.0}
    assert {"李", "王"}.isdisjoint(str(found))


def test_a_formula_in_a_workbook_is_its_value_and_a_text_that_looks_like_one_is_text(
    workspace: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "formula.xlsx"
    file.write_bytes(hostile.book(hostile.formulas))
    import_file(workspace, file)
    assert [row[2] for row in _tickets(workspace)] == ["2", '=HYPERLINK("http://x")']


def test_a_newer_file_replaces_a_ticket_and_undoing_it_brings_the_old_one_back(
    workspace: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "desk.csv"
    file.write_text(HEADER + "1,2026-03-01 10:00,漏水,A\n", "utf-8")
    import_file(workspace, file)
    before = _tickets(workspace)
    file.write_text(HEADER + "1,2026-03-01 10:00,漏水很大,A\n2,2026-03-02 10:00,异响,B\n", "utf-8")
    newer = import_file(workspace, file)
    assert [row[2] for row in _tickets(workspace)] == ["漏水很大", "异响"]
    undo(workspace, newer.batch)
    assert _tickets(workspace) == before


def test_personal_data_does_not_reach_the_facts(workspace: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "desk.csv"
    file.write_text(HEADER + "1,2026-03-01 10:00,请回电13812345678 或 a.b@example.com,A\n", "utf-8")
    import_file(workspace, file)
    assert "13812345678" not in str(_tickets(workspace))
    assert "example.com" not in str(_tickets(workspace))
