"""Kills, full disks, damaged files and hostile requests: what is left afterwards is whole, or refused with what to do.

python bench/chaos.py [--kills N] [--disks N] [--files N] [--examples N] [--seed N] [--keep FILE]
Ends with 1 where anything fell. `--keep bench/results/chaos.md` writes the table.
"""

import argparse
import json
import multiprocessing
import os
import random
import resource
import shutil
import signal
import sys
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("ZHENYIN_NOW", "2026-03-10T09:00:00+08:00")

SECONDS = 120.0
"""A child that takes longer hangs, which is a fall."""
ACTIONS = ("import", "undo", "rebuild", "scan")
DATA_FILES = ("warehouse.duckdb", "store.sqlite", "meta.json", "original", "key")
CHILDREN = multiprocessing.get_context("forkserver")


@dataclass(slots=True)
class Outcome:
    """How often each thing happened, and what fell."""

    name: str
    counts: Counter[str] = field(default_factory=Counter)
    fallen: list[str] = field(default_factory=list)

    def add(self, result: str, case: str) -> None:
        self.counts[result.split(":")[0]] += 1
        if "FELL" in result:
            self.fallen.append(f"{case}: {result}")


def tickets(first: int, count: int) -> bytes:
    faults = ("电池续航短", "屏幕闪烁", "无法连接蓝牙", "APP 闪退")
    rows = (
        f"T{n},2026-0{1 + n % 2}-{1 + n % 27:02} 0{n % 9}:15,{faults[n % 4]}，客户反馈第{n}次,灯{n % 3},已解决"
        for n in range(first, first + count)
    )
    return ("工单号,创建时间,问题描述,产品,状态\n" + "\n".join(rows) + "\n").encode()


def make_base(folder: Path) -> None:
    """A small company: two imports of one source."""
    from zhenyin.flows.import_batch import import_file

    with _open(folder) as workspace:
        for number, data in enumerate((tickets(0, 3_000), tickets(2_000, 2_000))):
            file = folder.parent / f"base{number}.csv"
            file.write_bytes(data)
            import_file(workspace, file, source="desk")


def act(folder: Path, action: str, file: Path, ended: Path, most_bytes: int | None = None) -> None:
    """One of the things that change the data, in a child process. `ended` says how it came out."""
    from zhenyin.core.translation import refusal_of
    from zhenyin.flows import nightly
    from zhenyin.flows.import_batch import import_file, undo
    from zhenyin.flows.rebuild import rebuild
    from zhenyin.intake import store

    try:
        if most_bytes is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
        with _open(folder) as workspace:
            (folder / "began").touch()
            if action == "import":
                import_file(workspace, file, source="desk")
            elif action == "undo":
                with workspace.store.read() as db:
                    newest = store.all_batches(db)[0].id
                undo(workspace, newest)
            elif action == "rebuild":
                rebuild(workspace)
            else:
                nightly.run(workspace)
        result = "done"
    except Exception as error:
        refusal = refusal_of(error)
        result = f"refused: {refusal.code}" if refusal else f"FELL: {traceback.format_exc()[-1_500:]}"
    ended.write_text(result, "utf-8")


def check(folder: Path, ended: Path) -> None:
    """After reopening: whole batches, no raw file outside the landing, store and warehouse and originals alike."""
    from zhenyin.core.errors import Refusal

    try:
        with _open(folder) as workspace:
            wrong = list(_wrong(workspace, folder))
        result = f"FELL: {'; '.join(wrong)}" if wrong else "whole"
    except Refusal as refusal:
        result = f"refused: {refusal.code}"
    except Exception:
        result = f"FELL: {traceback.format_exc()[-1_500:]}"
    ended.write_text(result, "utf-8")


