"""Small files that would cost gigabytes are refused before anything is made of them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import xlsxwriter

SCRIPT = """
import sys
from pathlib import Path
from zhenyin.connectors import CONNECTORS, connector_of
from zhenyin.core.errors import Invalid
file = Path(sys.argv[1])
try:
    connector = CONNECTORS[connector_of(file)]
    for info in connector.tables(file):
        for _ in connector.read(file, info.name):
            pass
except Invalid as refused:
    print(refused.code)
status = Path("/proc/self/status").read_text()
print(int(status.split("VmHWM:")[1].split()[0]) >> 10)
"""
MOST_MEBIBYTES = 900


def _commas(file: Path) -> Path:
    file = file.with_suffix(".csv")
    file.write_bytes(b"," * 3_000_000 + b"\n1,2\n")
    return file


def _sheets(file: Path) -> Path:
    file = file.with_suffix(".xlsx")
    with xlsxwriter.Workbook(file) as book:
        for _ in range(300):
            book.add_worksheet().write(0, 0, "工单号")
    return file


def _keys(file: Path) -> Path:
    file = file.with_suffix(".json")
    rows = [json.dumps({f"k{n}": n, "id": n}) for n in range(6_000)]
    file.write_text("\n".join(rows), "utf-8")
    return file


def _columns(file: Path) -> Path:
    file = file.with_suffix(".csv")
    file.write_text(
        ",".join(f"c{n}" for n in range(30_000)) + "\n" + ",".join("1" for _ in range(30_000)) + "\n", "utf-8"
    )
    return file


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (_commas, "columns-too-many"),
        (_sheets, "sheets-too-many"),
        (_keys, "columns-too-many"),
        (_columns, "columns-too-many"),
    ],
)
def test_a_costly_file_is_refused_in_little_memory(tmp_path: Path, make: object, code: str) -> None:
    file = make(tmp_path / "costly")  # type: ignore[operator]
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(file)], capture_output=True, text=True, check=True)
    found, memory = done.stdout.split()
    assert found == code
    assert int(memory) < MOST_MEBIBYTES
