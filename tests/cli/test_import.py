"""`zhenyin import --json` is a contract: one object on standard output, or a refusal and nothing else."""

import json
import re
from pathlib import Path

import pytest
from tests.cli.conftest import Line, Served
from tests.intake import hostile
from tests.intake.hostile import HEADER, rows

import zhenyin

BAD = {
    "empty.csv": (b"", "file-empty"),
    "picture.csv": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\x00" * 900, "file-unknown"),
    "no-date.csv": ("工单编号,标题\n1,漏水\n2,异响\n".encode(), "date-column-missing"),
    "locked.xlsx": (hostile.locked_workbook(), "workbook-locked"),
    "torn.xlsx": (b"PK\x03\x04" + b"\x00" * 600, "workbook-unreadable"),
    "header-only.csv": (HEADER.encode(), "no-rows"),
}
GOOD = {
    "a.csv": ((HEADER + rows(12)).encode(), 12),
    "b.csv": ((HEADER + rows(9) + "9,昨天,坏,A\n").encode("gb18030"), 9),
    "c.xlsx": (hostile.book(hostile.several_sheets), 40),
    "d.json": (json.dumps([{"id": i, "created_at": "2026-03-01 10:00", "title": "x"} for i in range(5)]).encode(), 5),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_good_file_gives_one_object_and_nothing_else(served: Served, tmp_path: Path, name: str) -> None:
    data, tickets = GOOD[name]
    (tmp_path / name).write_bytes(data)
    first, again = (served("import", str(tmp_path / name), "--json") for _ in range(2))
    assert (first.returncode, again.returncode) == (0, 0)
    result = json.loads(first.stdout)
    assert list(result) == ["batch", "rows", "tickets", "events", "problems", "unchanged", "columns", "left_out"]
    assert (result["tickets"], result["events"]) == (tickets, 0)
    assert json.loads(again.stdout) == {**result, "unchanged": True, "columns": [], "left_out": None}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_on_standard_error_and_leaves_nothing(served: Served, tmp_path: Path, name: str) -> None:
    data, code = BAD[name]
    (tmp_path / name).write_bytes(data)
    kept = list(served.folder.glob("landing/*/*"))
    done = served("import", str(tmp_path / name), "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"[{code}]" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(served.folder.glob("landing/*/*")) == kept


def test_without_a_server_the_same_is_said(line: Line, tmp_path: Path) -> None:
    data, tickets = GOOD["c.xlsx"]
    (tmp_path / "c.xlsx").write_bytes(data)
    (tmp_path / "torn.xlsx").write_bytes(BAD["torn.xlsx"][0])
    good, bad = (line("import", str(tmp_path / name), "--json") for name in ("c.xlsx", "torn.xlsx"))
    assert (good.returncode, json.loads(good.stdout)["tickets"]) == (0, tickets)
    assert (bad.returncode, bad.stdout) == (2, "")
    assert f"[{BAD['torn.xlsx'][1]}]" in bad.stderr
    assert "Traceback" not in bad.stderr


def test_a_file_that_is_not_there_is_named(served: Served, tmp_path: Path) -> None:
    done = served("import", str(tmp_path / "none.csv"), "--json")
    assert (done.returncode, done.stdout) == (2, "")
    # The box of the message breaks a long path over lines.
    assert "none.csv" in re.sub(r"[\s│]", "", done.stderr)


def test_a_scan_afterwards_is_told_on_standard_error_alone(served: Served, tmp_path: Path) -> None:
    (tmp_path / "new.csv").write_bytes((HEADER + rows(13)).encode())
    done = served("import", str(tmp_path / "new.csv"), "--json", "--scan")
    assert list(json.loads(done.stdout)) == [
        "batch",
        "rows",
        "tickets",
        "events",
        "problems",
        "unchanged",
        "columns",
        "left_out",
    ]
    assert json.loads(done.stdout)["tickets"] == 13
    assert "Not scanned" in done.stderr


def test_a_scan_is_started_when_it_is_wanted_and_once(served: Served, tmp_path: Path) -> None:
    def scans() -> int:
        with zhenyin.open(served.folder) as company:
            return sum(job["kind"] == "scan" for job in company.api.get("/jobs", {"limit": 500})["items"])

    counts = [scans()]
    for number, words in ((14, []), (15, ["--scan"])):
        (tmp_path / f"{number}.csv").write_bytes((HEADER + rows(number)).encode())
        assert served("import", str(tmp_path / f"{number}.csv"), *words).returncode == 0
        counts.append(scans())
    assert [later - counts[0] for later in counts] == [0, 0, 1]
