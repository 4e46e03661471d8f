"""T13 of the demo company is found, and the hours it costs are told."""

import pytest
from tests.story.conftest import Story

from zhenyin.process.ping_pong import bouncing
from zhenyin.question.filters import Filter

pytestmark = pytest.mark.slow


def test_t13_the_bouncing_tickets_their_teams_and_the_hours_lost_are_told(story: Story) -> None:
    truth = story.planted["T13"]
    found = bouncing(story.workspace)
    assert found is not None
    assert found.about[0].where == truth["where"]
    assert {team for one in found.senders for team in (one.by, one.to)} == set(truth["teams"])
    # Some of the planted tickets are duplicates or not valid, and do not count.
    assert found.round.tickets == pytest.approx(truth["tickets_with_history"], rel=0.04)
    planted = truth["hours_lost_with_history"] * found.round.tickets / truth["tickets_with_history"]
    # What tickets like them wait at their own few changes of hands is no loss of the bouncing.
    handovers = story.workspace.warehouse.query(
        "SELECT avg(transfers) FILTER (ping_pongs = 0) AS usual, avg(transfers) FILTER (ping_pongs > 0) AS bouncing "
        f"FROM tickets WHERE valid AND category = '{truth['where']['category']}'"
    ).to_pylist()[0]
    beyond = planted * (1 - handovers["usual"] / handovers["bouncing"])
    assert found.lost.low / 3600 < beyond < found.lost.high / 3600
    assert found.lost.secs / 3600 == pytest.approx(beyond, rel=0.12)


def test_where_nothing_bounces_nothing_is_claimed(story: Story) -> None:
    truth = story.planted["T13"]["where"]
    found = bouncing(
        story.workspace, [Filter("category", "not in", (truth["category"], "")), Filter("fault", "not null")]
    )
    assert found is not None
    assert found.round.tickets < 0.02 * story.planted["T13"]["tickets_with_history"]
