"""Evidence of counts given their totals: binomial likelihoods by scipy, drift and trust by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom, chi2

from fixtures_cases import table, value
from zhenyin.stats.evidence import Counts, counts, rates, reference_periods
from zhenyin.stats.peeling import minus_log_p

cells = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200), st.floats(0.05, 0.95)), min_size=1, max_size=12)


def _model(now: list[float], before: list[float], **more: float) -> Counts:
    seen, was = np.array(now, dtype=float), np.array(before, dtype=float)
    return Counts(seen, seen + was, np.full(len(seen), 0.5), **{"log_odds_sd": 0.0, **more})


def _sums(model: Counts, *leaves: int) -> list[np.ndarray]:
    return [np.asarray(part[list(leaves)].sum()) for part in model.parts()]


def _log(now: float, total: float, share: float) -> float:
    return float(binom.logpmf(now, total, share))


@table("stats/periods.csv", ("expected", "periods"))
def test_a_mean_of_whole_counts_tells_of_how_many(expected: str, periods: str) -> None:
    assert reference_periods(np.array(value(expected), dtype=float)) == int(periods)


@given(cells)
def test_evidence_against_the_expectation_is_a_binomial_likelihood_ratio(
    rows: list[tuple[int, int, float]],
) -> None:
    now, before, share = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    model = Counts(now, now + before, share, phi=2.0, log_odds_sd=0.0)
    found = model.gain_against_expectation(*model.parts())
    own = np.where(now + before > 0, now / np.maximum(now + before, 1), 0.5)
    due = model.expected / np.maximum(model.total, 1)
    ratio = np.array([_log(x, n, p) - _log(x, n, q) for x, n, p, q in zip(now, model.total, own, due, strict=True)])
    assert found.tolist() == pytest.approx((ratio / 2).tolist(), abs=1e-6)


def test_everything_has_one_drift_and_a_slice_is_compared_with_the_rest() -> None:
    model = _model([3000, 1000], [1000, 1000])
    # 4,000 of 6,000 are now: everything doubled, by odds, and both leaves are expected at two thirds.
    assert model.drift == pytest.approx(np.log(2), abs=1e-3)
    assert model.expected.tolist() == pytest.approx([4000 * 2 / 3, 2000 * 2 / 3], rel=1e-3)
    expected = _log(3000, 4000, 3 / 4) - _log(3000, 4000, 2 / 3) + _log(1000, 2000, 1 / 2) - _log(1000, 2000, 2 / 3)
    assert float(model.gain(*_sums(model, 0))) == pytest.approx(expected, rel=1e-3)
    assert float(model.gain(*_sums(model, 1))) == pytest.approx(expected, rel=1e-3)
    # Odds of 3 and of 1 over those of 2.
    assert float(model.effect(*_sums(model, 0))) == pytest.approx(np.log(1.5) - np.log(0.5), rel=1e-3)
    assert float(model.moved(*_sums(model, 0))) == pytest.approx(np.log(1.5), rel=1e-3)
    assert float(model.joint_gain([_sums(model, 0), _sums(model, 1)])) == pytest.approx(expected, rel=1e-3)


def test_a_slice_that_moved_is_more_probable_than_all_else_moving_the_other_way() -> None:
    model = _model([900, 300, 300], [300, 300, 300])
    moved, rest = (float(model.drift_prior_gain(*_sums(model, *leaves))) for leaves in ((0,), (1, 2)))
    assert moved > 0 > rest
    # The drift of what is left is none: log prior 0 against that of everything, normal with 0.3 and both counts' errors.
    whole = np.log((1500 + 0.5) / (900 + 0.5))
    variance = 0.09 + 1 / 1500.5 + 1 / 900.5
    assert moved == pytest.approx(whole**2 / (2 * variance), rel=0.02)


def test_an_explained_slice_leaves_nothing_over_and_the_others_return_to_none() -> None:
    model = _model([4000, 1000, 1000], [1000, 1000, 1000])
    slices = [np.array([True, False, False])]
    model.fit(slices)
    assert model.expected.tolist() == pytest.approx([4000, 1000, 1000], rel=0.05)
    assert model.drift == pytest.approx(0.0, abs=0.1)
    reference = model.reference(slices)
    assert reference.expected.tolist() == pytest.approx([2500, 1000, 1000], rel=2e-3)
    assert float(reference.moved(*_sums(reference, 0))) == pytest.approx(np.log(4), rel=5e-3)
    # The model itself is as it was.
    assert model.expected[0] == pytest.approx(4000, rel=2e-3)


def test_a_leaf_is_trusted_as_far_as_leaves_vary() -> None:
    model = _model([500_000, 30], [500_000, 30], log_odds_sd=0.1)
    # 1 over 1 + sd^2 times the information: about 400 events of a million, and nearly all of few.
    information = 1 / (1 / 500_000.5 + 1 / 500_000.5), 1 / (1 / 30.5 + 1 / 30.5)
    assert model.trust.tolist() == pytest.approx([1 / (1 + 0.01 * one) for one in information])
    assert model.weight().tolist() == pytest.approx([500_000 / 2501, 30 / 1.1525], rel=1e-3)
    assert [float(part[0]) for part in model.parts()] == pytest.approx([200, 400, 200], rel=1e-3)


def test_some_leaves_keep_the_expectation_of_the_whole() -> None:
    model = _model([30, 10, 20, 25], [10, 10, 20, 25])
    part = model.within(np.array([2, 0]))
    assert (part.now.tolist(), part.total.tolist()) == ([20.0, 30.0], [40.0, 40.0])
    assert part.expected.tolist() == model.expected[[2, 0]].tolist()
    assert part.share.tolist() == pytest.approx((model.expected / model.total)[[2, 0]].tolist())
    assert part.log_odds_sd == 0.0
    moving = _model([900, 100, 20, 25] * 3, [100, 900, 20, 25] * 3).within(np.array([0, 1, 4, 5, 8, 9]))
    assert moving.log_odds_sd > 1
    assert (moving.trust < 0.05).all()


def test_leaves_that_scatter_more_than_assumed_are_believed_less_once() -> None:
    dice = np.random.default_rng(3)
    odds = np.exp(dice.normal(0, 0.5, 200))
    now = dice.binomial(2_000, odds / (1 + odds)).astype(float)
    model = Counts(now, np.full(200, 2_000.0), np.full(200, 0.5), log_odds_sd=0.0)
    assert model.reestimate_noise()
    assert model.log_odds_sd == pytest.approx(0.5, rel=0.15)
    assert not model.reestimate_noise()
    steady = Counts(np.full(200, 1_000.0), np.full(200, 2_000.0), np.full(200, 0.5))
    assert (steady.log_odds_sd, steady.reestimate_noise(), steady.phi) == (0.0, False, 1.0)


@pytest.mark.parametrize(
    ("expected", "periods", "total", "share"),
    [([2.25, 2.5], None, [17, 12], 1 / 5), ([2.25, 2.5], 8.0, [26, 22], 1 / 9), ([0.12345], None, [131.45], 1 / 1001)],
)
def test_counts_are_those_of_the_period_beside_all_reference_periods(
    expected: list[float], periods: float | None, total: list[float], share: float
) -> None:
    model = counts(np.array([8.0, 2.0])[: len(expected)], np.array(expected), periods)
    assert model.total.tolist() == pytest.approx(total)
    assert model.share.tolist() == pytest.approx([share] * len(total))


def test_rates_share_events_by_exposure_and_leave_out_what_has_none() -> None:
    model = rates(
        np.array([6.0, 5.0, 3.0, 7.0]),
        np.array([10.0, 0.0, 30.0, 0.0]),
        np.array([2.0, 4.0, 0.0, 1.0]),
        np.array([5.0, 20.0, 0.0, 0.0]),
        periods=2.0,
    )
    assert model.total.tolist() == [10.0, 13.0, 3.0, 0.0]
    assert model.now.tolist() == [6.0, 5.0, 3.0, 0.0]
    # 10 units now beside 2 times 5; nothing now; nothing before; nothing at all.
    assert model.share.tolist() == pytest.approx([0.5, 1e-6, 1 - 1e-6, 0.5])


def test_rates_find_the_reference_periods_by_themselves() -> None:
    model = rates(np.array([6.0]), np.array([10.0]), np.array([2.25]), np.array([10.0]))
    assert (model.total.tolist(), model.share.tolist()) == ([15.0], [0.2])


def test_the_chance_of_a_likelihood_ratio_is_below_the_true_one_by_less_than_a_fifth_of_a_nat() -> None:
    gain = np.linspace(2.0, 400.0, 2_000)
    missing = -chi2.logsf(2 * gain, 1) - minus_log_p(gain)
    assert (missing > 0).all()
    assert missing.max() < 0.2
    assert minus_log_p(np.array([0.0, 0.1])).tolist() == [0.0, 0.1]


def test_few_events_say_little_of_a_drift() -> None:
    model = _model([30, 3], [10, 5])
    # By hand, for a slice whose rest has 3 of 8 events now where 4 are expected: the drift and half an event each.
    everything = [float(part.sum()) for part in model.parts()]
    rest = [3.0, 8.0, 4.0]
    sums = [np.asarray(whole - part) for whole, part in zip(everything, rest, strict=True)]

    def log_prior(now: float, total: float, expected: float) -> float:
        more = np.log((now + 0.5) / (total - now + 0.5)) - np.log((expected + 0.5) / (total - expected + 0.5))
        return float(-((model.drift + more) ** 2) / 2 / (0.09 + 1 / (now + 0.5) + 1 / (total - now + 0.5)))

    assert float(model.drift_prior_gain(*sums)) == pytest.approx(log_prior(*rest) - log_prior(*everything))


def test_dispersion_divides_all_evidence() -> None:
    once, twice = _model([300, 100], [100, 100]), _model([300, 100], [100, 100], phi=2.0)
    for one, other in ((once.gain, twice.gain), (once.gain_against_expectation, twice.gain_against_expectation)):
        assert float(one(*_sums(once, 0))) == pytest.approx(2 * float(other(*_sums(twice, 0))))
    parts = [_sums(once, 0), _sums(once, 1)]
    assert once.joint_gain(parts) == pytest.approx(2 * twice.joint_gain(parts))


@pytest.mark.parametrize(("log_odds_sd", "phi"), [(0.0, 9.0), (0.1, 4.5)])
def test_the_dispersion_left_over_is_pearsons(log_odds_sd: float, phi: float) -> None:
    # 30 off of 200 with a binomial variance of 100; of leaves that vary by 0.1 one of 100 + 0.1^2 x 100^2. Four leaves are
    # too few to find a spread from.
    model = _model([230, 170, 230, 170], [170, 230, 170, 230], log_odds_sd=log_odds_sd)
    assert model.reestimate_noise()
    assert (model.phi, model.log_odds_sd) == (pytest.approx(phi), log_odds_sd)
    assert not model.reestimate_noise()


def test_leaves_in_two_crowds_are_spread_around_what_is_expected_of_them() -> None:
    total, odds = np.full(40, 1e6), np.where(np.arange(40) % 2, np.exp(0.3), np.exp(-0.3))
    model = Counts(total * odds / (1 + odds), total, np.full(40, 0.5), log_odds_sd=0.0)
    assert model.reestimate_noise()
    assert model.log_odds_sd == pytest.approx(0.3 / 0.598 * (1 + 5 / 39), rel=1e-3)


def test_leaves_of_few_events_tell_nothing_of_a_spread() -> None:
    dice = np.random.default_rng(2)
    odds = np.exp(dice.normal(0, 0.5, 50))
    now, total = dice.binomial(400, odds / (1 + odds)).astype(float), np.full(50, 400.0)
    # Three events have a binomial variance of 3/4: below one, they are left out.
    few = dice.binomial(3, 0.5, 1500).astype(float)
    alone = Counts(now, total, np.full(50, 0.5))
    crowded = Counts(np.append(now, few), np.append(total, np.full(1500, 3.0)), np.full(1550, 0.5))
    assert alone.log_odds_sd == pytest.approx(0.5, rel=0.3)
    assert crowded.log_odds_sd == alone.log_odds_sd


def test_trust_among_some_leaves_is_that_of_the_larger_spread() -> None:
    part = _model([60, 40, 50], [40, 60, 50], log_odds_sd=0.2).within(np.array([0, 1]))
    information = 1 / (1 / 60.5 + 1 / 40.5)
    assert part.trust.tolist() == pytest.approx([1 / (1 + 0.04 * information)] * 2)


def test_a_reference_keeps_the_shares_of_unequal_exposure() -> None:
    now, total = np.array([900.0, 2000.0, 6000.0]), np.array([1000.0, 10_000.0, 10_000.0])
    model = Counts(now, total, np.array([0.2, 0.2, 0.6]), log_odds_sd=0.0)
    reference = model.reference([np.array([True, False, False])])
    assert reference.expected.tolist() == pytest.approx([200, 2000, 6000], rel=1e-3)


def test_exposure_below_one_unit_counts() -> None:
    model = rates(np.array([6.0]), np.array([0.25]), np.array([2.0]), np.array([0.25]), periods=1.0)
    assert (model.total.tolist(), model.share.tolist()) == ([8.0], [0.5])
