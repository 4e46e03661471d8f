"""Exports of other systems come in with no mapping written by hand, and their figures are right."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.intake.exports import EXPORTS, ROWS, Export

from zhenyin.core.settings import load as load_settings
from zhenyin.flows.import_batch import import_file
from zhenyin.intake import store
from zhenyin.job.workspace import Workspace, opened


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with opened(load_settings(data_dir=tmp_path_factory.mktemp("workspace"))) as workspace:
        yield workspace


@pytest.mark.parametrize("make", EXPORTS, ids=lambda make: make.__name__)
def test_an_export_is_understood_and_counted_right(
    workspace: Workspace, tmp_path: Path, make: Callable[[], Export]
) -> None:
    export = make()
    file = tmp_path / export.name
    file.write_bytes(export.data)
    result = import_file(workspace, file)
    assert (result.rows, result.tickets) == (ROWS, ROWS)
    with workspace.store.read() as db:
        saved = store.template(db, file.stem)
    assert saved is not None
    columns = saved.tables[0].columns
    assert {name: columns[name] or "" for name in export.fields} == export.fields
    rows = workspace.warehouse.query(
        f"""SELECT min(created_at) AS first, max(created_at) AS last, count(resolved_at) AS resolved,
                   avg(epoch(resolved_at - created_at) / 3600) AS hours, count(DISTINCT source_id) AS names
            FROM tickets WHERE source = '{file.stem}'"""
    ).to_pylist()[0]
    assert (rows["first"], rows["last"]) == (export.first, export.last)
    assert (rows["resolved"], rows["names"]) == (export.resolved, ROWS)
    assert rows["hours"] == (pytest.approx(export.hours, abs=0.001) if export.hours else None)
    problems = workspace.warehouse.query(f"SELECT rule FROM row_problems WHERE import_batch = '{result.batch}'")
    assert set(problems["rule"].to_pylist()) <= {"closed_is_resolved", "customer_by_name"}


def test_no_personal_data_of_any_of_them_is_in_the_facts(workspace: Workspace, tmp_path: Path) -> None:
    for make in EXPORTS:
        export = make()
        (tmp_path / export.name).write_bytes(export.data)
        import_file(workspace, tmp_path / export.name)
    everything = str(workspace.warehouse.query("SELECT * FROM tickets").to_pylist())
    for secret in ("@x.org", "1391234", "MAIN ST", "某路", "李7", "刘7", "张7", "赵7", "Ann 7"):
        assert secret not in everything
