"""The daily scan: a burst is told the next day, weekdays and quiet days are told to nobody, and the budget is kept."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import numpy as np
import pytest

from fixtures_facts import put, ticket
from zhenyin.core.settings import Settings
from zhenyin.detectors import DETECTORS, DetectorContext, DetectorSettings
from zhenyin.job.workspace import Workspace, open_workspace
from zhenyin.question import weekly
from zhenyin.watch import rules
from zhenyin.watch.scan import daily
from zhenyin.watch.scan.ticket_cube import ticket_cube

FIRST = date(2026, 3, 2)
WEEKS = 24
UNTIL = FIRST + timedelta(weeks=WEEKS, days=3)
_BUSY = (1.6, 1.2, 1.0, 1.0, 1.0, 0.6, 0.4)


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Six faults with about four tickets a day, few at weekends; one has a burst on the last day."""
    workspace = open_workspace(Settings(data_dir=tmp_path_factory.mktemp("daily")))
    dice, rows = np.random.default_rng(5), []
    for back in range((UNTIL - FIRST).days):
        day = datetime.combine(FIRST + timedelta(days=back), datetime.min.time()) + timedelta(hours=10)
        for fault in range(6):
            burst = 20 if fault == 3 and day.date() == UNTIL - timedelta(days=1) else 0
            for _ in range(int(dice.poisson(4 * _BUSY[day.weekday()])) + burst):
                rows.append(ticket(len(rows), day, fault=f"f{fault}", category="c", version=str(dice.integers(1, 3))))
    put(workspace.warehouse, "tickets", rows)
    yield workspace
    workspace.close()


def reported_on(workspace: Workspace, day: date) -> list[dict[str, str]]:
    weeks = weekly.whole_weeks(workspace, day)
    assert weeks is not None
    found = ticket_cube(workspace, rules.DAILY.metric, weeks)
    return [finding.where for finding in daily.daily_events(workspace, found, day)]


def test_a_burst_is_told_the_next_day(company: Workspace) -> None:
    assert {"fault": "f3"} in reported_on(company, UNTIL)


def test_nothing_is_told_of_the_days_before_it(company: Workspace) -> None:
    assert [reported_on(company, UNTIL - timedelta(days=ago)) for ago in (1, 3, 8)] == [[], [], []]


def test_what_was_told_is_not_told_again(company: Workspace) -> None:
    weeks = weekly.whole_weeks(company, UNTIL)
    assert weeks is not None
    found = ticket_cube(company, rules.DAILY.metric, weeks)
    (once,) = daily.daily_events(company, found, UNTIL)
    assert list(daily.daily_events(company, found, UNTIL, [once])) == []


def test_too_few_weeks_before_the_days_are_not_scanned(company: Workspace) -> None:
    assert reported_on(company, FIRST + timedelta(weeks=daily.BLOCK_WEEKS + 5)) == []


def test_monday_is_expected_to_be_busier_than_sunday(company: Workspace) -> None:
    weeks = weekly.whole_weeks(company, UNTIL)
    assert weeks is not None
    days = daily.days_of(company, ticket_cube(company, rules.DAILY.metric, weeks), UNTIL)
    assert days is not None
    by_weekday = daily.calendar_factor(days)[: 7 * WEEKS].reshape(WEEKS, 7).mean(axis=0)
    assert by_weekday == pytest.approx(np.array(_BUSY) / np.mean(_BUSY), rel=0.2)


@pytest.mark.parametrize("noise", [0.0, 0.1])
def test_over_quiet_days_the_budget_is_kept(noise: float) -> None:
    """2,500 slices with a mean of 0.2 a day, a long history before, and six nights of five false alarms each."""
    settings = DetectorSettings(false_alarms=5.0, windows=daily.WINDOW_DAYS, history=63, season=False)
    new = []
    for seed in range(6):
        dice = np.random.default_rng(seed)
        busy = np.tile(np.array(_BUSY), 9)
        base = dice.gamma(1.0, 1.0, (2_500, 1)) * busy
        wild = dice.gamma(1 / noise, noise, base.shape) if noise else 1.0
        before = base.mean(axis=1) * 350
        past = np.stack([dice.poisson(0.2 * before).astype(float), before])
        counts = dice.poisson(0.2 * base * wild).astype(float)
        alarms = DETECTORS[rules.DAILY.detector].run(counts, base, settings, DetectorContext(prior_counts=past))
        new.append(sum(alarm.new for alarm in alarms))
    assert 3.0 <= np.mean(new) <= 7.0
