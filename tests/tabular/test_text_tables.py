"""Text tables as programs of many countries write them: encodings, delimiters, cells made for Excel."""

from pathlib import Path

import pytest

from zhenyin.tabular.delimited import dialect_of
from zhenyin.tabular.encoding import encoding_of
from zhenyin.tabular.parse import chunks, header_of
from zhenyin.tabular.plain_cells import plain_cells
from zhenyin.tabular.rows import Chunk

FRENCH = "Ticket,Créé le,Catégorie\nT1,2026-03-05,Réseau coupé\nT2,2026-03-06,Température élevée\n"
GERMAN = "Ticket;Erstellt;Störung\nT1;2026-03-05;Gerät überhitzt – 20 €\nT2;2026-03-06;Größe falsch\n"
SIMPLIFIED = "工单号,创建时间,问题类型\nA1,2026-03-05,漏水（严重）\nA2,2026-03-06,噪音、异味\n"
TRADITIONAL = "工單號,建立時間,問題類型\nA1,2026-03-05,漏水（嚴重）\nA2,2026-03-06,無法開機\n"


def _cells(path: Path) -> list[dict[str, str]]:
    dialect = dialect_of(path)
    header = header_of(path, dialect)
    assert header is not None
    return [row for part in chunks(path, dialect, header) if isinstance(part, Chunk) for row in part.rows.to_pylist()]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        (FRENCH, "latin-1"),
        (FRENCH, "utf-8"),
        (GERMAN, "cp1252"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "gbk"),
        (SIMPLIFIED, "utf-8-sig"),
        (TRADITIONAL, "big5"),
        (TRADITIONAL, "cp950"),
        (TRADITIONAL, "utf-16"),
    ],
)
def test_the_letters_are_those_that_were_written(tmp_path: Path, text: str, encoding: str) -> None:
    file = tmp_path / "desk.csv"
    file.write_bytes(text.encode(encoding))
    mark = ";" if ";" in text else ","
    lines = [line.split(mark) for line in text.splitlines()]
    assert _cells(file) == [dict(zip(lines[0], row, strict=True)) for row in lines[1:]]


def test_one_accent_among_many_plain_rows_is_enough(tmp_path: Path) -> None:
    file = tmp_path / "desk.csv"
    file.write_bytes(("id,text\n" + "1,plain\n" * 5_000 + "2,coupé\n").encode("cp1252"))
    assert encoding_of(file) == "cp1252"


@pytest.mark.parametrize(
    ("text", "delimiter", "columns"),
    [
        ("id;at;address\n1;2026-03-05;a, b, c, d\n2;2026-03-06;e, f, g, h\n", ";", 3),
        ("id\tat\taddress\n1\t2026-03-05\ta, b, c; d\n2\t2026-03-06\te, f, g; h\n", "\t", 3),
        ('id,at,tags\n1,2026-03-05,"a;b;c"\n2,2026-03-06,"d;e;f"\n', ",", 3),
        ("Report of March\nid;at;address\n1;2026-03-05;a, b\n2;2026-03-06;c, d\n", ";", 3),
        ("id|at|text\n1|2026-03-05|a, b; c\n", "|", 3),
    ],
)
def test_the_delimiter_is_that_of_the_header_too(tmp_path: Path, text: str, delimiter: str, columns: int) -> None:
    file = tmp_path / "desk.csv"
    file.write_text(text, "utf-8")
    dialect = dialect_of(file)
    header = header_of(file, dialect)
    assert header is not None
    assert (dialect.delimiter, len(header.names)) == (delimiter, columns)


@pytest.mark.parametrize(
    ("written", "cells"),
    [
        ('="GD-1",="0912",x', '"GD-1","0912",x'),
        ('"=""GD-1""",x', '"GD-1",x'),
        ("'0012,x", "0012,x"),
        ("'2026-03-05 09:10,x", "2026-03-05 09:10,x"),
        ("it's,'quoted',x", "it's,'quoted',x"),
        ("'12 said',x", "'12 said',x"),
        ('a="b",x', 'a="b",x'),
    ],
)
def test_cells_made_for_excel_are_what_they_say(written: str, cells: str) -> None:
    assert plain_cells(f"{written}\n{written}\n".encode(), ",").decode() == f"{cells}\n{cells}\n"
