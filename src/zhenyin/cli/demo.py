"""`zhenyin demo`: two years of an invented company, imported and looked through; then served if wanted."""

from typing import Annotated

import typer

from zhenyin.cli import _session
from zhenyin.core.words import Words


def register(app: typer.Typer) -> None:
    app.command("demo")(demo)


def demo(
    tickets: Annotated[int, typer.Option(min=1_000, help="about how many tickets the company has")] = 120_000,
    seed: Annotated[int, typer.Option(help="the same seed gives the same company")] = 7,
    serve: Annotated[bool, typer.Option("--serve", help="serve the pages afterwards")] = False,
) -> None:
    """Fill the data folder with the demo company; done once, it is quick the second time."""
    made = _session.run_job("/demo", {"seed": seed, "tickets": tickets})
    words = Words(
        f"演示公司就绪：{made['tickets']:,} 条工单，截至 {made['until']}，预警 {made['signals']} 条，"
        f"用时 {made['seconds']:.0f} 秒",
        f"The demo company is ready: {made['tickets']:,} tickets until {made['until']}, {made['signals']} signals, "
        f"made in {made['seconds']:.0f} s",
    )
    earlier = Words("（此前已生成）", " (earlier)").into(_session.language()) if made["existed"] else ""
    print(words.into(_session.language()) + earlier, flush=True)
    if serve and _session.has_folder():
        from zhenyin.cli import serve as server

        _session.leave()
        server.serve(host="", port=None)
