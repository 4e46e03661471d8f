"""Tables of cases: one CSV file in tests/cases/, one row a case, read as text."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "cases"


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table, such as `problem/lifecycle.csv`."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(name: str, columns: Iterable[str]) -> Any:
    """Parametrize a test over a table: its arguments are the columns, its id is the column `case`."""
    wanted = list(columns)
    return pytest.mark.parametrize(
        wanted, [pytest.param(*(row[name] for name in wanted), id=row["case"]) for row in rows(name)]
    )


def value(text: str) -> Any:
    """A cell that holds JSON; an empty one is None."""
    return json.loads(text) if text else None
