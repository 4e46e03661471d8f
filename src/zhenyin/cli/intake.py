"""`zhenyin import`, `batches`, `undo`, `rebuild`: files in, and out again."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from zhenyin.cli import _session
from zhenyin.cli._options import Json
from zhenyin.core.words import Words

_WORDS = {
    "batch": Words("批次", "batch"),
    "rows": Words("行", "rows"),
    "tickets": Words("工单", "tickets"),
    "events": Words("事件", "events"),
    "problems": Words("行问题", "row problems"),
    "unchanged": Words("此文件以前已导入，没有变化。", "The file had been imported before; nothing changed."),
    "undone": Words("已撤销批次 {}。", "The batch {} is out again."),
    "source": Words("来源", "source"),
    "state": Words("状态", "state"),
    "at": Words("时间", "at"),
    "file": Words("文件", "file"),
}


_KEPT_ASIDE = Words("其他字段", "kept aside")


def register(app: typer.Typer) -> None:
    app.command("import")(import_)
    app.command("batches")(batches)
    app.command("undo")(undo)
    app.command("rebuild")(rebuild)


def import_(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="a CSV, Excel workbook, JSON, chat export or log")
    ],
    source: Annotated[str | None, typer.Option(help="where the file comes from; default: its name")] = None,
    mapping: Annotated[Path | None, typer.Option(help="a JSON or TOML file that says which column is what")] = None,
    as_json: Json = False,
    scan: Annotated[bool, typer.Option("--scan", help="look for signals afterwards")] = False,
) -> None:
    """Bring a file into the facts. The same file twice changes nothing."""
    # Never by the import itself: this command waits for the scan that it starts, and reports it.
    body = {"source": source, "mapping": _mapping(mapping) if mapping else None, "scan": False}
    upload = _session.api().upload("/uploads", file)
    result = _session.run_job("/imports", {**body, "upload": upload["id"]}, quiet=as_json)
    print(json.dumps(result) if as_json else _report(result))
    if scan and not result["unchanged"]:
        _scan()


def batches(as_json: Json = False) -> None:
    """List the imports, the newest first."""
    _table(list(_session.items("/batches", as_json=as_json)))


def undo(batch: Annotated[str, typer.Argument(help="the id of a batch; see `zhenyin batches`")]) -> None:
    """Take an import out again; what it had replaced comes back."""
    _session.run_job(f"/batches/{batch}/undo")
    print(_word("undone").format(batch))


def rebuild(as_json: Json = False) -> None:
    """Make the warehouse anew from the original files, to the same figures."""
    rows = _session.run_job("/rebuilds", as_json=as_json)
    print("\n".join(f"{name:<10}{count:>12,}" for name, count in rows.items()))


def _scan() -> None:
    """Reported on standard error: what an import says on standard output is a contract."""
    found = _session.run_job("/scans", {"after_import": True})
    if "skipped" in found:
        words = Words(**found["skipped"])
    else:
        zh = f"扫描完成：{found['signals']} 条预警，其中新增 {found['new']} 条。"
        words = Words(zh, f"Scanned: {found['signals']} signals, {found['new']} of them new.")
    print(words.into(_session.language()), file=sys.stderr)


def _mapping(path: Path) -> dict[str, Any]:
    from zhenyin.intake.mapping_file import read

    return read(path).as_dict()


def _report(result: dict[str, Any]) -> str:
    named = ((name, result[name]) for name in ("batch", "rows", "tickets", "events", "problems"))
    lines = [
        f"{_word(name)}  {value:,}" if isinstance(value, int) else f"{_word(name)}  {value}" for name, value in named
    ]
    left_out = [Words(**result["left_out"]).into(_session.language())] if result["left_out"] else []
    unchanged = [_word("unchanged")] if result["unchanged"] else []
    return "\n".join([*_columns(result["columns"]), *lines, *left_out, *unchanged])


def _columns(notes: list[dict[str, Any]]) -> Iterator[str]:
    """What each column was taken for, and why."""
    language = _session.language()
    for note in notes:
        title, why = Words(**note["title"]) if note["title"] else _KEPT_ASIDE, Words(**note["why"])
        yield f"  {note['column']} → {title.into(language)} ({why.into(language)})"


def _table(found: list[dict[str, Any]]) -> None:
    from rich.console import Console
    from rich.table import Table

    names = ("batch", "source", "file", "state", "rows", "tickets", "events", "problems", "at")
    table = Table(*(_word(name) for name in names))
    for one in found:
        counts = (f"{one[name]:,}" for name in ("rows", "tickets", "events", "problems"))
        table.add_row(one["id"], one["source"], one["file"], one["state"], *counts, one["at"][:16].replace("T", " "))
    Console().print(table)


def _word(name: str) -> str:
    return _WORDS[name].into(_session.language())
