"""`zhenyin classify`: label all tickets anew by the taxonomy in force."""

import typer

from zhenyin.cli import _session
from zhenyin.cli._options import Json
from zhenyin.core.words import Words


def register(app: typer.Typer) -> None:
    app.command("classify")(classify)


def classify(as_json: Json = False) -> None:
    """Fill blank labels, set priorities, link duplicates; what sources gave and people decided stays."""
    done = _session.run_job("/label-runs", as_json=as_json)
    filled = sum(done["filled"].values())
    words = Words(
        f"{done['tickets']:,} 条工单：补全 {filled:,} 个标签，故障未知 {done['unknown']:,} 条，"
        f"重复报告 {done['duplicates']:,} 条",
        f"{done['tickets']:,} tickets: {filled:,} labels filled, {done['unknown']:,} of unknown fault, "
        f"{done['duplicates']:,} duplicates",
    )
    print(words.into(_session.language()))
