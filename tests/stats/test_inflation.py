"""Scatter wider than chance is told by most figures, and by none when they are few."""

import numpy as np
import pytest

from zhenyin.stats.dispersion_factor import dispersion_factor


@pytest.mark.parametrize("times", [1.0, 3.0, 10.0])
def test_it_is_how_many_times_the_variance_by_chance_most_figures_have(times: float) -> None:
    off = np.random.default_rng(4).normal(0, np.sqrt(times), 20_000)
    assert dispersion_factor(off**2) == pytest.approx(times, rel=0.05)


def test_a_few_that_truly_moved_leave_it_alone() -> None:
    off = np.random.default_rng(4).normal(size=20_000)
    off[:400] = 1_000.0
    assert dispersion_factor(off**2) == pytest.approx(1.0, abs=0.1)


def test_less_scatter_than_chance_narrows_nothing() -> None:
    assert dispersion_factor(np.full(100, 0.01)) == 1.0


def test_few_figures_tell_nothing() -> None:
    assert dispersion_factor(np.full(19, 100.0)) == 1.0
    assert dispersion_factor(np.full(19, 100.0), fewest=10) > 100
