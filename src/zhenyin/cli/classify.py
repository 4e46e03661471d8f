"""`zhenyin classify`: label all tickets anew by the taxonomy in force."""

import json
from dataclasses import asdict
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    app.command("classify")(classify)


def classify(
    as_json: Annotated[bool, typer.Option("--json", help="machine-readable, on standard output")] = False,
) -> None:
    """Fill blank labels, set priorities, link duplicates; what sources gave and people decided stays."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.core.words import Words
    from zhenyin.ticket import classify as labelling

    with workspace.store.read() as db:
        done = labelling.label_batch(workspace.warehouse, db)
    if as_json:
        print(json.dumps(asdict(done), ensure_ascii=False))
        return
    words = Words(
        f"{done.tickets:,} 条工单：补全 {sum(done.filled.values()):,} 个标签，故障未知 {done.unknown:,} 条，"
        f"重复报告 {done.duplicates:,} 条",
        f"{done.tickets:,} tickets: {sum(done.filled.values()):,} labels filled, {done.unknown:,} of unknown fault, "
        f"{done.duplicates:,} duplicates",
    )
    print(words.into(_session.language()))
