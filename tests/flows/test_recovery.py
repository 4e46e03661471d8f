"""After an end in the middle: what was interrupted is finished or swept, and store and warehouse agree."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from zhenyin.core.settings import Settings
from zhenyin.flows import import_batch, recovery
from zhenyin.flows.import_batch import import_file
from zhenyin.intake import landing, store
from zhenyin.intake.models import BatchState
from zhenyin.job.workspace import Workspace, open_workspace
from zhenyin.warehouse import derive, ledger

ROWS = "工单号,创建时间,描述\n" + "".join(f"a{i},2026-03-{i:02} 10:00,电池续航短\n" for i in range(1, 29))


class KilledError(BaseException):
    """Stands for the end of the process: nothing of ours catches it."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "工单.csv"
    path.write_text(ROWS, "utf-8")
    return path


@pytest.fixture
def place(settings: Settings) -> Iterator[list[Workspace]]:
    """The workspace that is open now; `_again` puts another one there."""
    opened = [open_workspace(settings)]
    yield opened
    opened[0].close()


def _again(place: list[Workspace]) -> Workspace:
    place[0].close()
    place[0] = open_workspace(place[0].settings)
    recovery.recover(place[0])
    return place[0]


def _kill_at(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, *, after: bool = False) -> None:
    real = getattr(module, name)

    def killed(*given: Any, **more: Any) -> Any:
        if after:
            real(*given, **more)
        raise KilledError

    monkeypatch.setattr(module, name, killed)


def _states(workspace: Workspace) -> list[tuple[BatchState, int, int]]:
    """Of every batch: its state, its rows in the warehouse, and how many of these have labels."""
    with workspace.store.read() as db:
        batches = store.all_batches(db)
    counted = []
    for batch in batches:
        rows = workspace.warehouse.query(
            f"""SELECT count(DISTINCT t.ticket_id) AS n, count(DISTINCT l.ticket_id) AS labelled FROM tickets t
                LEFT JOIN labels l ON l.ticket_id = t.ticket_id WHERE t.import_batch = '{batch.id}'"""
        ).to_pylist()[0]
        counted.append((batch.state, rows["n"], rows["labelled"]))
    return counted


def _raw_files(workspace: Workspace) -> list[str]:
    folder = workspace.settings.data_dir
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file() and p.parts[-2] == "original")


INTERRUPTIONS = [
    (landing, "land", False), (landing, "seal", False), (landing, "seal", True), (store, "save_template", False),
    (import_batch.classify, "label_batch", False), (import_batch.classify, "label_batch", True), (derive, "derive", True),
    (ledger, "mark_completed", True), (import_batch, "_register", False),
]  # fmt: skip


@pytest.mark.parametrize(("module", "name", "after"), INTERRUPTIONS)
def test_an_import_is_in_whole_or_not_at_all(
    place: list[Workspace], file: Path, monkeypatch: pytest.MonkeyPatch, module: Any, name: str, after: bool
) -> None:
    with monkeypatch.context() as patch:
        _kill_at(patch, module, name, after=after)
        # What a killed process no longer does is not done here either.
        patch.setattr(landing, "drop", lambda *_: None)
        with pytest.raises(KilledError):
            import_file(place[0], file)
    again = _again(place)
    states = _states(again)
    assert all(state is not BatchState.RUNNING for state, _, _ in states)
    for state, rows, labelled in states:
        assert (rows, labelled) == ((28, 28) if state is BatchState.DONE else (0, 0))
    assert len(_raw_files(again)) == sum(state is BatchState.DONE for state, _, _ in states)
    assert not list((again.settings.data_dir / "staging").glob("*"))
    import_file(again, file)
    assert [one for one in _states(again) if one[0] is BatchState.DONE] == [(BatchState.DONE, 28, 28)]


@pytest.mark.parametrize(("module", "name"), [(derive, "touch"), (derive, "derive_touched"), (store, "change")])
def test_an_undo_is_gone_on_with(
    place: list[Workspace], file: Path, monkeypatch: pytest.MonkeyPatch, module: Any, name: str
) -> None:
    batch = import_file(place[0], file).batch
    with monkeypatch.context() as patch:
        _kill_at(patch, module, name)
        with pytest.raises(KilledError):
            import_batch.undo(place[0], batch)
    again = _again(place)
    assert _states(again) == [(BatchState.UNDONE, 0, 0)]
    assert landing.marked_undo(again.settings.data_dir) == []


def test_a_batch_is_done_only_with_its_labels(
    place: list[Workspace], file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        with place[0].store.read() as db:
            assert {batch.state for batch in store.all_batches(db)} == {BatchState.RUNNING}
        raise ValueError("labels cannot be made")

    monkeypatch.setattr(import_batch.classify, "label_batch", refuse)
    with pytest.raises(ValueError, match="labels"):
        import_file(place[0], file)
    assert _states(place[0]) == [(BatchState.UNDONE, 0, 0)]


def test_what_nobody_owns_is_swept(place: list[Workspace]) -> None:
    folder = place[0].settings.data_dir
    for path in (
        "staging/b-x/0.parquet",
        "rebuild-x/warehouse.duckdb",
        "uploads/u-x/new",
        "landing/b-x/original/raw.csv",
    ):
        (folder / path).parent.mkdir(parents=True)
        (folder / path).write_text("raw")
    _again(place)
    assert not any((folder / path).exists() for path in ("staging/b-x", "rebuild-x", "uploads/u-x", "landing/b-x"))
