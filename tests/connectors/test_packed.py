"""Archives of files are refused with what to do, and no refusal names a folder of the machine."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from zhenyin.connectors import CONNECTORS, connector_of
from zhenyin.core.errors import Invalid

TABLE = "工单号,创建时间\nA1,2026-03-05\n".encode()


def _zip(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


@pytest.mark.parametrize("name", ["a.csv.gz", "a.zip", "a.xlsx", "a.csv", "a.7z"])
def test_an_archive_is_to_be_unpacked_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    kinds = {"a.csv.gz": gzip.compress(TABLE), "a.7z": b"7z\xbc\xaf\x27\x1c" + bytes(64)}
    file = tmp_path / name
    file.write_bytes(kinds.get(name) or _zip(**{"march.csv": TABLE}))
    with pytest.raises(Invalid) as refused:
        connector_of(file)
    assert refused.value.code == "file-packed"
    assert "解压" in refused.value.words.zh


def test_a_broken_workbook_is_refused_without_a_folder(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(_zip(**{"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"no xml"}))
    with pytest.raises(Invalid) as refused:
        CONNECTORS[connector_of(file)].tables(file)
    assert str(tmp_path) not in refused.value.words.zh + refused.value.words.en
