"""`zhenyin signals`: what is out of line, and the scan that finds it."""

from typing import Annotated

import typer

from zhenyin.cli import _session
from zhenyin.cli._options import Json, one_of
from zhenyin.core.words import Words

_STATES = ("open", "dismissed", "snoozed", "inactive", "rebaselined", "all")


def register(app: typer.Typer) -> None:
    app.command("signals")(signals)
    app.command("scan")(scan)


def signals(
    signal_id: Annotated[str, typer.Argument(metavar="[ID]", help="show this one", show_default=False)] = "",
    state: Annotated[str, typer.Option(help=", ".join(_STATES))] = "open",
    as_json: Json = False,
) -> None:
    """List signals, most evidence first; or show one: why, and whether it is a batch or a change in the field."""
    if signal_id:
        _show(signal_id, as_json)
        return
    one_of("state", state, _STATES)
    for signal in _session.items("/signals", {"state": state}, as_json=as_json):
        print(f"{signal['id']}\t{signal['state']}\t{signal['period']['start']}\t{_session.text(signal['title'])}")


def scan(
    as_of: Annotated[str, typer.Option(help="scan as on this day, YYYY-MM-DD", show_default=False)] = "",
    as_json: Json = False,
) -> None:
    """Look through all slices now, as every night."""
    found = _session.run_job("/scans", {"as_of": as_of or None}, as_json=as_json)
    words = Words(
        f"{found['signals']} 条预警，其中新增 {found['new']} 条，转为不再活动 {found['inactive']} 条",
        f"{found['signals']} signals, {found['new']} of them new; {found['inactive']} became inactive",
    )
    print(words.into(_session.language()))


def _show(signal_id: str, as_json: bool) -> None:
    signal = _session.fetch(f"/signals/{signal_id}", as_json=as_json)
    axes = _session.fetch(f"/signals/{signal_id}/batch-or-field")["batch_or_field"]
    lines = [signal["title"], signal["why"], axes["sentence"] if axes else None]
    print("\n".join(_session.text(line) for line in lines if line))
