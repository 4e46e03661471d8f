"""`zhenyin problems`, `zhenyin actions`, `zhenyin verify`: what is being solved, and whether it worked."""

import json
from typing import Annotated

import typer

_Json = Annotated[bool, typer.Option("--json", help="machine-readable, on standard output")]


def register(app: typer.Typer) -> None:
    app.command("problems")(problems)
    app.command("actions")(actions)
    app.command("verify")(verify)


def problems(
    stage: Annotated[str, typer.Option(help="one stage, or all", show_default=True)] = "all", as_json: _Json = False
) -> None:
    """List problems, the newest first."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.core import clock
    from zhenyin.problem import presentation, store
    from zhenyin.problem.vocabulary import STAGES

    if stage not in (*STAGES, "all"):
        raise typer.BadParameter(f"--stage cannot be {stage!r}. Use one of {', '.join(STAGES)} or all.")
    with workspace.store.read() as db:
        found, people = store.dossiers(db), presentation.people_names(db)
    kept = [d for d in found if stage in ("all", d.problem.stage)]
    lines = presentation.present_briefs(workspace.warehouse, kept, people, clock.today(workspace.settings.zone))
    if as_json:
        print(json.dumps([line.model_dump(mode="json") for line in lines], ensure_ascii=False))
        return
    for line in lines:
        title = line.stage_title.into(_session.language())
        print(f"{line.id}\t{title}\t{line.owner or '—'}\t{line.tickets}\t{line.title}")


def actions(as_json: _Json = False) -> None:
    """List actions with their verdicts, in the order in which they started."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.core import clock
    from zhenyin.problem import presentation, store
    from zhenyin.problem.action_presentation import present_action
    from zhenyin.problem.vocabulary import OUTCOMES

    today = clock.today(workspace.settings.zone)
    with workspace.store.read() as db:
        found, people = store.actions(db), presentation.people_names(db)
    if as_json:
        shown = [present_action(action, people, today).model_dump(mode="json") for action in found]
        print(json.dumps(shown, ensure_ascii=False))
        return
    for action in found:
        plan, verdict = action.plan, action.verdict
        outcome = OUTCOMES[verdict.outcome].into(_session.language()) if verdict else str(plan.judge_on)
        print(f"{action.id}\t{action.state(today)}\t{plan.start}\t{outcome}\t{plan.title}")


def verify(
    as_of: Annotated[str, typer.Option(help="judge as on this day, YYYY-MM-DD", show_default=False)] = "",
    as_json: _Json = False,
) -> None:
    """Judge the actions whose day has come, and reopen what did not hold."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from datetime import date

    from zhenyin.flows import verify_actions
    from zhenyin.problem import service

    try:
        day = date.fromisoformat(as_of) if as_of else None
    except ValueError:
        raise typer.BadParameter(f"--as-of cannot be {as_of!r}. Use a day such as 2026-03-05.") from None
    with _session.progress() as progress:
        done = verify_actions.run(workspace, day, progress=progress)
    if as_json:
        print(json.dumps(done.as_dict(), ensure_ascii=False))
        return
    for action_id, verdict in done.judged.items():
        with workspace.store.read() as db:
            title = service.get_action(db, action_id).plan.title
        print(
            f"{title}\t{verdict.sentence.into(_session.language())}\t{verdict.naive_sentence.into(_session.language())}"
        )
    for problem_id in done.reopened:
        print(f"{problem_id}\treopened")
