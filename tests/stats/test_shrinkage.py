"""Published data shrunk and split: lip cancer in Scotland, treatments of kidney stones; windows by hand."""

import numpy as np
import pytest

from zhenyin.stats.mixrate import split
from zhenyin.stats.shrinkage import MAX_STRENGTH, MIN_STRENGTH, prior_strength, shrunk
from zhenyin.stats.windows import (
    SliceHistory,
    Windows,
    likelihood_ratios,
    overdispersion,
    split_history,
    window_sums,
    with_prior,
)

# Clayton and Kaldor, Biometrics 43 (1987), table 1: cases of lip cancer in the 56 counties of Scotland, and expected ones.
CASES = (
    "9 39 11 9 15 8 26 7 6 20 13 5 3 8 17 9 2 7 9 7 16 31 11 7 19 15 7 10 16 11 5 3 7 8 11 9 11 8 6 4 10 8 2 6 19 3 2 3 28 6 "
    "1 1 1 1 0 0"
)
EXPECTED = (
    "1.4 8.7 3.0 2.5 4.3 2.4 8.1 2.3 2.0 6.6 4.4 1.8 1.1 3.3 7.8 4.6 1.1 4.2 5.5 4.4 10.5 22.7 8.8 5.6 15.5 12.5 6.0 9.0 14.4 "
    "10.2 4.8 2.9 7.0 8.5 12.3 10.1 12.7 9.4 7.2 5.3 18.8 15.8 4.3 14.6 50.7 8.2 5.6 9.3 88.7 19.6 3.4 3.6 5.7 7.0 4.2 1.8"
)
LIP_CANCER = np.array(CASES.split(), dtype=float), np.array(EXPECTED.split(), dtype=float)


def test_the_prior_strength_of_lip_cancer_solves_breslows_equation() -> None:
    cases, expected = LIP_CANCER
    strength = prior_strength(cases, expected)
    weight = 1 / (1 + expected / strength) ** 2
    assert (weight * ((cases - expected) ** 2 - expected - expected**2 / strength)).sum() == pytest.approx(0, abs=1e-2)
    assert MIN_STRENGTH < strength < 2


def test_small_counties_are_shrunk_most() -> None:
    cases, expected = LIP_CANCER
    risk = shrunk(cases, expected, np.ones(56), 2.0)
    # The county with 9 cases where 1.4 were due, and the one with 28 of 88.7.
    assert risk[[0, 48]].tolist() == pytest.approx([11 / 3.4, 30 / 90.7])
    moved = np.abs(risk - cases / expected)[[0, 48]]
    assert moved[0] > 100 * moved[1]


@pytest.mark.parametrize(
    ("events", "expected", "strength"),
    [
        ([], [], MIN_STRENGTH),
        ([5], [4], MIN_STRENGTH),
        ([5, 9], [4, 0], MIN_STRENGTH),  # one of them with an expectation
        ([10, 10, 10], [10, 10, 10], MAX_STRENGTH),
        ([30, 10], [20, 20], 5.0),  # 100 off, 20 of it chance: 80 of 20 squared are a fifth
        ([0, 0, 1000], [10, 10, 10], MIN_STRENGTH),
    ],
)
def test_slices_that_tell_nothing_or_everything_have_a_bounded_prior(
    events: list[float], expected: list[float], strength: float
) -> None:
    assert prior_strength(np.array(events, dtype=float), np.array(expected, dtype=float)) == strength


def test_a_parent_without_events_shrinks_nothing() -> None:
    rates = shrunk(np.array([3.0, 0.0]), np.array([6.0, 0.0]), np.zeros(2), 10.0)
    assert rates.tolist() == [0.5, 0.0]


def test_kidney_stones_reverse() -> None:
    """Charig et al., BMJ 292 (1986): open surgery is better for small and for large stones, and worse over all."""
    found = split(np.array([81.0, 192]), np.array([87.0, 263]), np.array([234.0, 55]), np.array([270.0, 80]))
    assert found.difference == pytest.approx(273 / 350 - 289 / 350)
    by_hand = [(81 / 87 - 234 / 270) * (87 + 270) / 700, (192 / 263 - 55 / 80) * (263 + 80) / 700]
    assert found.rate_by.tolist() == pytest.approx(by_hand)
    assert found.mix == pytest.approx(found.difference - sum(by_hand))
    assert found.reversal


def test_a_cell_of_one_group_alone_is_mix_and_no_group_may_be_empty() -> None:
    found = split(np.array([10.0, 60]), np.array([10.0, 10]), np.array([20.0, 0]), np.array([20.0, 0]))
    assert (found.difference, found.rate, found.mix) == pytest.approx((2.5, 0.0, 2.5))
    assert not found.reversal
    # Cells around the overall mean of 2.25: half of the tickets came in at 6, half went from 1.
    assert found.mix_by.tolist() == pytest.approx([-0.5 * (1 - 2.25), 0.5 * (6 - 2.25)])
    for n, other in ((np.zeros(2), np.ones(2)), (np.ones(2), np.zeros(2))):
        with pytest.raises(ValueError, match="at least one ticket"):
            split(np.ones(2), n, np.ones(2), other)


def _history() -> SliceHistory:
    return SliceHistory(
        np.array([4.0, 9.0]), np.array([2.0, 3.0]), np.array([[6.0, 0, 2], [1, 2, 3]]), np.ones((2, 3)), 0.25
    )


