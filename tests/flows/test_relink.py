"""Tickets find their problem again whatever is done to the warehouse: imports, an undo, a rebuild."""

from pathlib import Path

from fixtures_problems import made
from zhenyin.flows.import_batch import import_file, undo
from zhenyin.flows.rebuild import rebuild
from zhenyin.job.workspace import Workspace

HEADER = "工单号,创建时间,问题类型,产品,问题描述\n"


def export(folder: Path, name: str, numbers: range) -> Path:
    rows = [f"A{n},2026-03-{1 + n % 28:02d} 10:00:00,报修,{'W10' if n % 2 else 'P8'},漏水\n" for n in numbers]
    path = folder / name
    path.write_text(HEADER + "".join(rows), "utf-8")
    return path


def whose(workspace: Workspace) -> dict[str, str | None]:
    rows = workspace.warehouse.query("SELECT source_id, problem_id FROM tickets").to_pylist()
    return {row["source_id"]: row["problem_id"] for row in rows}


def test_what_comes_later_belongs_to_the_problem_too_and_a_rebuild_keeps_it(
    workspace: Workspace, tmp_path: Path
) -> None:
    import_file(workspace, export(tmp_path, "a.csv", range(1, 21)), source="热线")
    with workspace.store.begin() as db:
        problem = made(db, metric="ticket_count").problem.id
        hand = made(db, metric="ticket_count", where={}, ticket_ids=[f"热线:A{n}" for n in (2, 3)]).problem.id
    second = import_file(workspace, export(tmp_path, "b.csv", range(21, 31)), source="热线").batch
    before = whose(workspace)
    assert before["A29"] == before["A1"] == problem
    assert before["A30"] is None
    assert before["A2"] == before["A3"] == hand
    rebuild(workspace)
    assert whose(workspace) == before
    undo(workspace, second)
    assert whose(workspace) == {number: key for number, key in before.items() if int(number[1:]) <= 20}