def heal(folder: Path, ended: Path) -> None:
    """After damage: it is found, then healed by a rebuild or refused; and no figure is another one."""
    from zhenyin.core.translation import refusal_of
    from zhenyin.flows.rebuild import rebuild

    try:
        with _open(folder) as workspace:
            wrong = list(_wrong(workspace, folder))
            rebuild(workspace)
            left = list(_wrong(workspace, folder))
        result = f"FELL: {'; '.join(left)}" if left else ("healed" if wrong else "unharmed")
    except Exception as error:
        refusal = refusal_of(error)
        result = f"refused: {refusal.code}" if refusal else f"FELL: {traceback.format_exc()[-1_500:]}"
    ended.write_text(result, "utf-8")


def take_in(folder: Path, file: Path, ended: Path) -> None:
    """Import a damaged file."""
    act(folder, "import", file, ended)


def _wrong(workspace: "Workspace", folder: Path) -> Iterator[str]:  # type: ignore[name-defined]  # noqa: F821
    from zhenyin.intake import integrity, store

    with workspace.store.read() as db:
        states = {batch.id: (str(batch.state), batch.tickets) for batch in store.all_batches(db)}
    counted = workspace.warehouse.query(
        """SELECT import_batch AS id, count(*) AS n, count(*) FILTER (WHERE ticket_id NOT IN (SELECT ticket_id FROM labels))
           AS bare FROM tickets GROUP BY 1"""
    ).to_pylist()
    for row in counted:
        state, _ = states.get(row["id"], ("unknown", 0))
        if state != "done" or row["bare"]:
            yield f"{row['n']} rows ({row['bare']} without labels) of {row['id']}, which is {state}"
    yield from (f"{one} is still running" for one, (state, _) in states.items() if state == "running")
    yield from (f"{one.batch}: {one.damage}" for one in integrity.findings(workspace))
    kept = {one for one, (state, _) in states.items() if state in ("done", "undone")}
    stray = [*(folder / "staging").glob("*"), *folder.glob("rebuild-*")]
    stray += [path for path in (folder / "landing").iterdir() if path.is_dir() and path.name not in kept]
    yield from (f"stray {path.name}" for path in stray)


def _open(folder: Path) -> "AbstractContextManager[Workspace]":  # type: ignore[name-defined]  # noqa: F821
    from contextlib import contextmanager

    from zhenyin.core.settings import load
    from zhenyin.flows.recovery import recover
    from zhenyin.job.workspace import opened

    @contextmanager
    def recovered() -> Iterator[object]:
        with opened(load(data_dir=folder)) as workspace:
            recover(workspace)
            yield workspace

    return recovered()


def in_child(target: Callable[..., None], folder: Path, *given: object, kill_after: float | None = None) -> str:
    """How a child ended: what it wrote, `killed`, or a fall."""
    ended = folder.parent / f"{folder.name}.ended"
    ended.unlink(missing_ok=True)
    child = CHILDREN.Process(
        target=target, args=(folder, *given[:-1], ended, *given[-1:]) if given else (folder, ended)
    )
    child.start()
    child.join(SECONDS if kill_after is None else kill_after)
    if child.is_alive():
        os.kill(child.pid or 0, signal.SIGKILL)
        child.join()
        return "killed" if kill_after is not None else "FELL: it hangs"
    if not ended.is_file():
        return f"FELL: exit code {child.exitcode}"
    return ended.read_text("utf-8")


def kills(base: Path, work: Path, count: int, dice: random.Random) -> Outcome:
    outcome, file = Outcome("kills"), work / "new.csv"
    file.write_bytes(tickets(4_000, 6_000))
    lasts = {action: _lasts(base, work, action, file) for action in ACTIONS}
    number = killed = 0
    while killed < count and number < 2 * count:
        number += 1
        action, folder = ACTIONS[number % len(ACTIONS)], _copy(base, work / f"k{number}")
        moment = dice.uniform(0.02, lasts[action])
        child = CHILDREN.Process(target=act, args=(folder, action, file, folder.parent / "acted"))
        child.start()
        until = time.monotonic() + SECONDS
        while not (folder / "began").exists() and child.is_alive() and time.monotonic() < until:
            time.sleep(0.005)
        child.join(moment)
        if child.is_alive():
            os.kill(child.pid or 0, signal.SIGKILL)
            outcome.counts[f"killed in {action}"] += 1
            killed += 1
        child.join()
        (folder / "began").unlink(missing_ok=True)
        outcome.add(in_child(check, folder), f"kill {number} in {action} after {moment:.2f} s")
        shutil.rmtree(folder)
    return outcome


