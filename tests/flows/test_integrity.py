"""Whatever of a data folder is lost or damaged is found, named, and healed from what is left, or refused with what to do."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.intake.hostile import HEADER, rows

from zhenyin.core.errors import Refusal
from zhenyin.core.settings import Settings
from zhenyin.flows import import_batch
from zhenyin.flows.import_batch import import_file, undo
from zhenyin.flows.rebuild import rebuild
from zhenyin.intake import integrity, landing, store
from zhenyin.intake.models import BatchState
from zhenyin.job.workspace import Workspace, opened

Damage = Callable[[Path], None]


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    """Three batches of a source, the last one undone: 50 tickets."""
    file = tmp_path / "file.csv"
    with opened(settings) as workspace:
        for text in (rows(40), rows(20, 30).replace("漏水", "漏得厉害"), rows(5, 100)):
            file.write_text(HEADER + text, "utf-8")
            made = import_file(workspace, file, source="desk").batch
        undo(workspace, made)
    return settings.data_dir


def _titles(workspace: Workspace) -> list[tuple[str, ...]]:
    found = workspace.warehouse.query("SELECT source_id, title, import_batch FROM tickets ORDER BY ALL").to_pylist()
    return [tuple(row.values()) for row in found]


def _landed(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "landing").iterdir() if path.is_dir())


def _original(folder: Path) -> Path:
    return next((_landed(folder)[0] / "original").iterdir())


def _doctor(workspace: Workspace) -> dict[str, tuple[str, str]]:
    return {check.key: (check.state, check.found) for check in integrity.examine(workspace)}


HEALED: dict[str, tuple[str, Damage]] = {
    "no store": ("not-in-store", lambda folder: [path.unlink() for path in folder.glob("store.sqlite*")] and None),
    "no warehouse": ("not-in-warehouse", lambda folder: (folder / "warehouse.duckdb").unlink()),
    "no note": ("note-lost", lambda folder: (_landed(folder)[0] / "meta.json").unlink()),
    "half a note": ("note-lost", lambda folder: _cut(_landed(folder)[0] / "meta.json")),
    "another note": ("note-lost", lambda folder: _put(_landed(folder)[1] / "meta.json", b"[]")),
}
REFUSED: dict[str, tuple[str, Damage]] = {
    "altered": ("original-altered", lambda folder: _put(_original(folder), _original(folder).read_bytes() + b" ")),
    "truncated": ("original-altered", lambda folder: _cut(_original(folder))),
    "missing": ("original-missing", lambda folder: _original(folder).unlink()),
}


def _cut(path: Path) -> None:
    _put(path, path.read_bytes()[: path.stat().st_size // 2])


def _put(path: Path, data: bytes) -> None:
    path.write_bytes(data)


@pytest.mark.parametrize("name", HEALED)
def test_what_can_be_made_up_for_is(settings: Settings, folder: Path, name: str) -> None:
    damage, do = HEALED[name]
    with opened(settings) as workspace:
        before = _titles(workspace)
        assert _doctor(workspace)["originals"][0] == "fine"
    do(folder)
    with opened(settings) as workspace:
        state, found = _doctor(workspace)["originals"]
        assert (state, damage in found) == ("wrong", True)
        assert rebuild(workspace)["tickets"] == len(before) == 50
        assert _titles(workspace) == before
        assert _doctor(workspace)["originals"][0] == "fine"
        with workspace.store.read() as db:
            assert sum(batch.state is BatchState.DONE for batch in store.all_batches(db)) == 2
            assert store.template(db, "desk") is not None


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_is_refused_before_anything_is_done(settings: Settings, folder: Path, name: str) -> None:
    damage, do = REFUSED[name]
    do(folder)
    with opened(settings) as workspace:
        before = _titles(workspace)
        assert damage in _doctor(workspace)["originals"][1]
        with pytest.raises(Refusal, match=damage):
            rebuild(workspace)
        assert _titles(workspace) == before


def test_a_lost_key_stops_imports_until_all_rows_have_a_new_one(
    settings: Settings, folder: Path, tmp_path: Path
) -> None:
    (folder / "landing" / "key").unlink()
    file = tmp_path / "more.csv"
    file.write_text(HEADER + rows(3, 200), "utf-8")
    with opened(settings) as workspace:
        assert _doctor(workspace)["key"][0] == "wrong"
        with pytest.raises(Refusal, match="key-lost"):
            import_file(workspace, file)
        assert rebuild(workspace)["tickets"] == 50
        assert _doctor(workspace)["key"][0] == "fine"
        assert import_file(workspace, file).tickets == 3


@pytest.mark.parametrize(
    ("name", "code", "data"),
    [
        ("warehouse.duckdb", "warehouse-damaged", b"x" * 100_000),
        ("warehouse.duckdb", "warehouse-damaged", None),
        ("store.sqlite", "store-damaged", b"x" * 100_000),
        ("store.sqlite", "store-damaged", None),
    ],
)
def test_what_cannot_be_opened_is_named_and_comes_back(
    settings: Settings, folder: Path, name: str, code: str, data: bytes | None
) -> None:
    path = folder / name
    # Random bytes, or its own with the middle gone.
    own = path.read_bytes()
    path.write_bytes(data if data is not None else own[:200] + b"\x07" * 4_000 + own[4_200 : len(own) // 2])
    with pytest.raises(Refusal, match=code), opened(settings):
        pass
    for one in folder.glob(f"{name}*"):
        shutil.move(one, folder.parent / one.name)
    with opened(settings) as workspace:
        assert rebuild(workspace)["tickets"] == 50


def test_the_order_is_by_number_and_not_by_clock(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file.csv"
    with opened(settings) as workspace:
        for now, text in (("2026-05-01T10:00", "漏水"), ("2026-04-01T10:00", "晚来的")):
            monkeypatch.setenv("ZHENYIN_NOW", now)
            file.write_text(HEADER + rows(9).replace("漏水", text), "utf-8")
            import_file(workspace, file, source="desk")
        before = _titles(workspace)
        assert "晚来的" in before[0][1]
        rebuild(workspace)
        assert _titles(workspace) == before


def test_a_full_disk_says_so_before_anything_begins(
    settings: Settings, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "more.csv"
    file.write_text(HEADER + rows(3, 200), "utf-8")
    with opened(settings) as workspace:
        before, landed = _titles(workspace), _landed(folder)
        for module in (import_batch.shutil, integrity.shutil):
            monkeypatch.setattr(module, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 10, 0))
        for attempt in (lambda: import_file(workspace, file), lambda: rebuild(workspace)):
            with pytest.raises(Refusal, match="disk-full"):
                attempt()
        assert (_titles(workspace), _landed(folder)) == (before, landed)


def test_notes_of_earlier_versions_have_no_number(settings: Settings, folder: Path) -> None:
    for path in (folder / "landing").glob("*/meta.json"):
        note = json.loads(path.read_text("utf-8"))
        del note["number"]
        path.write_text(json.dumps(note), "utf-8")
    moments = [one.batch.at for one in landing.landed(folder)]
    assert moments == sorted(moments)
    with opened(settings) as workspace:
        assert rebuild(workspace)["tickets"] == 50
