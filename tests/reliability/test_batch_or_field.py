"""A bad batch and a change in the field are told apart, at the size of the effect and not of the noise."""

import numpy as np
import pytest

from zhenyin.core.arrays import Floats
from zhenyin.reliability.batch_or_field import BatchOrField, compare
from zhenyin.reliability.sentences import of_axes

MADE = [f"B{i}" for i in range(10)]
MONTHS = [f"2025-{m:02}" for m in range(1, 13)]


def verdict(factor: Floats, seed: int) -> BatchOrField | None:
    dice = np.random.default_rng(seed)
    at_risk = np.full((10, 12), 1_000.0)
    failed = dice.poisson(3.0 * factor).astype(float)
    return compare(MADE, MONTHS, failed, at_risk, at_risk * failed.sum() / at_risk.sum())


@pytest.mark.parametrize("seed", range(6))
def test_a_batch_that_wears_out_is_a_bad_batch_though_it_began_on_a_date(seed: int) -> None:
    factor = np.ones((10, 12))
    factor[4, 7:] = 8.0
    found = verdict(factor, seed)
    assert found is not None
    assert found.conclusion == "production"
    assert found.production.raised == "B4"
    assert "B4" in of_axes(found).zh


@pytest.mark.parametrize("seed", range(6))
def test_what_rises_in_all_batches_at_once_is_a_change_in_the_field(seed: int) -> None:
    factor = np.ones((10, 12))
    factor[:, 5:8] = 2.5
    found = verdict(factor, seed)
    assert found is not None
    assert found.conclusion == "field"
    assert found.reported.raised == "2025-06–2025-08"
    assert "2025-06–2025-08" in of_axes(found).en


def test_where_nothing_rose_nothing_is_told_apart() -> None:
    kinds = [found.conclusion for seed in range(40) if (found := verdict(np.ones((10, 12)), seed))]
    assert kinds.count("unclear") >= 38


def test_too_few_failures_tell_nothing() -> None:
    few = np.zeros((10, 12))
    few[0, 0] = 5.0
    assert compare(MADE, MONTHS, few, np.ones((10, 12)), few) is None
