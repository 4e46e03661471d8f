"""Mix and rate effect on cells that one can count, and who is behind the rate effect."""

import numpy as np
import pytest

from zhenyin.explain.mix_rate import decompose, rate_contributors
from zhenyin.stats.leaves import Leaves

FAULTS, AGENTS, TEAMS = ["", "easy", "hard"], ["", "甲", "乙", "丙", "丁"], ["", "north", "south"]


def _leaves(*rows: tuple[int, int, int, float, float]) -> Leaves:
    """fault, agent, team as codes; number of tickets, hours of each."""
    codes = np.array([row[:3] for row in rows])
    n, hours = np.array([row[3:] for row in rows]).T
    return Leaves(("fault", "agent", "team"), [FAULTS, AGENTS, TEAMS], codes, n * hours, n)


REFERENCE = _leaves((1, 1, 1, 300, 4.0), (2, 1, 1, 100, 16.0))


@pytest.mark.parametrize(
    ("own", "mix", "rate", "reversal"),
    [
        (_leaves((1, 1, 1, 300, 4.0), (2, 1, 1, 100, 16.0)), 0.0, 0.0, False),
        (_leaves((1, 1, 1, 200, 4.0), (2, 1, 1, 200, 16.0)), 3.0, 0.0, False),
        (_leaves((1, 1, 1, 300, 8.0), (2, 1, 1, 100, 20.0)), 0.0, 4.0, False),
        (_leaves((1, 1, 1, 100, 3.0), (2, 1, 1, 300, 15.0)), 6.0, -1.0, True),
    ],
    ids=["alike", "another mix", "slower on like tickets", "turned round"],
)
def test_mix_and_rate_add_up_to_the_difference(own: Leaves, mix: float, rate: float, reversal: bool) -> None:
    found = decompose(own, REFERENCE)
    assert found.by == ("fault",)
    assert (found.split.mix, found.split.rate) == (pytest.approx(mix), pytest.approx(rate))
    assert found.split.difference == pytest.approx(mix + rate)
    assert found.split.reversal == reversal


def test_the_values_behind_the_mix_effect_come_largest_first_and_add_up_to_it() -> None:
    found = decompose(_leaves((1, 1, 1, 200, 4.0), (2, 1, 1, 200, 16.0)), REFERENCE)
    effects = [abs(one.effect) for one in found.mix_contributors]
    assert effects == sorted(effects, reverse=True)
    assert sum(one.effect for one in found.mix_contributors) == pytest.approx(found.split.mix)
    assert {one.value for one in found.mix_contributors[:2]} == {"easy", "hard"}


def test_expected_is_the_mean_of_like_tickets_of_the_reference() -> None:
    own = _leaves((1, 2, 1, 50, 10.0), (2, 3, 1, 10, 20.0))
    assert decompose(own, REFERENCE).expected.tolist() == pytest.approx([200.0, 160.0])


def test_a_cell_that_the_reference_lacks_is_expected_at_its_overall_mean() -> None:
    own, other = _leaves((1, 1, 1, 50, 4.0), (2, 1, 1, 10, 9.0)), _leaves((1, 1, 1, 100, 4.0))
    assert decompose(own, other).expected.tolist() == pytest.approx([200.0, 40.0])


def test_who_is_behind_the_rate_effect_is_named_with_its_share() -> None:
    own = _leaves((1, 1, 1, 100, 4.0), (1, 2, 1, 100, 12.0), (2, 3, 2, 100, 16.0))
    (one,) = rate_contributors(own, decompose(own, REFERENCE))
    assert (one.where, one.observed, one.expected, one.share) == ({"agent": "乙"}, 1200.0, 400.0, 1.0)
    assert one.observed / one.expected - one.half_width > 1


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ([(1, 1, 1, 100, 4.0), (1, 2, 1, 29, 12.0)], ["north"]),  # too few tickets of the agent: the team
        ([(1, 1, 1, 100, 4.0), (1, 0, 0, 100, 12.0)], []),  # nobody knows who
        ([(1, 1, 1, 400, 4.2), (1, 2, 1, 100, 4.2)], []),  # no more than chance
        ([(1, 1, 1, 100, 12.0), (1, 2, 1, 100, 10.0), (1, 3, 1, 100, 9.0), (1, 4, 1, 100, 8.0)], ["甲", "乙", "丙"]),
        ([(1, 1, 1, 100, 1.0), (1, 2, 1, 100, 4.0)], ["甲"]),  # faster, where all is faster
    ],
)
def test_only_clear_contributors_are_named_and_three_at_most(
    rows: list[tuple[int, int, int, float, float]], named: list[str]
) -> None:
    own = _leaves(*rows)
    assert [name for one in rate_contributors(own, decompose(own, REFERENCE)) for name in one.where.values()] == named
