"""A rebuild comes to the same rows, whatever was replaced and undone before it."""

from pathlib import Path

from tests.intake.hostile import HEADER, rows

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file, undo
from zhenyin.flows.rebuild import rebuild
from zhenyin.job.workspace import Workspace, opened

_KEPT = "ticket_id, import_batch, line, created_at, title, priority, repeat_of, resolution_due_at, quality"


def _everything(workspace: Workspace) -> list[list[dict[str, object]]]:
    queries = (
        f"SELECT {_KEPT} FROM tickets ORDER BY ALL",
        "SELECT * FROM row_problems ORDER BY ALL",
        "SELECT * EXCLUDE (settled) FROM imports ORDER BY import_batch",
    )
    return [workspace.warehouse.query(query).to_pylist() for query in queries]


def test_several_sources_a_replaced_and_an_undone_batch_are_rebuilt_to_the_same_rows(
    settings: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "file.csv"
    with opened(settings) as workspace:
        made = []
        for source, text in (
            ("desk", rows(40)),
            ("shop", rows(20) + "20,昨天,坏,B\n"),
            ("desk", rows(30, 20).replace("漏水", "漏得厉害")),
            ("desk", rows(10, 35).replace("漏水", "撤回")),
        ):
            file.write_text(HEADER + text, "utf-8")
            made.append(import_file(workspace, file, source=source).batch)
        undo(workspace, made[-1])
        before = _everything(workspace)
        assert [len(part) for part in before][::2] == [70, 3]
        assert sum("厉害" in str(row["title"]) for row in before[0]) == 30
        assert rebuild(workspace)["tickets"] == 70
        assert _everything(workspace) == before
        # What the third batch replaced can still be brought back.
        undo(workspace, made[2])
        assert workspace.warehouse.query("SELECT count(*) AS n FROM tickets")["n"][0].as_py() == 60
