"""T13 of the demo company is found, and the hours it costs are told."""

import pytest
from tests.story.conftest import Story

from zhenyin.flows.ping_pong import bouncing
from zhenyin.question.filters import Filter

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("story")]


def test_t13_the_bouncing_tickets_their_teams_and_the_hours_lost_are_told(story: Story) -> None:
    truth = story.planted["T13"]
    found = bouncing(story.house)
    assert found is not None
    assert found.about[0].where == truth["where"]
    assert {team for one in found.senders for team in (one.by, one.to)} == set(truth["teams"])
    # Some of the planted tickets are duplicates or not valid, and do not count.
    assert found.round.tickets == pytest.approx(truth["tickets_with_history"], rel=0.04)
    planted = truth["hours_lost_with_history"] * found.round.tickets / truth["tickets_with_history"]
    assert found.lost.low / 3600 < planted < found.lost.high / 3600
    assert found.lost.secs / 3600 == pytest.approx(planted, rel=0.12)


def test_where_nothing_bounces_nothing_is_claimed(story: Story) -> None:
    truth = story.planted["T13"]["where"]
    found = bouncing(story.house, [Filter("category", "not in", (truth["category"], "")), Filter("fault", "not null")])
    assert found is not None
    assert found.round.tickets < 0.02 * story.planted["T13"]["tickets_with_history"]