def _lasts(base: Path, work: Path, action: str, file: Path) -> float:
    folder = _copy(base, work / f"timed-{action}")
    started = time.monotonic()
    act(folder, action, file, work / "timed")
    shutil.rmtree(folder)
    return time.monotonic() - started


def disks(base: Path, work: Path, count: int, dice: random.Random) -> Outcome:
    outcome, file = Outcome("full disks"), work / "new.csv"
    size = (base / "warehouse.duckdb").stat().st_size
    for number in range(count):
        action, folder = ("import", "rebuild", "undo")[number % 3], _copy(base, work / f"d{number}")
        most = int(size * dice.uniform(0.02, 1.3))
        child = CHILDREN.Process(target=act, args=(folder, action, file, folder.parent / "acted", most))
        (folder.parent / "acted").unlink(missing_ok=True)
        child.start()
        child.join(SECONDS)
        result = (
            (folder.parent / "acted").read_text("utf-8") if (folder.parent / "acted").is_file() else "FELL: no answer"
        )
        if child.is_alive():
            os.kill(child.pid or 0, signal.SIGKILL)
        (folder / "began").unlink(missing_ok=True)
        outcome.add(result, f"{action} with files of at most {most:,} bytes")
        outcome.add(in_child(check, folder), f"after {action} with files of at most {most:,} bytes")
        shutil.rmtree(folder)
    return outcome


def files(base: Path, work: Path, count: int, dice: random.Random) -> Outcome:
    """Three in five are uploads, the rest files of the data folder."""
    outcome, originals = Outcome("damaged files"), _uploads()
    folder = _copy(base, work / "uploads")
    for number in range(count * 3 // 5):
        name, data = dice.choice(originals)
        file = work / f"m{number}{name}"
        file.write_bytes(_mutated(data, dice))
        outcome.add("upload " + _in_act(folder, file), f"upload {number} ({name})")
        file.unlink()
    outcome.add(in_child(check, folder), "after all damaged uploads")
    for number in range(count - count * 3 // 5):
        kind, harmed = DATA_FILES[number % len(DATA_FILES)], _copy(base, work / f"f{number}")
        path = _data_file(harmed, kind, dice)
        path.unlink() if dice.random() < 0.1 else path.write_bytes(_mutated(path.read_bytes(), dice))
        outcome.add(in_child(heal, harmed), f"{kind} {number}")
        shutil.rmtree(harmed)
    return outcome


def _in_act(folder: Path, file: Path) -> str:
    ended = folder.parent / "taken"
    ended.unlink(missing_ok=True)
    child = CHILDREN.Process(target=take_in, args=(folder, file, ended))
    child.start()
    child.join(SECONDS)
    if child.is_alive():
        os.kill(child.pid or 0, signal.SIGKILL)
        return "FELL: it hangs"
    (folder / "began").unlink(missing_ok=True)
    return ended.read_text("utf-8") if ended.is_file() else f"FELL: exit code {child.exitcode}"


def _uploads() -> list[tuple[str, bytes]]:
    import xlsxwriter

    csv, book = tickets(20_000, 60), BytesIO()
    with xlsxwriter.Workbook(book) as made:
        sheet = made.add_worksheet()
        for at, line in enumerate(csv.decode().splitlines()):
            sheet.write_row(at, 0, line.split(","))
    head, *lines = csv.decode().splitlines()
    rows = [dict(zip(head.split(","), line.split(","), strict=True)) for line in lines]
    table = "".join(f"<tr><td>{line.replace(',', '</td><td>')}</td></tr>" for line in (head, *lines))
    return [
        (".csv", csv),
        (".csv", csv.decode().encode("gb18030")),
        (".xlsx", book.getvalue()),
        (".json", json.dumps(rows, ensure_ascii=False).encode()),
        (".html", f"<table>{table}</table>".encode()),
    ]


def _mutated(data: bytes, dice: random.Random) -> bytes:
    """Some of: bytes changed, a part gone, a part twice, zeros, the end cut off, noise added."""
    made = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 8))):
        at, length = dice.randrange(max(len(made), 1)), dice.choice((1, 4, 64, 4_096))
        way = dice.randrange(6)
        if way == 0:
            made[at : at + length] = dice.randbytes(min(length, max(len(made) - at, 0)))
        elif way == 1:
            del made[at : at + length]
        elif way == 2:
            made[at:at] = made[at : at + length]
        elif way == 3:
            made[at : at + length] = bytes(min(length, max(len(made) - at, 0)))
        elif way == 4:
            del made[at:]
        else:
            made += dice.randbytes(length)
    return bytes(made)


