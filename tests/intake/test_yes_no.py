"""Yes and no in a column of ends make tickets over or open, without a time."""

from pathlib import Path

import pytest

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file
from zhenyin.intake import yes_no
from zhenyin.job.workspace import opened

BOTH = [("yes", "no"), ("Y", "N"), ("TRUE", "FALSE"), ("1", "0"), ("是", "否"), ("√", "×")]


@pytest.mark.parametrize(("yes", "no"), BOTH)
@pytest.mark.parametrize("name", ["Resolved", "是否解决", "Is Closed?", "已办结"])
def test_yes_is_over_and_no_is_open(settings: Settings, tmp_path: Path, name: str, yes: str, no: str) -> None:
    file = tmp_path / "desk.csv"
    rows = "".join(f"{n},2026-03-01 10:00,漏水{n},{no if n in (3, 7) else yes}\n" for n in range(10))
    file.write_text(f"工单编号,创建时间,标题,{name}\n{rows}", "utf-8")
    with opened(settings) as workspace:
        import_file(workspace, file)
        query = "SELECT source_id, closed, waited, ended_at IS NULL AS timeless FROM tickets ORDER BY source_id"
        found = workspace.warehouse.query(query).to_pylist()
    assert [row["source_id"] for row in found if row["waited"]] == ["3", "7"]
    assert all(row["closed"] is not row["waited"] and row["timeless"] for row in found)


def test_a_status_says_more_than_yes(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "desk.csv"
    file.write_text(
        "工单编号,创建时间,是否解决,状态\n1,2026-03-01 10:00,是,待验收\n2,2026-03-02 10:00,否,处理中\n", "utf-8"
    )
    with opened(settings) as workspace:
        import_file(workspace, file)
        found = workspace.warehouse.query(
            "SELECT status, extra['是否解决'] AS kept FROM tickets ORDER BY 1"
        ).to_pylist()
    assert found == [{"status": "处理中", "kept": "否"}, {"status": "待验收", "kept": "是"}]


@pytest.mark.parametrize("name", ["Reopened", "是否投诉", "在保", "Resolved at", "是否回访"])
def test_other_questions_are_no_end(name: str) -> None:
    assert not yes_no.wording(name)
