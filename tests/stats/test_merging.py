"""Parts with one parent become the parent only when what else the parent has moved as well."""

import numpy as np
import pytest

from zhenyin.stats.evidence import Counts
from zhenyin.stats.lattice import Lattice
from zhenyin.stats.merging import merged

SIZES = (4, 5, 3)


def _model(factor: np.ndarray) -> tuple[Counts, Lattice]:
    """Forty events a leaf before; now times the factor of the leaf: float [4, 5, 3]."""
    codes = np.stack([a.ravel() for a in np.indices(SIZES)], axis=1)
    dice = np.random.default_rng(1)
    before = dice.poisson(40.0, len(codes)).astype(float)
    now = dice.poisson(40.0 * factor.ravel()).astype(float)
    return Counts(now, now + before, np.full(len(codes), 0.5)), Lattice(codes)


def test_two_children_of_a_parent_that_moved_throughout_become_the_parent() -> None:
    factor = np.ones(SIZES)
    factor[1] = 3.0
    model, lattice = _model(factor)
    assert merged(model, lattice, [((0, 1), (1, 0)), ((0, 1), (1, 3))]) == [((0, 1),)]


def test_a_child_alone_stays_when_the_rest_of_its_parent_did_not_move() -> None:
    factor = np.ones(SIZES)
    factor[1, 0] = 3.0
    model, lattice = _model(factor)
    found = [((0, 1), (1, 0))]
    assert merged(model, lattice, found) == found


def test_parts_that_leave_hardly_anything_of_a_parent_become_it() -> None:
    factor = np.ones(SIZES)
    factor[2, :4] = 2.5
    model, lattice = _model(factor)
    assert merged(model, lattice, [((0, 2), (1, value)) for value in range(4)]) == [((0, 2),)]


def test_parts_that_moved_apart_have_no_parent_in_common() -> None:
    factor = np.ones(SIZES)
    factor[1, 0], factor[1, 3] = 3.0, 0.3
    model, lattice = _model(factor)
    found = [((0, 1), (1, 0)), ((0, 1), (1, 3))]
    assert merged(model, lattice, found) == found


def test_nothing_found_stays_nothing() -> None:
    assert merged(*_model(np.ones(SIZES)), []) == []


@pytest.mark.parametrize(("rest", "parent"), [(1.0, False), (1.15, False), (1.5, True), (3.0, True)])
def test_the_rest_of_a_parent_must_have_moved_at_least_a_quarter_as_far(rest: float, parent: bool) -> None:
    """Six hundred events a leaf: a rise by 15 % is beyond doubt, and still less than a quarter of threefold (log 3 / 4)."""
    codes = np.stack([a.ravel() for a in np.indices(SIZES)], axis=1)
    factor = np.ones(SIZES)
    factor[1] = rest
    factor[1, [0, 3]] = 3.0
    now = np.round(600.0 * factor.ravel())
    model, lattice = Counts(now, now + 600.0, np.full(len(codes), 0.5), log_odds_sd=0.0), Lattice(codes)
    found = [((0, 1), (1, 0)), ((0, 1), (1, 3))]
    assert merged(model, lattice, found) == ([((0, 1),)] if parent else found)


def test_several_parents_take_the_place_of_their_parts_the_strongest_first() -> None:
    factor = np.ones(SIZES)
    factor[1], factor[2] = 2.0, 4.0
    model, lattice = _model(factor)
    parts = [((0, a), (1, b)) for a in (1, 2) for b in (0, 3)]
    assert merged(model, lattice, parts) == [((0, 2),), ((0, 1),)]
