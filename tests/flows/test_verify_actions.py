"""A verdict comes on its date, and what follows from it comes by itself."""

from datetime import date, datetime, timedelta

import numpy as np
import pytest

from fixtures_problems import AT, START, acted, fill, made, monday
from zhenyin.flows import nightly, verify_actions
from zhenyin.job.workspace import Workspace
from zhenyin.knowledge import store as knowledge
from zhenyin.problem import service, store
from zhenyin.problem.models import Action, Dossier
from zhenyin.problem.verdict import RECURRENCE_WEEKS
from zhenyin.watch import store as signals
from zhenyin.watch.models import Finding, Signal

DUE = monday(START + 8)


def shop(workspace: Workspace, factor: float, weeks: int = START + 8, again: float | None = None) -> None:
    """W10 leaks 30 times a week until the action, then by a factor of that, and again as before after 8 more weeks."""
    dice = np.random.default_rng(3)
    level = np.full(weeks, 30.0)
    level[START:] *= factor
    if again is not None:
        level[START + 8 :] = 30.0 * again
    fill(workspace, {"W10": dice.poisson(level).tolist(), "P8": [*dice.poisson(np.full(weeks, 40.0)).tolist(), 1]})


def solve(workspace: Workspace, **given: object) -> tuple[str, str]:
    """A problem with a cause and an action; their ids."""
    with workspace.store.begin() as db:
        problem_id = made(db, description="门封处渗水").problem.id
        service.add_cause(db, problem_id, "门封太硬", "confirmed", ["低温箱 3/20 渗水"], "li", AT)
        return problem_id, acted(db, problem_id, **given).id


def now(workspace: Workspace, problem_id: str) -> Dossier:
    with workspace.store.read() as db:
        return service.get(db, problem_id)


def action_of(workspace: Workspace, action_id: str) -> Action:
    with workspace.store.read() as db:
        return service.get_action(db, action_id)


def test_an_action_that_worked_makes_its_problem_verified_and_teaches_something(workspace: Workspace) -> None:
    shop(workspace, 0.5)
    problem_id, action_id = solve(workspace)
    done = verify_actions.run(workspace, DUE)
    assert done.verified == [problem_id]
    assert done.judged[action_id].outcome == "effective"
    verdict = done.judged[action_id]
    assert verdict.effect is not None
    assert verdict.effect.low < 0.5 < verdict.effect.high
    dossier = now(workspace, problem_id)
    assert dossier.problem.stage == "verified"
    with workspace.store.read() as db:
        article = knowledge.articles(db)[0]
    assert (article.id, article.problem_id, article.state) == (dossier.problem.article_id, problem_id, "proposed")
    assert (article.symptom, article.cause, article.fix) == ("门封处渗水", "门封太硬", "更换门封")
    assert article.effect == verdict.sentence


def test_before_its_date_nothing_is_told_however_good_it_looks(workspace: Workspace) -> None:
    shop(workspace, 0.2, START + 6)
    problem_id, action_id = solve(workspace)
    done = verify_actions.run(workspace, monday(START + 6))
    assert done.judged == {}
    assert now(workspace, problem_id).problem.stage == "verifying"
    preview = verify_actions.judge(workspace, action_id, "li", monday(START + 6)).verdict
    assert preview is not None
    assert (preview.outcome, preview.verdict_due_on, preview.final) == ("too_early", DUE, False)
    assert action_of(workspace, action_id).verdict is None
    assert str(DUE) in preview.sentence.zh
    assert str(DUE) in preview.sentence.en


def test_where_the_data_stops_short_of_the_window_it_stays_too_early(workspace: Workspace) -> None:
    shop(workspace, 0.2, START + 6)
    _, action_id = solve(workspace)
    preview = verify_actions.judge(workspace, action_id, "li", DUE + timedelta(days=3)).verdict
    assert preview is not None
    assert (preview.outcome, preview.reason, preview.final) == ("too_early", "data-behind", False)


def test_an_action_that_did_nothing_opens_its_problem_again(workspace: Workspace) -> None:
    shop(workspace, 1.0)
    problem_id, action_id = solve(workspace)
    done = verify_actions.run(workspace, DUE)
    assert (done.reopened, done.judged[action_id].outcome) == ([problem_id], "not_effective")
    assert now(workspace, problem_id).problem.stage == "reopened"
    with workspace.store.read() as db:
        assert knowledge.articles(db) == []


def test_while_another_action_is_under_way_a_failure_opens_nothing(workspace: Workspace) -> None:
    shop(workspace, 1.0)
    problem_id, _ = solve(workspace)
    with workspace.store.begin() as db:
        acted(db, problem_id, start=monday(START + 6))
    done = verify_actions.run(workspace, DUE)
    assert (done.reopened, len(done.judged)) == ([], 1)
    assert now(workspace, problem_id).problem.stage == "verifying"


