"""`zhenyin demo`: two years of an invented company, imported and looked through; then served if wanted."""

from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    app.command("demo")(demo)


def demo(
    tickets: Annotated[int, typer.Option(min=1_000, help="about how many tickets the company has")] = 120_000,
    seed: Annotated[int, typer.Option(help="the same seed tells the same story")] = 7,
    serve: Annotated[bool, typer.Option("--serve", help="serve the pages afterwards")] = False,
) -> None:
    """Fill the data folder with the demo company; done once, it is quick the second time."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.core.words import Words
    from zhenyin.flows import demo_company

    with _session.progress() as progress:
        state, before = demo_company.build_demo(workspace, seed=seed, tickets=tickets, progress=progress)
    said = Words(
        f"演示公司就绪：{state.tickets:,} 条工单，截至 {state.until}，预警 {state.signals} 条，用时 {state.seconds:.0f} 秒",
        f"The demo company is ready: {state.tickets:,} tickets until {state.until}, {state.signals} signals, "
        f"made in {state.seconds:.0f} s",
    )
    again = Words("（此前已生成）", " (earlier)") if before else None
    print(said.into(_session.language()) + (again.into(_session.language()) if again else ""), flush=True)
    # In another process's workspace there is a server already.
    if serve and not _session.is_given():
        from zhenyin.cli import serve as server

        _session.leave()
        server.serve(host="", port=None)
