"""A topic that grows is a signal, unless a signal explains it already."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import numpy as np
import pytest

from fixtures_facts import put, ticket
from zhenyin.core.settings import Settings
from zhenyin.job.workspace import House, open_house
from zhenyin.question import weekly
from zhenyin.question.weekly import Weeks
from zhenyin.watch.models import Finding
from zhenyin.watch.scan.topics import topic_events

FIRST = datetime(2026, 1, 5, 12)
GROWS = {"topic": "t3"}


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Eight topics of ten tickets a week for forty weeks; one has thirty in the last two, all with one fault."""
    house = open_house(Settings(data_dir=tmp_path_factory.mktemp("topics")))
    dice, rows = np.random.default_rng(2), []
    for week in range(40):
        for topic in range(8):
            more = 20 if topic == 3 and week >= 38 else 0
            for i in range(int(dice.poisson(10)) + more):
                day = FIRST + timedelta(weeks=week, days=i % 7)
                rows.append(ticket(len(rows), day, topic=f"t{topic}", fault="new" if i < more else "old"))
    put(house.warehouse, "tickets", rows)
    yield house
    house.close()


def told(house: House, weeks_ago: int = 0, known: tuple[Finding, ...] = ()) -> list[Finding]:
    whole = weekly.whole_weeks(house, None)
    assert whole is not None
    return list(topic_events(house, Weeks(whole.first, whole.count - weeks_ago), known))


def test_a_topic_that_grows_is_told_with_its_weeks(company: House) -> None:
    (found,) = told(company)
    assert found.where == GROWS
    assert found.since == date(2026, 1, 5) + timedelta(weeks=38)
    assert found.low < 3 < found.high
    assert all("t3" in text for text in found.evidence["sentence"].values())


def test_nothing_is_told_before_it_grows(company: House) -> None:
    assert told(company, weeks_ago=3) == []


def test_what_a_signal_explains_is_not_told_again(company: House) -> None:
    since = date(2026, 1, 5) + timedelta(weeks=38)
    known = Finding("ticket_count", {"fault": "new"}, since, since, 40, 1, 40, 20, 80, 30, "weekly")
    assert told(company, known=(known,)) == []


def test_tickets_without_topics_tell_nothing(house: House) -> None:
    put(house.warehouse, "tickets", [ticket(i, FIRST + timedelta(days=i)) for i in range(300)])
    assert told(house) == []
