"""A comma before one or two figures is a decimal one, for the whole column."""

from pathlib import Path

import pytest

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file
from zhenyin.job.workspace import opened


@pytest.mark.parametrize(
    ("cells", "hours"),
    [
        (["6,5", "30,5", "8"], [6.5, 30.5, 8.0]),
        (["1.234,5", "6,5", "7,25"], [1234.5, 6.5, 7.25]),
        (["1,234", "6", "7"], [1234.0, 6.0, 7.0]),
        (["1,234.5", "6", "7"], [1234.5, 6.0, 7.0]),
        (["6.5", "30.5", "8"], [6.5, 30.5, 8.0]),
    ],
)
def test_hours_are_read_as_their_column_writes_them(
    settings: Settings, tmp_path: Path, cells: list[str], hours: list[float]
) -> None:
    file = tmp_path / "desk.csv"
    rows = "".join(f"{n};2026-03-01 10:00;{cell}\n" for n, cell in enumerate(cells))
    file.write_text(f"Ticket;Created;Resolution time (h)\n{rows}", "utf-8")
    with opened(settings) as workspace:
        import_file(workspace, file)
        found = workspace.warehouse.query(
            "SELECT resolution_seconds / 3600.0 AS h FROM tickets ORDER BY line"
        ).to_pylist()
    assert [row["h"] for row in found] == hours
