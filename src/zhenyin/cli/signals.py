"""`zhenyin signals`: slices that left their baseline, and the scan that finds them."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from zhenyin.job.workspace import Workspace

_Json = Annotated[bool, typer.Option("--json", help="machine-readable, on standard output")]


def register(app: typer.Typer) -> None:
    app.command("signals")(signals)
    app.command("scan")(scan)


def signals(
    signal_id: Annotated[str, typer.Argument(metavar="[ID]", help="show this one", show_default=False)] = "",
    state: Annotated[str, typer.Option(help="open, dismissed, snoozed, inactive, rebaselined or all")] = "open",
    as_json: _Json = False,
) -> None:
    """List signals, most evidence first; or show one: why, and whether it is a batch or a change in the field."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.watch import presentation, store
    from zhenyin.watch.models import STATES

    if signal_id:
        _show(workspace, signal_id, as_json)
        return
    chosen = next((one for one in STATES if one == state), None)
    if chosen is None and state != "all":
        raise typer.BadParameter(f"--state cannot be {state!r}. Use one of {', '.join(STATES)} or all.")
    with workspace.store.read() as db:
        found = store.signals(db, chosen)
    if as_json:
        answer = [presentation.present_signal(signal).model_dump(mode="json") for signal in found]
        print(json.dumps(answer, ensure_ascii=False))
        return
    for signal in found:
        line = presentation.title(signal.finding).into(_session.language())
        print(f"{signal.id}\t{signal.state}\t{signal.finding.since}\t{line}")


def _show(workspace: "Workspace", signal_id: str, as_json: bool) -> None:
    from zhenyin.cli import _session
    from zhenyin.reliability.batch_or_field import batch_or_field
    from zhenyin.reliability.presentation import present_batch_or_field
    from zhenyin.watch import service
    from zhenyin.watch.detail import signal_detail
    from zhenyin.watch.presentation import title, why

    with workspace.store.read() as db:
        signal = service.get(db, signal_id)
    found = batch_or_field(workspace, signal.finding.where)
    axes = present_batch_or_field(found) if found else None
    if as_json:
        answer = signal_detail(workspace, signal_id).model_dump(mode="json")
        print(json.dumps(answer | {"batch_or_field": axes and axes.model_dump(mode="json")}, ensure_ascii=False))
        return
    lines = [title(signal.finding), why(signal.finding), axes.sentence if axes else None]
    print("\n".join(line.into(_session.language()) for line in lines if line))


def scan(
    as_of: Annotated[str, typer.Option(help="scan as on this day, YYYY-MM-DD", show_default=False)] = "",
    as_json: _Json = False,
) -> None:
    """Scan all slices now, as every night."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from datetime import date

    from zhenyin.core.words import Words
    from zhenyin.flows import nightly

    try:
        day = date.fromisoformat(as_of) if as_of else None
    except ValueError:
        raise typer.BadParameter(f"--as-of cannot be {as_of!r}. Use a day such as 2026-03-05.") from None
    result = nightly.run(workspace, as_of=day)
    words = Words(
        f"{len(result.signals)} 条预警，其中新增 {len(result.new)} 条，转为平静 {len(result.inactive)} 条",
        f"{len(result.signals)} signals, {len(result.new)} of them new; {len(result.inactive)} became inactive",
    )
    print(result.summary().model_dump_json() if as_json else words.into(_session.language()))
