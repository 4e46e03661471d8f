"""Priorities in the words of other systems keep those words, and have the time limits that they mean."""

from pathlib import Path

import pytest

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file
from zhenyin.job.workspace import opened
from zhenyin.warehouse.derive import LIMITS
from zhenyin.warehouse.urgency import level

WRITTEN = {
    "3 - Moderate": "中",
    "1 - Critical": "紧急",
    "4 - Low": "低",
    "紧急工单": "紧急",
    "High priority": "高",
    "2": "高",
}


def test_a_word_of_another_system_has_the_limits_that_it_means(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "desk.csv"
    rows = "".join(f"{n},2026-03-01 10:00,{written}\n" for n, written in enumerate([*WRITTEN, "Gold"]))
    file.write_text("工单编号,创建时间,优先级\n" + rows, "utf-8")
    with opened(settings) as workspace:
        import_file(workspace, file)
        read = workspace.warehouse.query(
            "SELECT priority, epoch(resolution_due_at - created_at) / 3600 AS h FROM tickets"
        )
    assert {row["priority"]: row["h"] for row in read.to_pylist()} == {
        **{written: LIMITS[own][1] for written, own in WRITTEN.items()},
        "Gold": LIMITS[None][1],
    }


@pytest.mark.parametrize(
    ("word", "own"), [*WRITTEN.items(), ("P0", "紧急"), ("below par", None), ("", None), (None, None)]
)
def test_a_word_is_read_the_same_outside_of_the_engine(word: str | None, own: str | None) -> None:
    assert level(word) == own