def test_a_history_can_be_cut_chosen_and_given_a_prior() -> None:
    history = _history()
    assert (history.until(2).counts.tolist(), history.until(2).alpha) == ([[6, 0], [1, 2]], 0.25)
    assert history.until(2).base.shape == (2, 2)
    chosen = history.rows(np.array([1, 0]))
    assert (chosen.past.tolist(), chosen.past_base.tolist(), chosen.alpha) == ([9, 4], [3, 2], 0.25)
    assert (chosen.counts.tolist(), chosen.base.shape) == ([[1, 2, 3], [6, 0, 2]], (2, 3))
    prior = with_prior(history, np.array([1.0, 2.0]), np.array([0.5, 0.25]))
    assert (prior.past.tolist(), prior.past_base.tolist()) == ([5, 11], [2.5, 3.25])
    assert prior.counts.tolist() == history.counts.tolist()


def test_the_rate_before_leaves_out_the_guard_weeks() -> None:
    # Four events over two units before, then 6, 0 and 2 over one each.
    assert _history().before(1)[0].tolist() == pytest.approx([2, 10 / 3, 10 / 4])
    assert _history().before(2)[0].tolist() == pytest.approx([2, 2, 10 / 3])
    assert _history().before(5)[0].tolist() == [2, 2, 2]
    nothing = SliceHistory(np.zeros(1), np.zeros(1), np.ones((1, 2)), np.zeros((1, 2)))
    assert nothing.before(1)[0].tolist() == [0.0, 1e12]


@pytest.mark.parametrize(
    ("weeks", "history", "past", "single"), [(2, None, 3, [3, 4]), (2, 1, 2, [3, 4]), (9, 3, 0, [1, 2, 3, 4])]
)
def test_a_history_is_split_before_its_last_weeks(
    weeks: int, history: int | None, past: float, single: list[float]
) -> None:
    found = split_history(np.array([[1.0, 2, 3, 4]]), 2 * np.ones((1, 4)), weeks, 0.5, history)
    assert (found.past.tolist(), found.counts.tolist(), found.alpha) == ([past], [single], 0.5)
    assert found.past_base.tolist() == [2.0 * (min(history or 4, 4 - len(single)))]


def test_windows_end_with_each_of_the_last_weeks() -> None:
    sums = window_sums(_history(), 2, last=2)
    assert sums.recent.tolist() == [[[0, 6], [2, 2]], [[2, 3], [3, 5]]]
    assert sums.past.tolist() == [[[10, 4], [10, 10]], [[10, 9], [12, 10]]]
    assert sums.recent_base.tolist() == [[[1, 2]] * 2] * 2
    assert sums.past_base[0].tolist() == [[3, 2], [4, 3]]


@pytest.mark.parametrize(("alpha", "ratio"), [(0.0, 2.0), (0.0, 0.5), (0.1, 2.0), (0.1, 3.0)])
def test_the_likelihood_ratio_of_windows_is_binomial_and_widened_by_dispersion(alpha: float, ratio: float) -> None:
    shape = (1, 1, 2)
    windows = Windows(*(np.full(shape, x) for x in (20.0, 100.0, 10.0, 100.0)))
    share = np.array([10 / 110, 10 * ratio / (10 * ratio + 100)])
    plain = float(np.diff(20 * np.log(share) + 100 * np.log(1 - share))[0])
    found = likelihood_ratios(windows, alpha, ratio)[0, 0]
    # Of one week and of two: twice the weeks share their dispersion.
    expected = [plain / (1 + alpha * 120 / 11 / weeks * (1 + ratio) / 2) for weeks in (1, 2)]
    assert found.tolist() == pytest.approx(expected)


def test_evidence_and_rates_are_the_same_in_any_unit_of_exposure() -> None:
    windows = [
        Windows(*(np.full((1, 1, 1), x) for x in (20.0, 100.0, 10.0 * unit, 100.0 * unit))) for unit in (1, 1e-4)
    ]
    one, other = (float(likelihood_ratios(w, 0.1, 2.0)[0, 0, 0]) for w in windows)
    assert one == pytest.approx(other)
    assert shrunk(np.array([2.0]), np.array([1e-3]), np.array([4e3]), 6.0).tolist() == pytest.approx([8 / 2.5e-3])


def test_a_window_needs_all_of_its_single_weeks() -> None:
    assert window_sums(_history(), 2, last=2).recent.shape == (2, 2, 2)
    for windows, last in ((3, 2), (4, 1)):
        with pytest.raises(ValueError, match="4 single weeks are needed, got 3"):
            window_sums(_history(), windows, last)


def test_over_dispersion_is_found_under_growth_and_in_any_unit_and_every_time_the_same() -> None:
    dice = np.random.default_rng(8)
    base = np.linspace(0.5, 3.0, 80) * dice.gamma(2.0, 4.0, (11_000, 1))
    counts = dice.poisson(base * dice.gamma(5.0, 0.2, base.shape)).astype(float)
    alpha = overdispersion(counts, base)
    assert alpha == pytest.approx(0.2, rel=0.05)
    assert overdispersion(counts, base) == alpha
    assert overdispersion(counts, base / 1e4) == pytest.approx(alpha, rel=0.02)
    # Of many slices every second one is enough.
    assert overdispersion(counts[::2], base[::2]) == alpha
