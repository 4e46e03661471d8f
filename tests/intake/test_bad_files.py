"""Bad input gets a clear error or row problems; nothing is lost and nothing is half imported."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from zhenyin.core.errors import Refusal
from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file, undo
from zhenyin.job.house import House, opened

HEADER = "工单编号,创建时间,标题,产品\n"


@pytest.fixture
def house(settings: Settings) -> Iterator[House]:
    with opened(settings) as house:
        yield house


def _tickets(house: House) -> list[tuple[object, ...]]:
    found = house.warehouse.query("SELECT source_id, created_at, title, product FROM tickets ORDER BY 1")
    return [tuple(row.values()) for row in found.to_pylist()]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.csv", b""),
        ("picture.csv", b"\xff\xd8\xff\xe0\x00\x10JFIF"),
        ("no-date.csv", "工单编号,标题\n1,漏水\n2,异响\n".encode()),
        ("locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600),
    ],
)
def test_what_cannot_be_read_is_refused_and_leaves_nothing(
    house: House, tmp_path: Path, name: str, data: bytes
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(Refusal) as refused:
        import_file(house, file)
    assert refused.value.words.zh
    assert refused.value.words.en
    assert _tickets(house) == []


def test_a_workbook_that_unpacks_too_large_is_refused(house: House, tmp_path: Path) -> None:
    file = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 1_200_000_000)
    assert file.stat().st_size < 5_000_000
    with pytest.raises(Refusal):
        import_file(house, file)


def test_two_rows_in_five_are_bad_and_every_one_of_them_is_named(house: House, tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    rows = [f"{i},{'昨天下午' if i % 5 < 2 else f'2026-03-{i % 28 + 1:02} 10:00'},漏水,A\n" for i in range(100)]
    file.write_text(HEADER + "".join(rows), "utf-8")
    result = import_file(house, file)
    assert result.rows == 100
    assert result.tickets == 60
    assert result.problems >= 40
    named = house.warehouse.query("SELECT DISTINCT line FROM row_problems WHERE value = '昨天下午'")
    assert named.num_rows == 40


def test_nul_bytes_and_formulas_are_text_and_no_danger(house: House, tmp_path: Path) -> None:
    file = tmp_path / "odd.csv"
    file.write_bytes((HEADER + "1,2026-03-01 10:00,=1+1,A\n2,2026-03-02 10:00,漏\x00水,A\n").encode())
    result = import_file(house, file)
    assert result.tickets == 2
    assert [row[2] for row in _tickets(house)] == ["=1+1", "漏水"]


def test_a_newer_file_replaces_a_ticket_and_undoing_it_brings_the_old_one_back(house: House, tmp_path: Path) -> None:
    file = tmp_path / "desk.csv"
    file.write_text(HEADER + "1,2026-03-01 10:00,漏水,A\n", "utf-8")
    import_file(house, file)
    before = _tickets(house)
    file.write_text(HEADER + "1,2026-03-01 10:00,漏水很大,A\n2,2026-03-02 10:00,异响,B\n", "utf-8")
    newer = import_file(house, file)
    assert [row[2] for row in _tickets(house)] == ["漏水很大", "异响"]
    undo(house, newer.batch)
    assert _tickets(house) == before


def test_personal_data_does_not_reach_the_facts(house: House, tmp_path: Path) -> None:
    file = tmp_path / "desk.csv"
    file.write_text(HEADER + "1,2026-03-01 10:00,请回电13812345678 或 a.b@example.com,A\n", "utf-8")
    import_file(house, file)
    assert "13812345678" not in str(_tickets(house))
    assert "example.com" not in str(_tickets(house))
