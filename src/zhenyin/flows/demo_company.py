"""The demo, from top to bottom: write the company's files, import them, find topics, enter decisions, run the nightly scan."""

import json
import time
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from zhenyin import demo
from zhenyin.core import clock
from zhenyin.core.errors import Conflict
from zhenyin.core.words import Words
from zhenyin.flows import demo_decisions, nightly
from zhenyin.flows.import_batch import import_file
from zhenyin.job.progress import ProgressCallback, part
from zhenyin.job.workspace import Workspace
from zhenyin.topic import first_run

MARK = "demo.json"
FILES = "demo-files"
BY = "demo"
_IMPORTED = (".csv", ".jsonl", ".xlsx", ".txt", ".log")
_TRUTH = "truth"


@dataclass(frozen=True, slots=True)
class DemoState:
    """The demo in a data folder: its seed, size and last day, and whether it is complete."""

    seed: int
    tickets: int
    until: str
    finished: bool = False
    seconds: float = 0.0
    signals: int = 0

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def build_demo(workspace: Workspace, *, seed: int, tickets: int, progress: ProgressCallback) -> tuple[DemoState, bool]:
    """Build the demo company. Returns its state, and whether it was complete before: then nothing is done.

    An interrupted demo goes on with the same files. Raises Conflict in a folder that holds something else.
    """
    before = read_demo_state(workspace.settings.data_dir)
    if before and (before.seed, before.tickets) != (seed, tickets):
        raise _another_demo(before)
    if before and before.finished:
        return before, True
    if before is None:
        _require_empty(workspace)
    # The last day is kept from the first try on: other files would be imported beside the first ones.
    begun = before or DemoState(seed, tickets, clock.today(workspace.settings.zone).isoformat())
    _mark(workspace, begun)
    started = time.perf_counter()
    folder = _write_files(workspace, begun, progress)
    _import_all(workspace, folder, progress)
    # Before the nightly run, so that it scans topics too.
    first_run.find_first(workspace, part(progress, 0.75, 0.85))
    demo_decisions.enter(workspace, folder)
    nightly_run = nightly.run(workspace, part(progress, 0.85, 1.0))
    finished = replace(begun, finished=True, seconds=time.perf_counter() - started, signals=len(nightly_run.signals))
    _mark(workspace, finished)
    return finished, False


def read_demo_state(folder: Path) -> DemoState | None:
    """The demo in a data folder; None where there is none."""
    mark = folder / MARK
    return DemoState(**json.loads(mark.read_text("utf-8"))) if mark.is_file() else None


def _write_files(workspace: Workspace, begun: DemoState, progress: ProgressCallback) -> Path:
    folder = workspace.settings.data_dir / FILES
    demo.generate(
        folder,
        seed=begun.seed,
        until=date.fromisoformat(begun.until),
        tickets=begun.tickets,
        progress=lambda name, done: progress(0.25 * done, Words(f"编写 {name}", f"Writing {name}")),
    )
    return folder


def _import_all(workspace: Workspace, folder: Path, progress: ProgressCallback) -> None:
    files = [file for file in sorted(folder.iterdir()) if file.suffix in _IMPORTED and not file.name.startswith(_TRUTH)]
    for number, file in enumerate(files):
        import_file(workspace, file, by=BY, progress=_part(progress, file.name, number, len(files)))


def _part(progress: ProgressCallback, name: str, number: int, of: int) -> ProgressCallback:
    def report(done: float, words: Words) -> None:
        progress(0.25 + 0.5 * (number + done) / of, Words(f"导入 {name}：{words.zh}", f"Importing {name}: {words.en}"))

    return report


def _mark(workspace: Workspace, state: DemoState) -> None:
    # Written to a file of its own and moved into place: a mark is whole or not there.
    new = workspace.settings.data_dir / f"{MARK}.new"
    new.write_text(json.dumps(state.as_dict()), "utf-8")
    new.replace(workspace.settings.data_dir / MARK)


def _require_empty(workspace: Workspace) -> None:
    rows = workspace.warehouse.query("SELECT count(*) AS n FROM tickets")["n"][0].as_py()
    if rows:
        folder = workspace.settings.data_dir
        raise Conflict(
            "demo-not-empty",
            en=f"{folder} holds {rows:,} tickets that are not the demo's. Use another --data-dir for the demo.",
            zh=f"{folder} 中已有 {rows:,} 条非演示工单。请用 --data-dir 为演示另选目录。",
        )


def _another_demo(before: DemoState) -> Conflict:
    return Conflict(
        "demo-another",
        en=f"Here is a demo of {before.tickets:,} tickets with seed {before.seed}. Use another --data-dir.",
        zh=f"此目录已有 {before.tickets:,} 条工单、种子为 {before.seed} 的演示。请用 --data-dir 另选目录。",
    )