def test_a_verdict_is_told_once_and_stays(workspace: Workspace) -> None:
    shop(workspace, 0.5)
    _, action_id = solve(workspace)
    first = verify_actions.run(workspace, DUE).judged[action_id]
    assert verify_actions.run(workspace, DUE + timedelta(days=1)).judged == {}
    assert verify_actions.judge(workspace, action_id, "wang", DUE + timedelta(days=2)).verdict == first
    assert action_of(workspace, action_id).verdict == first


def test_a_cancelled_action_is_not_judged(workspace: Workspace) -> None:
    shop(workspace, 0.5)
    _, action_id = solve(workspace)
    with workspace.store.begin() as db:
        service.cancel_action(db, action_id, "停产", "li", AT)
    assert verify_actions.run(workspace, DUE).judged == {}


def test_without_comparison_and_without_last_year_nothing_can_be_measured(workspace: Workspace) -> None:
    dice = np.random.default_rng(4)
    counts = dice.poisson(np.r_[np.full(30, 30.0), np.full(8, 12.0)]).tolist()
    fill(workspace, {"W10": counts, "P8": [40] * 38 + [1]})
    _, alone = solve(workspace, start=monday(30), comparison=None)
    _, compared = solve(workspace, start=monday(30))
    judged = verify_actions.run(workspace, monday(38)).judged
    assert (judged[alone].outcome, judged[alone].reason) == ("not_measurable", "no-reference")
    assert judged[compared].outcome == "effective"


def test_the_chart_shows_what_was_and_what_would_have_been(workspace: Workspace) -> None:
    shop(workspace, 0.5)
    _, action_id = solve(workspace)
    chart = verify_actions.run(workspace, DUE).judged[action_id].chart
    assert chart.band is not None
    observed, expected = (series.values for series in chart.series)
    start = chart.x.index(monday(START).isoformat())
    assert chart.kind == "verdict"
    assert [mark.x for mark in chart.marks] == [monday(START).isoformat()]
    assert expected[:start] == [None] * start
    low, high = (edge[start:] for edge in (chart.band.low, chart.band.high))
    assert all(a < baseline < b for a, baseline, b in zip(low, expected[start:], high, strict=True))
    assert np.mean(observed[start:]) < low[0]
    assert np.mean(observed[:start]) == pytest.approx(expected[start], rel=0.15)


@pytest.mark.parametrize(("again", "reopened"), [(0.5, False), (1.0, True)])
def test_a_fix_that_does_not_hold_is_found_out(workspace: Workspace, again: float, reopened: bool) -> None:
    shop(workspace, 0.5, START + 8 + RECURRENCE_WEEKS, again)
    problem_id, _ = solve(workspace)
    verify_actions.run(workspace, DUE)
    done = verify_actions.run(workspace, monday(START + 8 + RECURRENCE_WEEKS))
    assert done.reopened == ([problem_id] if reopened else [])
    assert now(workspace, problem_id).problem.stage == ("reopened" if reopened else "verified")


@pytest.mark.parametrize(
    ("where", "since", "opens"),
    [
        ({"product": "W10"}, DUE + timedelta(days=7), True),
        ({"product": "W10", "fault": "漏水"}, DUE + timedelta(days=7), True),
        ({"product": "P8"}, DUE + timedelta(days=7), False),
        ({"fault": "漏水"}, DUE + timedelta(days=7), False),
        ({"product": "W10"}, DUE - timedelta(days=14), False),
    ],
)
def test_a_new_signal_about_the_slice_opens_it_again(
    workspace: Workspace, where: dict[str, str], since: date, opens: bool
) -> None:
    shop(workspace, 0.5)
    problem_id, _ = solve(workspace)
    verify_actions.run(workspace, DUE)
    finding = Finding("ticket_count", where, since, since, 9, 3, 3, 2, 4, 9, "weekly")
    with workspace.store.begin() as db:
        signals.save(db, Signal("sig-1", finding, "open", since, since))
    done = verify_actions.run(workspace, DUE + timedelta(days=14))
    assert done.reopened == ([problem_id] if opens else [])
    with workspace.store.begin() as db:
        done = signals.get(db, "sig-1")
        assert done is not None
        assert done.problem_id == (problem_id if opens else None)
        # Somebody looks, finds nothing, and closes it: the same signal does not open it once more.
        if opens:
            at = datetime.combine(DUE + timedelta(days=15), datetime.min.time())
            service.move(db, problem_id, "closed", "li", at, "误报")
    assert verify_actions.run(workspace, DUE + timedelta(days=16)).reopened == []


def test_the_night_judges_what_is_due(workspace: Workspace) -> None:
    shop(workspace, 1.0)
    problem_id, action_id = solve(workspace)
    done = nightly.run(workspace, as_of=DUE)
    assert (done.judged, done.reopened) == (1, (problem_id,))
    assert done.summary().judged == 1
    with workspace.store.read() as db:
        kept = store.action(db, action_id)
    assert kept is not None
    assert kept.verdict is not None
    assert kept.verdict.judged_on == DUE
