"""Leaves: combinations of values as numbers, put on one list of values, and refused when misshapen."""

import numpy as np
import pytest

from zhenyin.stats.leaves import ComparedLeaves, Leaves, align, distinct

VALUES = [["", "A", "B"], ["", "x", "y"]]
CODES = np.array([[1, 1], [1, 2], [2, 1], [0, 2]])


def _leaves() -> Leaves:
    return Leaves(("model", "city"), VALUES, CODES, np.array([3.0, 5.0, 7.0, 11.0]), np.ones(4))


@pytest.mark.parametrize(
    ("where", "count"), [({}, 26.0), ({"model": "A"}, 8.0), ({"model": "A", "city": "y"}, 5.0), ({"model": ""}, 11.0)]
)
def test_a_slice_holds_the_leaves_that_meet_all_its_conditions(where: dict[str, str], count: float) -> None:
    leaves = _leaves()
    assert leaves.numerator[leaves.inside(where)].sum() == count


@pytest.mark.parametrize("where", [{"model": "C"}, {"colour": "red"}])
def test_a_slice_of_what_no_leaf_has_is_refused(where: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="not in"):
        _leaves().inside(where)


def test_unknown_is_no_value_that_was_seen() -> None:
    assert _leaves().seen("model") == {"A", "B"}
    assert _leaves().keep(("city",)).seen("city") == {"x", "y"}


def test_fewer_dimensions_keep_the_figures_of_every_row() -> None:
    kept = _leaves().keep(("city",))
    assert (kept.dims, kept.codes.tolist()) == (("city",), [[1], [2], [1], [2]])
    assert kept.numerator.sum() == _leaves().numerator.sum()


def test_aligned_leaves_name_the_same_slices_by_the_same_codes() -> None:
    other = Leaves(("model", "city"), [["C", "A"], ["y"]], np.array([[0, 0], [1, 0]]), np.array([2.0, 4.0]), np.ones(2))
    one, two = align([_leaves(), other])
    assert one.values == two.values == [["", "A", "B", "C"], ["", "x", "y"]]
    assert two.numerator[two.inside({"model": "A"})].tolist() == [4.0]
    assert one.numerator[one.inside({"model": "A", "city": "y"})].tolist() == [5.0]
    # Those given are not changed.
    assert other.codes.tolist() == [[0, 0], [1, 0]]


@pytest.mark.parametrize("size", [3, 10_000, 2**31])
def test_distinct_rows_are_found_however_large_the_codes(size: int) -> None:
    codes = np.array([[size, 0, 1], [0, size, 1], [size, 0, 1], [0, 0, size]])
    found, at = distinct(codes)
    assert found[at].tolist() == codes.tolist()
    assert len(found) == 3


@pytest.mark.parametrize(
    ("observed", "expected", "more", "message"),
    [
        (np.ones(3), np.ones(4), {}, "codes"),
        (np.ones(4), np.ones(3), {}, "codes"),
        (np.ones(4), np.ones(4), {"kind": "rate"}, "exposure"),
        (np.ones(4), np.ones(4), {"kind": "rate", "observed_exposure": np.ones(4)}, "exposure"),
    ],
)
def test_misshapen_figures_are_refused(observed: np.ndarray, expected: np.ndarray, more: dict, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        ComparedLeaves(("model", "city"), VALUES, CODES, observed, expected, **more)
