"""Of very many leaves, the dimensions of what moved are kept, and their combinations stay few."""

import numpy as np

from zhenyin.explain.dimension_screening import MAX_LEAVES, screen_dimensions
from zhenyin.question.view_counts import ViewCounts

SIZES = {"product": 6, "city": 30, "version": 8, "batch": 40, "channel": 5, "fault": 12}


def _live(raised: dict[str, int], views: int = 2, moving: str | None = None, factor: float = 4.0) -> ViewCounts:
    """400,000 tickets on as many leaves; in `moving`, value 1 takes the place of value 0 everywhere."""
    dice = np.random.default_rng(5)
    n = 400_000
    codes = np.stack([dice.integers(1, size + 1, n) for size in SIZES.values()], axis=1)
    at = {d: i for i, d in enumerate(SIZES)}
    inside = np.all([codes[:, at[d]] == value for d, value in raised.items()], axis=0)
    shift = np.where(codes[:, at[moving]] == 1, 3.0, np.where(codes[:, at[moving]] == 2, 0.2, 1.0)) if moving else 1.0
    now = dice.poisson(np.where(inside, factor, 1.0) * shift).astype(float)
    past = dice.poisson(1.0, n).astype(float)
    values = [["", *map(str, range(size))] for size in SIZES.values()]
    slice_ = codes[:, at["product"]] == 1
    totals = [now, past] if views == 2 else [now * slice_, past * slice_, now, past]
    return ViewCounts(tuple(SIZES), values, codes, totals)


def test_all_dimensions_are_kept_while_leaves_are_few() -> None:
    live = _live({"city": 9})
    few = ViewCounts(live.dims, live.values, live.codes[:1000], [total[:1000] for total in live.totals])
    assert screen_dimensions(few, 1.0) == live.dims


def test_the_dimensions_of_a_slice_of_three_are_kept_in_their_order() -> None:
    for raised in ({"city": 9, "version": 3, "fault": 2}, {"batch": 7, "channel": 2, "fault": 4}):
        live = _live(raised)
        kept = screen_dimensions(live, 1.0)
        assert raised.keys() <= set(kept) < set(SIZES)
        assert list(kept) == [d for d in SIZES if d in kept]
        at = [live.dims.index(d) for d in kept]
        assert len(np.unique(live.codes[:, at], axis=0)) <= MAX_LEAVES


def test_what_moves_everywhere_alike_is_not_taken_for_telling() -> None:
    # The whole has nothing to hold a shift of versions against: they explain nothing.
    raised = {"batch": 7, "fault": 4}
    assert raised.keys() <= set(screen_dimensions(_live(raised, moving="version"), 1.0)) < set(SIZES) - {"version"}
    # A slice has: its versions are held against those of the others.
    assert raised.keys() <= set(screen_dimensions(_live(raised, 4, moving="version"), 1.0))
