"""A topic that grows is a signal, unless a signal explains it already."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import numpy as np
import pytest

from fixtures_facts import put, ticket
from zhenyin.core.settings import Settings
from zhenyin.job.workspace import Workspace, open_workspace
from zhenyin.question import weekly
from zhenyin.question.weekly import Weeks
from zhenyin.watch import presentation
from zhenyin.watch.models import Finding
from zhenyin.watch.scan.topics import topic_events

FIRST = datetime(2026, 1, 5, 12)
GROWS = {"topic": "t3"}


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Eight topics of ten tickets a week for forty weeks; one has thirty in the last two, all with one fault."""
    workspace = open_workspace(Settings(data_dir=tmp_path_factory.mktemp("topics")))
    dice, rows = np.random.default_rng(2), []
    for week in range(40):
        for topic in range(8):
            more = 20 if topic == 3 and week >= 38 else 0
            for i in range(int(dice.poisson(10)) + more):
                day = FIRST + timedelta(weeks=week, days=i % 7)
                rows.append(ticket(len(rows), day, topic=f"t{topic}", fault="new" if i < more else "old"))
    put(workspace.warehouse, "tickets", rows)
    yield workspace
    workspace.close()


def found_topics(workspace: Workspace, weeks_ago: int = 0, reported: tuple[Finding, ...] = ()) -> list[Finding]:
    whole = weekly.whole_weeks(workspace, None)
    assert whole is not None
    return list(topic_events(workspace, Weeks(whole.first, whole.count - weeks_ago), reported))


def test_a_topic_that_grows_is_told_with_its_weeks(company: Workspace) -> None:
    (found,) = found_topics(company)
    assert found.where == GROWS
    assert found.since == date(2026, 1, 5) + timedelta(weeks=38)
    assert found.low < 3 < found.high
    sentence = presentation.why(found)
    assert sentence is not None
    assert "t3" in sentence.zh
    assert "t3" in sentence.en


def test_nothing_is_told_before_it_grows(company: Workspace) -> None:
    assert found_topics(company, weeks_ago=3) == []


def test_what_a_signal_explains_is_not_told_again(company: Workspace) -> None:
    since = date(2026, 1, 5) + timedelta(weeks=38)
    known = Finding("ticket_count", {"fault": "new"}, since, since, 40, 1, 40, 20, 80, 30, "weekly")
    assert found_topics(company, reported=(known,)) == []


def test_tickets_without_topics_tell_nothing(workspace: Workspace) -> None:
    put(workspace.warehouse, "tickets", [ticket(i, FIRST + timedelta(days=i)) for i in range(300)])
    assert found_topics(workspace) == []
