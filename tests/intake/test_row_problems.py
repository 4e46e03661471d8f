"""Problems of rows do not pile up in memory."""

from pathlib import Path

from zhenyin.connectors import RowProblem
from zhenyin.core.words import Words
from zhenyin.intake.row_problems import RowProblemBuffer


def test_all_problems_come_back_in_their_order_though_few_are_held(tmp_path: Path) -> None:
    buffer = RowProblemBuffer(tmp_path / "problems", buffered=10)
    for line in range(25):
        buffer.add(RowProblem(line, None if line % 2 else "列", None, "torn", Words("坏", "bad")))
    assert len(buffer) == 25
    assert len(list((tmp_path / "problems").iterdir())) == 2
    rows = [row for table in buffer.tables() for row in table.to_pylist()]
    assert [row["line"] for row in rows] == list(range(25))
    assert rows[1] == {
        "line": 1,
        "column_name": None,
        "value": None,
        "rule": "torn",
        "reason_zh": "坏",
        "reason_en": "bad",
    }
