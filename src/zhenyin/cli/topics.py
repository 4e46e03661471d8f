"""`zhenyin topics`: what people are talking about."""

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from zhenyin.job.workspace import Workspace
    from zhenyin.question.period import Period

_Json = Annotated[bool, typer.Option("--json", help="machine-readable, on standard output")]


def register(app: typer.Typer) -> None:
    app.command("topics")(topics)


def topics(
    number: Annotated[int, typer.Argument(help="show this topic, or change it", show_default=False)] = 0,
    find: Annotated[bool, typer.Option("--find", help="find topics now; known ones keep number and name")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="with --find: forget all that is known")] = False,
    name: Annotated[str, typer.Option(help="give the topic another name", show_default=False)] = "",
    merge_into: Annotated[int, typer.Option(help="merge the topic into this one", show_default=False)] = 0,
    split: Annotated[bool, typer.Option("--split", help="divide the topic in two")] = False,
    trends: Annotated[
        bool, typer.Option("--trends", help="what rose against the time before, and the vital few")
    ] = False,
    period: Annotated[str, typer.Option(help="the period that is counted")] = "last-8-weeks",
    as_json: _Json = False,
) -> None:
    """List topics, most tickets first, with their growth, or what rose; find, show, rename, merge or split them."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.core import clock
    from zhenyin.question.period import Period
    from zhenyin.topic import figures
    from zhenyin.topic import service as flow

    if number:
        number = _changed(workspace, number, name, merge_into, split)
    elif find:
        with _session.progress() as line:
            flow.find(workspace, line, fresh=fresh)
    asked = Period.read(period, clock.today(workspace.settings.zone))
    if trends and not number:
        _trends(workspace, asked, as_json)
        return
    told = figures.one(workspace, number, asked) if number else figures.landscape(workspace, asked)
    if as_json:
        print(json.dumps(told, ensure_ascii=False))
    elif number:
        _show(told, _session.language())
    else:
        _list(told, _session.language())


def _changed(workspace: "Workspace", number: int, name: str, into: int, split: bool) -> int:
    """Rename, merge or split a topic; returns the number that is left."""
    from zhenyin.topic import service as flow

    if name:
        flow.rename(workspace, number, name, "cli")
    if into:
        number = flow.merge(workspace, number, into, "cli").number
    if split:
        flow.split(workspace, number, "cli")
    return number


def _trends(workspace: "Workspace", period: "Period | None", as_json: bool) -> None:
    from zhenyin.cli import _session
    from zhenyin.topic.trends import trends_of

    if period is None:
        raise typer.BadParameter("All time has no time before it. Use a period such as last-4-weeks or 2026-10.")
    told, language = trends_of(workspace, period), _session.language()
    if as_json:
        print(json.dumps(told, ensure_ascii=False))
        return
    print(told["sentence"][language])
    for topic in told["topics"]:
        if topic["vital"] or topic["rose"]:
            print(f"{topic['number']}\t{topic['label']}\t{topic['running']:.0%}\t{_rise(topic)}")
    for phrase in told["phrases"]:
        print(f"  {phrase['text']}\t{_rise(phrase)}")


def _rise(told: dict[str, Any]) -> str:
    sign = "▲ " if told["rose"] else ""
    return f"{told['tickets']:,.0f}\t{told['before']:,.0f}\t{sign}×{told['ratio']:.2f} ({told['low']:.2f}..{told['high']:.2f})"


def _list(told: dict[str, Any], language: str) -> None:
    for topic in told["topics"]:
        growth = topic["growth"]
        sign = f"×{growth['ratio']:.1f} {growth['since']}" if growth else ""
        print(f"{topic['number']}\t{topic['tickets']}\t{topic['share']:.1%}\t{topic['label']}\t{sign}")
    print(told["chart"]["title"][language])


def _show(told: dict[str, Any], language: str) -> None:
    print(f"{told['number']}\t{told['tickets']}\t{told['label']}")
    for phrase in told["phrases"]:
        print(f"  {phrase['text']}\t{phrase['share']:.0%}\t×{phrase['lift']:.1f}")
    for field in told["fields"]:
        title = field["title"][language]
        print(f"  {title} {field['value']}\t{field['share']:.0%}\t×{field['lift']:.1f}")
    for ticket in told["representatives"]:
        print(f"  {ticket['ticket_id']}\t{ticket['text']}")
