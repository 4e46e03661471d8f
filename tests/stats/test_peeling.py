"""The search names what was planted, at its own level, with what explains it as well; and nothing where nothing moved."""

import numpy as np
import pytest
from scipy.stats import binom

from zhenyin.stats.evidence import Counts
from zhenyin.stats.lattice import CodedSlice, Lattice, inside
from zhenyin.stats.peeling import Peeling, ScoredSlice

SIZES = (4, 5, 3)
CODES = np.stack([a.ravel() for a in np.indices(SIZES)], axis=1)
THRESHOLD = float(np.log(100))


def _search(causes: dict[CodedSlice, float], seed: int = 1, limit: int = 10, drift: float = 1.0) -> list[ScoredSlice]:
    """Sixty events a leaf before; now times the drift and the factor of every cause that a leaf lies in."""
    dice = np.random.default_rng(seed)
    mean = np.full(len(CODES), 60.0 * drift)
    for cause, factor in causes.items():
        mean[inside(CODES, cause)] *= factor
    now, before = dice.poisson(mean).astype(float), dice.poisson(60.0, len(CODES)).astype(float)
    return Peeling(Counts(now, now + before, np.full(len(CODES), 0.5)), Lattice(CODES), THRESHOLD).run(limit)


@pytest.mark.parametrize(
    "causes",
    [
        {((0, 1),): 1.6},
        {((0, 1),): 0.5},
        {((0, 1), (1, 3)): 2.5},
        {((0, 2), (1, 0), (2, 1)): 4.0},
        {((1, 4), (2, 2)): 0.3},
        {((0, 1),): 2.0, ((1, 3), (2, 0)): 3.0},
        {((0, 1), (1, 2)): 3.0, ((0, 3), (2, 1)): 0.3},
    ],
)
@pytest.mark.parametrize("drift", [1.0, 1.5])
def test_what_moved_apart_is_named_at_its_own_level(causes: dict[CodedSlice, float], drift: float) -> None:
    for seed in range(3):
        found = _search(causes, seed, drift=drift)
        assert {one.where for one in found} == set(causes)
        assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)


@pytest.mark.parametrize("drift", [1.0, 0.6, 2.0])
def test_chance_and_what_is_everywhere_alike_name_nothing(drift: float) -> None:
    assert sum(bool(_search({}, seed, drift=drift)) for seed in range(40)) <= 1


def test_no_more_is_named_than_the_limit_and_the_strongest_first() -> None:
    causes: dict[CodedSlice, float] = {((0, 1), (1, 3)): 5.0, ((0, 3), (2, 0)): 2.0}
    assert [one.where for one in _search(causes, limit=1)] == [((0, 1), (1, 3))]
    assert _search(causes, limit=0) == []


def test_a_score_is_the_evidence_beyond_the_description_and_grows_with_the_data() -> None:
    scores = [_search({((0, 1),): factor})[0].score for factor in (1.5, 2.0, 3.0)]
    assert THRESHOLD < scores[0] < scores[1] < scores[2]


def test_a_slice_of_the_same_leaves_is_a_twin() -> None:
    """The second dimension repeats the first under other names: neither can be told from the other."""
    codes = np.array([[a, (a + 1) % 4, b] for a in range(4) for b in range(6)])
    before = np.full(24, 50.0)
    now = np.where(codes[:, 0] == 2, 150.0, 50.0)
    (found,) = Peeling(Counts(now, now + before, np.full(24, 0.5)), Lattice(codes), THRESHOLD).run(5)
    assert {found.where, *found.twins} >= {((0, 2),), ((1, 3),)}
    assert all(inside(codes, twin).tolist() == (codes[:, 0] == 2).tolist() for twin in found.twins)


def test_a_slice_that_moved_by_little_is_nobodys_cause_however_sure() -> None:
    before = np.full(len(CODES), 1e7)
    for factor, count in ((1.03, 0), (1.08, 1)):
        now = np.where(inside(CODES, ((0, 1),)), factor, 1.0) * before
        model = Counts(now, now + before, np.full(len(CODES), 0.5), log_odds_sd=0.0)
        assert len(Peeling(model, Lattice(CODES), THRESHOLD).run(5)) == count


def test_without_attributes_or_leaves_there_is_nothing_to_name() -> None:
    one = np.array([40.0])
    for codes, now in ((np.empty((1, 0), dtype=np.int64), one), (np.empty((0, 2), dtype=np.int64), np.empty(0))):
        model = Counts(now, 1.2 * now, np.full(len(now), 0.5))
        assert Peeling(model, Lattice(codes), THRESHOLD).run(5) == []


def test_a_single_leaf_has_no_rest_to_stand_out_from() -> None:
    model = Counts(np.array([400.0]), np.array([440.0]), np.array([0.5]))
    assert Peeling(model, Lattice(np.array([[0, 0]])), THRESHOLD).run(5) == []


def _exact(sizes: tuple[int, ...], causes: dict[CodedSlice, float], order: int | None = None) -> list[ScoredSlice]:
    """Sixty events a leaf before and, but for the causes, now: without chance, and without a spread of leaves."""
    codes = np.stack([a.ravel() for a in np.indices(sizes)], axis=1)
    now = np.full(len(codes), 60.0)
    for cause, factor in causes.items():
        now[inside(codes, cause)] *= factor
    model = Counts(np.round(now), np.round(now) + 60.0, np.full(len(codes), 0.5), log_odds_sd=0.0)
    return Peeling(model, Lattice(codes, order), THRESHOLD).run(5)


def _of_one(parent: int, children: int, factor: float) -> dict[CodedSlice, float]:
    return {((0, parent), (1, child)): factor for child in range(children)}


def test_a_parent_is_not_named_for_what_three_of_its_five_parts_did() -> None:
    """The parent has more evidence than each of its parts, and less than all three together."""
    found = _exact((4, 5, 3), _of_one(1, 3, 3.0))
    assert {one.where for one in found} == set(_of_one(1, 3, 3.0))
    assert len({round(one.score, 6) for one in found}) == 1


def test_a_parent_is_named_when_five_of_its_six_parts_did_it() -> None:
    assert [one.where for one in _exact((4, 6, 3), _of_one(1, 5, 3.0))] == [((0, 1),)]


def test_parts_beyond_the_order_that_is_searched_leave_the_parent() -> None:
    found = _exact((4, 5, 3), _of_one(1, 3, 3.0), order=1)
    assert found[0].where == ((0, 1),)
    assert all(len(one.where) == 1 for one in found)


def test_parts_that_become_their_parent_are_scored_as_the_parent() -> None:
    """All of one value rose, two parts of it twice as far: those are found first, then the rest, and named together."""
    (found,) = _exact((4, 5, 3), {((0, 1),): 1.6, ((0, 1), (1, 0)): 2.0, ((0, 1), (1, 3)): 2.0})
    now, before = 9 * 96 + 6 * 192, 15 * 60
    gain = binom.logpmf(now, now + before, now / (now + before)) - binom.logpmf(now, now + before, 0.5)
    assert found.where == ((0, 1),)
    assert found.score == pytest.approx(gain + 0.5 * np.log(np.pi * gain) - np.log(3) - np.log(4), abs=0.01)


def test_slices_of_other_leaves_with_as_much_evidence_are_no_twins() -> None:
    found = _exact((6, 5, 3), {((0, 1),): 2.0, ((0, 3),): 2.0})
    assert [(one.where, one.twins) for one in found] == [(((0, 1),), ()), (((0, 3),), ())]
