"""T13 of the demo company is found, and the hours it costs are named."""

import pytest
from tests.story.conftest import Story

from zhenyin.process.ping_pong import ping_pong_of
from zhenyin.question.filters import Filter

pytestmark = pytest.mark.slow


def test_t13_the_bouncing_tickets_their_teams_and_the_hours_lost_are_told(story: Story) -> None:
    truth = story.planted["T13"]
    found = ping_pong_of(story.workspace)
    assert found is not None
    assert found.subgroups[0].where == truth["where"]
    assert {team for one in found.returns for team in (one.by, one.to)} == set(truth["teams"])
    # Some of the planted tickets are duplicates or not valid, and do not count.
    assert found.round_trips.tickets == pytest.approx(truth["tickets_with_history"], rel=0.04)
    planted = truth["hours_lost_with_history"] * found.round_trips.tickets / truth["tickets_with_history"]
    # What tickets like them wait at their own few changes of hands is no loss of the bouncing.
    handovers = story.workspace.warehouse.query(
        "SELECT avg(transfers) FILTER (ping_pongs = 0) AS straight, avg(transfers) FILTER (ping_pongs > 0) AS ping_pong "
        f"FROM tickets WHERE valid AND category = '{truth['where']['category']}'"
    ).to_pylist()[0]
    beyond = planted * (1 - handovers["straight"] / handovers["ping_pong"])
    assert found.excess_duration.low / 3600 < beyond < found.excess_duration.high / 3600
    assert found.excess_duration.seconds / 3600 == pytest.approx(beyond, rel=0.12)


def test_where_nothing_bounces_nothing_is_claimed(story: Story) -> None:
    truth = story.planted["T13"]["where"]
    found = ping_pong_of(
        story.workspace, [Filter("category", "not in", (truth["category"], "")), Filter("fault", "not null")]
    )
    assert found is not None
    assert found.round_trips.tickets < 0.02 * story.planted["T13"]["tickets_with_history"]
