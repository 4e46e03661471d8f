"""Parts with one parent become the parent only when what else the parent has moved as well."""

import numpy as np

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