def _data_file(folder: Path, kind: str, dice: random.Random) -> Path:
    if kind == "key":
        return folder / "landing" / "key"
    if kind in ("meta.json", "original"):
        batch = dice.choice(sorted(path for path in (folder / "landing").iterdir() if path.is_dir()))
        return batch / kind if kind == "meta.json" else next((batch / kind).iterdir())
    return folder / kind


def fuzzed(base: Path, work: Path, examples: int, dice: random.Random) -> Outcome:
    import fuzz
    from zhenyin.web.app import describe

    outcome, description = Outcome("fuzzing"), describe()
    with _open(_copy(base, work / "fuzzed")) as workspace:
        for requests in (fuzz.written(description), fuzz.generated(description, examples, dice.randrange(1 << 30))):
            statuses, failed = fuzz.failures(workspace, requests)
            outcome.counts.update({f"HTTP {status}": n for status, n in statuses.items()})
            outcome.fallen += failed
    return outcome


def _copy(base: Path, to: Path) -> Path:
    shutil.copytree(base, to)
    return to


def table(outcomes: list[Outcome], seed: int, seconds: float) -> str:
    lines = [
        "# Kills, full disks, damaged files, hostile requests",
        "",
        f"`python bench/chaos.py --seed {seed}`, {seconds:.0f} s. Whatever falls is listed; each run must have none.",
        "",
        "| what | outcomes | fallen |",
        "|---|---|---|",
    ]
    for one in outcomes:
        counted = ", ".join(f"{name} {n:,}" for name, n in sorted(one.counts.items()))
        lines.append(f"| {one.name} | {counted} | {len(one.fallen)} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    read = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("kills", 60), ("disks", 12), ("files", 400), ("examples", 10), ("seed", 1)):
        read.add_argument(f"--{name}", type=int, default=default)
    read.add_argument("--keep", type=Path)
    given = read.parse_args()
    warnings.simplefilter("ignore")
    CHILDREN.set_forkserver_preload(["zhenyin.flows.nightly", "zhenyin.flows.rebuild", "zhenyin.flows.recovery"])
    started, dice, outcomes = time.monotonic(), random.Random(given.seed), []
    with TemporaryDirectory(prefix="chaos-") as folder:
        work = Path(folder)
        base = work / "base"
        make_base(base)
        runs: tuple[tuple[Callable[..., Outcome], int], ...] = (
            (kills, given.kills), (disks, given.disks), (files, given.files), (fuzzed, given.examples),
        )  # fmt: skip
        for run, count in runs:
            if count:
                outcomes.append(run(base, work, count, dice))
                print(outcomes[-1].name, dict(outcomes[-1].counts), *outcomes[-1].fallen[:20], sep="\n  ", flush=True)
    written = table(outcomes, given.seed, time.monotonic() - started)
    if given.keep:
        given.keep.write_text(written, "utf-8")
    return int(any(one.fallen for one in outcomes))


if __name__ == "__main__":
    sys.exit(main())
