"""Cubes, alarms and suspects that a test can count on its fingers, and tables of cases from tests/cases/watch."""

import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from zhenyin.core.schema import Coordinates
from zhenyin.core.words import Words
from zhenyin.detectors import Alarm
from zhenyin.explain.models import Explanation, Suspect
from zhenyin.question.weekly import Weeks
from zhenyin.watch.scan.alarms import SliceAlarm
from zhenyin.watch.scan.ticket_cube import TicketCube

MONDAY = date(2026, 1, 5)
_CASES = Path(__file__).parents[1] / "cases" / "watch"


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of one table, each with its own `name`."""
    with (_CASES / f"{name}.toml").open("rb") as file:
        table: list[dict[str, Any]] = tomllib.load(file)["case"]
    return table


def names(table: Sequence[dict[str, Any]]) -> list[str]:
    return [case["name"] for case in table]


def cube(rows: Sequence[dict[str, Any]], weeks: int, days: int = 7) -> TicketCube:
    """rows: each a slice by `where`, and its `counts` by week."""
    dims = tuple(dict.fromkeys(d for row in rows for d in row["where"]))
    values = [list(dict.fromkeys(row["where"].get(d, "") for row in rows)) for d in dims]
    codes, week, total = [], [], []
    for row in rows:
        code = [values[i].index(row["where"].get(d, "")) for i, d in enumerate(dims)]
        for at, count in enumerate(row["counts"]):
            codes.append(code)
            week.append(at)
            total.append(float(count))
    nobody: Any = None
    cells = np.array(codes, dtype=np.int32).reshape(-1, len(dims))
    where = Weeks(MONDAY, weeks, days)
    return TicketCube(nobody, "ticket_count", dims, values, where, cells, np.array(week), np.array(total))


def alarm(where: Coordinates, onset: int, weeks: int = 10, score: float = 12.0, **figures: float) -> SliceAlarm:
    """An alarm of the last weeks from `onset` on, with a threshold of 6."""
    known = {"observed": 30.0, "expected": 10.0, "ratio": 3.0, "low": 2.0, "high": 4.4} | figures
    level = np.full(weeks, 5.0)
    band = {"baseline": level, "band_low": level, "band_high": level}
    return SliceAlarm(where, Alarm(0, onset, weeks - onset, score=score, p=0.0, threshold=6.0, **known, **band))


def suspect(where: Coordinates, ratio: float = 3.0, p: float = 1e-6, **given: Any) -> Suspect:
    known = {"observed": 30.0, "expected": 30.0 / ratio, "share": 0.8, "low": ratio / 2, "high": ratio * 2}
    name = "、".join(where.values()) or "全部"
    return Suspect(where=where, ratio=ratio, p=p, sentence=Words(name, name), **(known | given))


def explanation(suspects: Sequence[Suspect], outside: bool = False, **given: Any) -> Explanation:
    known = {"observed": 40.0, "expected": 20.0, "sentence": Words("解释", "explained")}
    return Explanation("ticket_count", {}, suspects=tuple(suspects), outside=outside, **(known | given))
