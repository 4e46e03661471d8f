"""Which located slices become suspects, and under which name."""

import numpy as np
import pytest
from tests.explain import cases

from zhenyin.explain import count, hierarchy
from zhenyin.locators import Localisation, LocatedSlice
from zhenyin.stats.leaves import ComparedLeaves


def _where(text: str) -> dict[str, str]:
    return dict(part.split("=") for part in text.split(";") if part)


def _located(where: dict[str, str], observed: float, expected: float, share: float = 0.5) -> LocatedSlice:
    ratio, change = observed / expected, observed - expected
    return LocatedSlice(where, observed, expected, change, share, ratio, ratio / 2, ratio * 2, 20.0, 1e-9)


@pytest.mark.parametrize("row", cases.read("located.csv"), ids=lambda row: row["case"])
def test_a_located_slice_is_relevant_or_not(row: cases.Row) -> None:
    found = _located(_where(row["where"]), float(row["observed"]), float(row["expected"]), float(row["share"]))
    totals = (130.0, 100.0) if row["rising"] == "yes" else (70.0, 100.0)
    drift = float(row["drift"])
    located = Localisation((found,), *totals, drift, drift, drift, row["outside"] == "yes", no_change=False)
    assert count.is_relevant(found, located) == (row["relevant"] == "yes")


@pytest.mark.parametrize(
    ("where", "observed", "artifact"),
    [
        # The batch has no more tickets: its units are three months older.
        ({"batch": "B1", "age": "4..7"}, [10, 60, 40, 40], True),
        # The batch has as many more as its age band.
        ({"batch": "B1", "age": "4..7"}, [30, 80, 40, 40], False),
        # An age alone is a season of sales that grew older.
        ({"age": "4..7"}, [30, 80, 40, 90], True),
        ({"batch": "B1"}, [30, 80, 40, 40], False),
    ],
)
def test_an_age_band_that_others_of_its_slice_make_up_for_is_an_artifact(
    where: dict[str, str], observed: list[float], artifact: bool
) -> None:
    values = [["B0", "B1"], ["..3", "4..7"]]
    codes = np.array([[1, 0], [1, 1], [0, 0], [0, 1]])
    expected = np.array([40.0, 30.0, 40.0, 40.0])
    compared = ComparedLeaves(("batch", "age"), values, codes, np.array(observed, float), expected)
    inside = compared.inside(where)
    found = _located(where, float(compared.observed[inside].sum()), float(expected[inside].sum()))
    assert count.is_ageing_artifact(found, compared) == artifact


@pytest.mark.parametrize("row", cases.read("hierarchies.csv"), ids=lambda row: row["where"])
def test_a_slice_is_named_with_what_people_name_it_by(row: cases.Row) -> None:
    others = (_where(row["ambiguous_with"]),) if row["ambiguous_with"] else ()
    found = LocatedSlice(_where(row["where"]), 40, 20, 20, 0.5, 2.0, 1.5, 2.5, 20.0, 1e-9, others)
    assert hierarchy.add_parents(found) == _where(row["named"])
    assert hierarchy.drop_implied_values(_where(row["where"])) == _where(row["without_implied"])
