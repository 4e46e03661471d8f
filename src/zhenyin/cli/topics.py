"""`zhenyin topics`: what people are talking about."""

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from zhenyin.core.words import Language
    from zhenyin.job.workspace import Workspace
    from zhenyin.question.period import Period
    from zhenyin.topic.presentation import LandscapeView, RateChangeView, TopicDetailView

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
        bool, typer.Option("--trends", help="what increased against the period before, and the vital few")
    ] = False,
    period: Annotated[str, typer.Option(help="the period that is counted")] = "last-8-weeks",
    as_json: _Json = False,
) -> None:
    """List topics, most tickets first, with their growth, or what increased; find, show, rename, merge or split them."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.core import clock
    from zhenyin.question.period import Period
    from zhenyin.topic import figures, presentation, service

    if number:
        number = _changed(workspace, number, name, merge_into, split)
    elif find:
        with _session.progress() as line:
            service.find(workspace, line, fresh=fresh)
    chosen = Period.read(period, clock.today(workspace.settings.zone))
    if trends and not number:
        _trends(workspace, chosen, as_json)
        return
    if number:
        detail = presentation.present_detail(figures.topic_detail(workspace, number, chosen))
        print(detail.model_dump_json()) if as_json else _show(detail, _session.language())
    else:
        listed = presentation.present_landscape(figures.landscape(workspace, chosen))
        print(listed.model_dump_json()) if as_json else _list(listed, _session.language())


def _changed(workspace: "Workspace", number: int, name: str, into: int, split: bool) -> int:
    """Rename, merge or split a topic; returns the number that is left."""
    from zhenyin.topic import service

    if name:
        service.rename(workspace, number, name, "cli")
    if into:
        number = service.merge(workspace, number, into, "cli").number
    if split:
        service.split(workspace, number, "cli")
    return number


def _trends(workspace: "Workspace", period: "Period | None", as_json: bool) -> None:
    from zhenyin.cli import _session
    from zhenyin.topic.presentation import present_trends
    from zhenyin.topic.trends import trends_of

    if period is None:
        raise typer.BadParameter("All time has no time before it. Use a period such as last-4-weeks or 2026-10.")
    found = present_trends(trends_of(workspace, period))
    if as_json:
        print(found.model_dump_json())
        return
    print(found.sentence.into(_session.language()))
    for topic in found.topics:
        if topic.pareto or topic.increased:
            print(f"{topic.number}\t{topic.label}\t{topic.cumulative_share:.0%}\t{_change(topic)}")
    for phrase in found.phrases:
        print(f"  {phrase.text}\t{_change(phrase)}")


def _change(found: "RateChangeView") -> str:
    sign = "▲ " if found.increased else ""
    interval = f"{found.interval['low']:.2f}..{found.interval['high']:.2f}"
    return f"{found.tickets:,.0f}\t{found.before:,.0f}\t{sign}×{found.ratio:.2f} ({interval})"


def _list(listed: "LandscapeView", language: "Language") -> None:
    for topic in listed.topics:
        growth = topic.growth
        sign = f"×{growth.ratio:.1f} {growth.since}" if growth else ""
        print(f"{topic.number}\t{topic.tickets}\t{topic.share:.1%}\t{topic.label}\t{sign}")
    print(listed.chart.title.into(language))


def _show(detail: "TopicDetailView", language: "Language") -> None:
    print(f"{detail.number}\t{detail.tickets}\t{detail.label}")
    for phrase in detail.phrases:
        print(f"  {phrase.text}\t{phrase.share:.0%}\t×{phrase.lift:.1f}")
    for field in detail.fields:
        print(f"  {field.title.into(language)} {field.value}\t{field.share:.0%}\t×{field.lift:.1f}")
    for ticket in detail.representatives:
        print(f"  {ticket.ticket_id}\t{ticket.text}")
