"""Every sum over a cell is the sum of the leaves that lie in it, whatever the order of summing."""

from itertools import combinations
from math import comb, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhenyin.stats.lattice import Lattice, inside

coded = st.integers(1, 4).flatmap(
    lambda dims: st.lists(st.tuples(*[st.integers(0, 3)] * dims), min_size=1, max_size=25, unique=True)
)


@given(coded, st.integers(1, 4))
def test_each_cell_sums_the_leaves_inside_it_once(rows: list[tuple[int, ...]], most: int) -> None:
    codes = np.array(rows)
    lattice = Lattice(codes, most)
    values = 2.0 ** np.arange(len(codes))
    flat = lattice.flat(values)
    cells = [lattice.cell(position) for position in range(len(flat))]
    assert [values[inside(codes, cell)].sum() for cell in cells] == flat.tolist()
    expected = {
        tuple((d, row[d]) for d in dims)
        for order in range(1, min(most, codes.shape[1]) + 1)
        for dims in combinations(range(codes.shape[1]), order)
        for row in rows
    }
    assert len(cells) == len(expected) == sum(cuboid.size for cuboid in lattice.cuboids)
    assert set(cells) == expected


def test_naming_a_cell_costs_its_choice_of_attributes_and_of_cells() -> None:
    codes = np.stack([a.ravel() for a in np.indices((2, 3, 4))], axis=1)
    lattice = Lattice(codes, 2)
    cost = dict(zip((lattice.cell(i) for i in range(35)), lattice.description_length(), strict=True))
    assert cost[((0, 1),)] == pytest.approx(log(comb(3, 1)) + log(2))
    assert cost[((1, 2), (2, 3))] == pytest.approx(log(comb(3, 2)) + log(12))
    assert len(cost) == 2 + 3 + 4 + 6 + 8 + 12


def test_only_the_chosen_attributes_are_combined() -> None:
    codes = np.array([[0, 5, 1], [1, 5, 0], [1, 6, 0]])
    lattice = Lattice(codes, dims=(0, 2))
    assert [cuboid.dims for cuboid in lattice.cuboids] == [(0, 2), (0,), (2,)]
    assert lattice.flat(np.array([1.0, 2.0, 4.0])).tolist() == [1, 6, 1, 6, 6, 1]
    assert lattice.cell(1) == ((0, 1), (2, 0))


def test_a_cuboid_is_summed_from_the_smallest_finer_one() -> None:
    codes = np.array([[a, b, b % 2] for a in range(6) for b in range(4)])
    lattice = Lattice(codes)
    source = {cuboid.dims: lattice.cuboids[cuboid.source].dims for cuboid in lattice.cuboids if cuboid.source >= 0}
    assert source[(2,)] == (1, 2)
    assert source[(0,)] == (0, 2)
    assert lattice.cuboids[0].source == -1


def test_many_possible_combinations_are_numbered_by_those_that_occur() -> None:
    """Of 90,000 possible cells three occur: no table of all of them is made, and the sums are the same."""
    codes = np.array([[299, 0], [0, 299], [299, 299], [0, 299]])
    lattice = Lattice(codes)
    assert lattice.sizes.tolist() == [3, 2, 2]
    cells = {lattice.cell(i): total for i, total in enumerate(lattice.flat(np.array([1.0, 2, 4, 8])).tolist())}
    assert cells[((0, 0), (1, 299))] == 10.0
    assert cells[((0, 299),)] == 5.0


def test_nothing_has_no_cells() -> None:
    assert Lattice(np.empty((0, 2), dtype=np.int64)).flat(np.empty(0)).tolist() == []
    assert Lattice(np.empty((3, 0), dtype=np.int64)).flat(np.ones(3)).tolist() == []
