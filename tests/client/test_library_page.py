"""The page of the Python library is true: its examples run in their order, and print what stands below them."""

import contextlib
import csv
import io
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.cli.conftest import Line, line_in
from tests.client.conftest import PASSWORD, token

import zhenyin
from zhenyin.client.client import Client

REPOSITORY = Path(__file__).parents[2]
PAGE = REPOSITORY / "docs" / "library.md"
ADDRESS = "https://zhenyin.example.com"
NOW = "2026-03-02T09:00:00+08:00"
MONDAY = date(2025, 3, 3)
WEEKS = 52
PROVINCES = {"北京市": 4, "上海市": 3, "广东省": 5}
MODELS = ("X30", "X40")
VERSIONS = ("1.8", "2.0")
FAULTS = {"续航短": "电池", "异响": "噪音", "漏水": "漏水"}
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks() -> list[tuple[str, str]]:
    """The Python examples of the page, each with what it prints (nothing where no text block follows)."""
    found = _BLOCK.findall(PAGE.read_text("utf-8"))
    following = [*found[1:], ("", "")]
    return [
        (code, after if kind == "text" else "")
        for (language, code), (kind, after) in zip(found, following, strict=True)
        if language == "python"
    ]


def _write(file: Path, head: str, rows: list[tuple[object, ...]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([head.split(","), *rows])


def write_files(folder: Path) -> None:
    """A year of tickets: in the last four weeks, batteries of X30 with version 2.0 fail six times as often."""
    dice = np.random.default_rng(11)
    tickets: list[tuple[object, ...]] = []
    cells = [(w, p, m, v, f) for w in range(WEEKS) for p in PROVINCES for m in MODELS for v in VERSIONS for f in FAULTS]
    for week, province, model, version, fault in cells:
        bad = week >= WEEKS - 4 and (model, version, fault) == ("X30", "2.0", "续航短")
        for _ in range(int(dice.poisson(PROVINCES[province] * (3.0 if bad else 0.5)))):
            minutes = int(dice.integers(7 * 24 * 60))
            at = datetime.combine(MONDAY, datetime.min.time()) + timedelta(weeks=week, minutes=minutes)
            done = at + timedelta(minutes=int(dice.integers(60, 4000)))
            number = f"T-{len(tickets) + 1:05}"
            tickets.append((number, at, done, "报修", model, version, province, FAULTS[fault], fault, fault))
    _write(
        folder / "tickets.csv",
        "ticket_id,created_at,resolved_at,kind,model,version,province,category,fault,description",
        tickets,
    )
    months = [f"{2025 + (n // 12)}-{n % 12 + 1:02}" for n in range(2, 15)]
    units = [(x, m, v, p, 0, 250 * PROVINCES[p]) for x in months for m in MODELS for v in VERSIONS for p in PROVINCES]
    _write(folder / "units.csv", "月份,型号,固件版本,省份,出货量,在保量", units)


@pytest.fixture(params=["here", "network"])
def way(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Where the page is read: in a folder with the two files, or over the network; `test_transports` has the socket."""
    write_files(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ZHENYIN_NOW", NOW)
    monkeypatch.setenv("ZHENYIN_LANGUAGE", "en")
    line = line_in(tmp_path / "zhenyin-data").having(ZHENYIN_NOW=NOW)
    if request.param == "here":
        yield request.param
    else:
        with _served(line, monkeypatch):
            yield request.param


@contextlib.contextmanager
def _served(line: Line, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A server has the folder; its address is the one on the page."""
    line("user", "add", "boss", "--role", "admin", "--password", PASSWORD)
    real = zhenyin.connect
    with line.serving() as url:
        monkeypatch.setenv("ZHENYIN_TOKEN", token(url))
        monkeypatch.setattr(zhenyin, "connect", lambda given, **more: real(given.replace(ADDRESS, url), **more))
        yield


def _left_out(way: str) -> str:
    """The way to begin that is not taken: a folder that a server has is opened like any other."""
    return "zhenyin.open(" if way == "network" else "zhenyin.connect("


def test_every_example_runs_and_prints_what_the_page_shows(way: str) -> None:
    names: dict[str, Any] = {}
    try:
        for code, shown in blocks():
            if _left_out(way) not in code:
                printed = io.StringIO()
                with contextlib.redirect_stdout(printed):
                    exec(compile(code, str(PAGE), "exec"), names)
                assert printed.getvalue() == shown, code
    finally:
        if "z" in names:
            names["z"].close()


def test_the_page_shows_every_method_of_the_client() -> None:
    text = PAGE.read_text("utf-8")
    public = [name for name in vars(Client) if not name.startswith("_")]
    assert [name for name in public if f".{name}(" not in text] == []


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md", "docs/map.md"])
def test_the_page_is_found(readme: str) -> None:
    assert "library.md" in (REPOSITORY / readme).read_text("utf-8")
