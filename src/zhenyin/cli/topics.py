"""`zhenyin topics`: what people are talking about."""

from typing import Annotated, Any

import typer

from zhenyin.cli import _session
from zhenyin.cli._options import Json, Period

app = typer.Typer(
    help="What people are talking about: list, show, trends, discover, rename, merge, split.", no_args_is_help=True
)

Number = Annotated[int, typer.Argument(help="the number of a topic", min=1)]


@app.command("list")
def list_topics(period: Period = "last-8-weeks", as_json: Json = False) -> None:
    """Topics, most tickets first, with their growth."""
    found = _session.fetch("/topics", {"period": period}, as_json=as_json)
    for topic in found["topics"]:
        growth = topic["growth"]
        rise = f"×{growth['ratio']:.1f} {growth['since']}" if growth and growth["ratio"] is not None else ""
        print(f"{topic['number']}\t{topic['tickets']}\t{topic['share']:.1%}\t{topic['label']}\t{rise}")
    print(_session.text(found["chart"]["title"]))


@app.command("show")
def show(number: Number, period: Period = "last-8-weeks", as_json: Json = False) -> None:
    """One topic: its phrases, the values that distinguish it, and tickets that represent it."""
    found = _session.fetch(f"/topics/{number}", {"period": period}, as_json=as_json)
    print(f"{found['number']}\t{found['tickets']}\t{found['label']}")
    for phrase in found["phrases"]:
        print(f"  {phrase['text']}\t{phrase['share']:.0%}\t×{phrase['lift']:.1f}")
    for field in found["fields"]:
        print(f"  {_session.text(field['title'])} {field['value']}\t{field['share']:.0%}\t×{field['lift']:.1f}")
    for ticket in found["representatives"]:
        print(f"  {ticket['ticket_id']}\t{ticket['text']}")


@app.command("trends")
def trends(period: Period = "last-4-weeks", as_json: Json = False) -> None:
    """What increased against the period before, and the few topics that make up most tickets."""
    found = _session.fetch("/topics/trends", {"period": period}, as_json=as_json)
    if not found["available"]:
        print(_session.text(found["reason"]))
        return
    print(_session.text(found["sentence"]))
    for topic in found["topics"]:
        if topic["pareto"] or topic["increased"]:
            print(f"{topic['number']}\t{topic['label']}\t{topic['cumulative_share']:.0%}\t{_change(topic)}")
    for phrase in found["phrases"]:
        print(f"  {phrase['text']}\t{_change(phrase)}")


@app.command("discover")
def discover(
    fresh: Annotated[bool, typer.Option("--fresh", help="forget all that is known")] = False, as_json: Json = False
) -> None:
    """Find topics now; known ones keep number and name."""
    _session.run_job("/topic-runs", query={"fresh": fresh}, as_json=as_json)
    list_topics()


@app.command("rename")
def rename(number: Number, name: Annotated[str, typer.Argument(help="the new name")], as_json: Json = False) -> None:
    """Give a topic another name."""
    found = _session.fetch(f"/topics/{number}", method="PATCH", body={"name": name}, as_json=as_json)
    print(f"{found['number']}\t{found['name']}")


@app.command("merge")
def merge(number: Number, into: Number, as_json: Json = False) -> None:
    """Merge a topic into another one."""
    found = _session.fetch(f"/topics/{number}/merge", method="POST", body={"into": into}, as_json=as_json)
    print(f"{found['number']}\t{found['name']}")


@app.command("split")
def split(number: Number, as_json: Json = False) -> None:
    """Divide a topic in two."""
    for topic in _session.fetch(f"/topics/{number}/split", method="POST", as_json=as_json):
        print(f"{topic['number']}\t{topic['name']}")


def _change(one: dict[str, Any]) -> str:
    sign = "▲ " if one["increased"] else ""
    low, high = one["interval"]["low"], one["interval"]["high"]
    return f"{one['tickets']:,.0f}\t{one['before']:,.0f}\t{sign}×{one['ratio']:.2f} ({low:.2f}..{high:.2f})"
