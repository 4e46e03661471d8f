"""Leaves: combinations of values as numbers, put on one list of values, and refused when misshapen."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    assert found.tolist() == np.unique(codes, axis=0).tolist()


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


def test_leaves_without_rows_have_no_distinct_ones() -> None:
    found, at = distinct(np.empty((0, 2), dtype=np.int64))
    assert (found.shape, at.tolist()) == ((0, 2), [])


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 3), st.integers(0, 90)), min_size=1, max_size=60))
def test_distinct_rows_are_those_of_numpy(rows: list[tuple[int, int, int]]) -> None:
    codes = np.array(rows)
    found, at = distinct(codes)
    known, of_row = np.unique(codes, axis=0, return_inverse=True)
    assert (found.tolist(), at.tolist()) == (known.tolist(), of_row.tolist())


def test_aligned_and_kept_leaves_keep_both_figures() -> None:
    leaves = Leaves(("model", "city"), VALUES, CODES, np.array([3.0, 5, 7, 11]), np.array([2.0, 4, 6, 8]))
    (alone,) = align([leaves])
    assert alone.denominator.tolist() == leaves.keep(("city",)).denominator.tolist() == [2, 4, 6, 8]
    assert alone.numerator.tolist() == [3, 5, 7, 11]


def test_a_rate_has_both_exposures() -> None:
    exposure = {"observed_exposure": np.ones(4), "expected_exposure": 2 * np.ones(4)}
    rate = ComparedLeaves(("model", "city"), VALUES, CODES, np.ones(4), np.ones(4), kind="rate", **exposure)
    assert rate.column("city").tolist() == [1, 2, 1, 2]
    with pytest.raises(ValueError, match="exposure"):
        ComparedLeaves(
            ("model", "city"), VALUES, CODES, np.ones(4), np.ones(4), expected_exposure=np.ones(4), kind="rate"
        )
