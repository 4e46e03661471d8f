"""`zhenyin import`, `batches`, `undo`, `rebuild`: files in, and out again."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from zhenyin.core.words import Words
    from zhenyin.intake.models import Batch, BatchResult, Mapping
    from zhenyin.job.workspace import Workspace

_WORDS = {
    "batch": ("批次", "batch"),
    "rows": ("行", "rows"),
    "tickets": ("工单", "tickets"),
    "events": ("事件", "events"),
    "problems": ("行问题", "row problems"),
    "unchanged": ("此文件以前已导入，没有变化。", "The file had been imported before; nothing changed."),
    "undone": ("已撤销批次 {}。", "The batch {} is out again."),
    "source": ("来源", "source"),
    "state": ("状态", "state"),
    "at": ("时间", "at"),
    "file": ("文件", "file"),
}
AsJson = Annotated[bool, typer.Option("--json", help="machine-readable, on standard output")]


def register(app: typer.Typer) -> None:
    app.command("import")(import_)
    app.command("batches")(batches)
    app.command("undo")(undo)
    app.command("rebuild")(rebuild)


def import_(
    file: Annotated[Path, typer.Argument(help="a CSV, Excel workbook, JSON, chat export or log")],
    source: Annotated[str | None, typer.Option(help="where the file comes from; default: its name")] = None,
    mapping: Annotated[Path | None, typer.Option(help="a JSON or TOML file that says which column is what")] = None,
    as_json: AsJson = False,
    scan: Annotated[bool, typer.Option("--scan", help="look for signals afterwards")] = False,
) -> None:
    """Bring a file into the facts. The same file twice changes nothing."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.flows.import_batch import import_file

    given = _mapping(mapping) if mapping else None
    with _shown(quiet=as_json) as progress:
        result = import_file(workspace, file, source=source, mapping=given, progress=progress)
    print(json.dumps(result.as_dict()) if as_json else _told(result))
    if scan and not result.unchanged:
        _scan(workspace)


def _scan(workspace: "Workspace") -> None:
    """Told on standard error: what an import says on standard output is a contract."""
    import sys

    from zhenyin.cli import _session
    from zhenyin.core.words import Words
    from zhenyin.flows import scan_job

    found = scan_job.scan(workspace)
    if isinstance(found, scan_job.ScanSkipped):
        words = found.skipped
    else:
        zh = f"扫描完成：{found.signals} 条预警，其中新增 {found.new} 条。"
        words = Words(zh, f"Scanned: {found.signals} signals, {found.new} of them new.")
    print(words.into(_session.language()), file=sys.stderr)


def batches(as_json: AsJson = False) -> None:
    """List the imports, the newest first."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.intake import store

    with workspace.store.read() as db:
        found = store.all_batches(db)
    if as_json:
        print(json.dumps([one.as_dict() for one in found], default=str, ensure_ascii=False))
    else:
        _table(found)


def undo(batch: Annotated[str, typer.Argument(help="the id of a batch; see `zhenyin batches`")]) -> None:
    """Take an import out again; what it had replaced comes back."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.flows.import_batch import undo as take_out

    take_out(workspace, batch)
    print(_word("undone").format(batch))


def rebuild(as_json: AsJson = False) -> None:
    """Make the warehouse anew from the original files, to the same figures."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.flows.rebuild import rebuild as replay

    with _shown(quiet=as_json) as progress:
        rows = replay(workspace, progress)
    print(json.dumps(rows) if as_json else "\n".join(f"{name:<10}{count:>12,}" for name, count in rows.items()))


def _mapping(path: Path) -> "Mapping":
    from zhenyin.intake.mapping_file import read

    return read(path)


def _told(result: "BatchResult") -> str:
    lines = [
        f"{_word(name)}  {value:,}" if isinstance(value, int) else f"{_word(name)}  {value}"
        for name, value in result.as_dict().items()
    ]
    return "\n".join([*lines, *([_word("unchanged")] if result.unchanged else [])])


def _table(found: "list[Batch]") -> None:
    from rich.console import Console
    from rich.table import Table

    names = ("batch", "source", "file", "state", "rows", "tickets", "events", "problems", "at")
    table = Table(*(_word(name) for name in names))
    for one in found:
        counts = (f"{count:,}" for count in (one.rows, one.tickets, one.events, one.problems))
        table.add_row(one.id, one.source, one.file, one.state.value, *counts, f"{one.at:%Y-%m-%d %H:%M}")
    Console().print(table)


@contextmanager
def _shown(quiet: bool) -> "Iterator[Callable[[float, Words], None] | None]":
    """A bar on standard error while the work goes on; nothing where only a machine looks."""
    import sys

    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    from zhenyin.cli import _session

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda done, words: bar.update(task, completed=done, description=words.into(_session.language()))


def _word(name: str) -> str:
    from zhenyin.cli import _session

    return _WORDS[name][_session.language() == "en"]
