"""Amounts against an empirical null: the noise is what most leaves show, and what moved stands out of it."""

import numpy as np
import pytest

from zhenyin.stats.amounts import Amounts


def _leaves(noise: float, drift: float = 1.0, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Twenty thousand amounts of which either side has the error."""
    dice = np.random.default_rng(seed)
    base = dice.weibull(0.8, 20_000) * 100
    noisy = base * np.maximum(1 + dice.normal(0, noise, len(base)), 0.01)
    either = dice.integers(0, 2, len(base)) == 1
    return np.where(either, noisy, base) * drift, np.where(either, base, noisy)


@pytest.mark.parametrize("noise", [0.02, 0.1, 0.2])
def test_the_noise_is_found_whichever_side_has_it(noise: float) -> None:
    assert Amounts(*_leaves(noise)).noise == pytest.approx(noise, rel=0.06)


def test_scores_of_untouched_leaves_are_standard_normal() -> None:
    z = Amounts(*_leaves(0.15)).z
    assert float(np.std(z)) == pytest.approx(1.0, abs=0.05)
    assert float(np.mean(np.abs(z) > 3.5)) < 0.002


def test_a_tenth_that_fell_neither_widens_the_noise_nor_shifts_the_drift() -> None:
    real, expected = _leaves(0.1)
    real[:2_000] *= 0.4
    model = Amounts(real, expected)
    assert model.noise == pytest.approx(0.1, rel=0.15)
    assert abs(model.drift) < 0.02
    mask = np.arange(len(real)) < 2_000
    sums = [np.asarray(part[mask].sum()) for part in model.parts()]
    assert float(model.moved(*sums)) < -0.3
    assert float(model.gain_against_expectation(*sums)) > 1_000


def test_a_fall_of_everything_is_drift_and_no_evidence() -> None:
    model = Amounts(*_leaves(0.05, drift=0.8))
    assert model.drift == pytest.approx(-0.2, abs=0.02)
    sums = [np.asarray(part.sum()) for part in model.parts()]
    assert float(model.gain_against_expectation(*sums)) / len(model.z) < 0.05


def test_leaves_that_do_not_exist_say_nothing() -> None:
    model = Amounts(np.array([0.0, 5.0, 5.1, 4.9]), np.array([0.0, 5.0, 5.0, 5.0]))
    assert (model.weight()[0], model.z[0]) == (0.0, 0.0)


def test_explained_leaves_say_no_more_but_are_held_against_the_others() -> None:
    real, expected = _leaves(0.1)
    mask = np.arange(len(real)) < 500
    real[mask] *= 0.3
    model = Amounts(real, expected)
    model.fit([mask])
    assert not model.z[mask].any()
    assert model.reference([mask]).z[mask].mean() < -2
    part = model.within(np.flatnonzero(~mask)[:10])
    assert part.z.tolist() == model.z[~mask][:10].tolist()


def test_parts_of_their_own_explain_more_than_one_mean_for_all() -> None:
    n = 50.0
    up, down = (n, 2 * n, 5 * n), (n, -2 * n, 5 * n)
    both = (2 * n, 0.0, 10 * n)
    model = Amounts(*_leaves(0.1))
    assert model.joint_gain([up, down]) > model.joint_gain([both])
