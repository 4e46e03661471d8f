"""`zhenyin topics`: what people are talking about."""

import json
from typing import Annotated, Any

import typer

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
    period: Annotated[str, typer.Option(help="the period that is counted")] = "last-8-weeks",
    as_json: _Json = False,
) -> None:
    """List topics, most tickets first, with their growth; find, show, rename, merge or split them."""
    from zhenyin.cli import door

    house = door.house()
    from zhenyin.core import clock
    from zhenyin.flows import topic_figures
    from zhenyin.flows import topics as flow
    from zhenyin.question.period import Period

    if number:
        if name:
            flow.rename(house, number, name, "cli")
        if merge_into:
            number = flow.merge(house, number, merge_into, "cli").number
        if split:
            flow.split(house, number, "cli")
    elif find:
        with door.progress() as line:
            flow.find(house, line, fresh=fresh)
    asked = Period.read(period, clock.today(house.settings.zone))
    told = topic_figures.one(house, number, asked) if number else topic_figures.landscape(house, asked)
    if as_json:
        print(json.dumps(told, ensure_ascii=False))
    elif number:
        _show(told, door.language())
    else:
        _list(told, door.language())


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
