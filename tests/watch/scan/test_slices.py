"""When a slice has an alarm against its own history, and against last year."""

import numpy as np
import pytest

from zhenyin.core.schema import Coordinates
from zhenyin.detectors import DetectorSettings
from zhenyin.watch.scan.alarms import AlarmScan, slice_alarms
from zhenyin.watch.scan.slice_families import SliceFamily, slice_families
from zhenyin.watch.scan.slices import Slices, assemble, matches_last_year, rebaselined, without_event

WEEKS = 110


def slices(**raised: dict[int, float]) -> Slices:
    """Forty unaffected faults with about six tickets a week; `raised` gives the factor of weeks, counted from the end."""
    dice = np.random.default_rng(3)
    level = np.full((40, WEEKS), 6.0)
    for name, factors in raised.items():
        for back, factor in factors.items():
            level[int(name.removeprefix("f")), -back] *= factor
    where: list[Coordinates] = [{"fault": f"f{i}"} for i in range(40)]
    return Slices(where, dice.poisson(level).astype(float), np.ones((40, WEEKS)))


def names(found: Slices) -> list[str]:
    return [alarm.where["fault"] for alarm in slice_alarms(found, DetectorSettings(season=False))]


def test_three_bad_weeks_of_one_fault_are_seen() -> None:
    assert names(slices(f7={1: 4, 2: 4, 3: 4}))[0] == "f7"


def test_what_rises_as_much_every_year_is_a_season() -> None:
    risen = {1: 4.0, 2: 4.0, 3: 4.0}
    every_year = risen | {back + 52: factor for back, factor in risen.items()}
    assert "f7" not in names(slices(f7=every_year))


def test_what_rises_much_more_than_last_year_is_no_season() -> None:
    assert "f7" in names(slices(f7={1: 9, 2: 9, 3: 9, 53: 2, 54: 2, 55: 2}))


def test_nothing_is_told_of_a_history_too_short_to_judge_by() -> None:
    young = slices(f7={1: 5, 2: 5})
    assert slice_alarms(Slices(young.where, young.counts[:, -20:], young.base[:, -20:]), DetectorSettings()) == []


def test_last_year_is_compared_as_far_as_it_goes() -> None:
    counts = np.full(54, 5.0)
    counts[-2:] = counts[:2] = 50.0
    assert matches_last_year(counts, np.ones(54), window=8) is True
    counts[:2] = 5.0
    assert matches_last_year(counts, np.ones(54), window=8) is False
    assert matches_last_year(counts[2:], np.ones(52), window=8) is None


def test_a_product_hardly_sold_last_year_has_no_season_yet() -> None:
    base = np.where(np.arange(WEEKS) < 60, 0.01, 1.0)
    assert matches_last_year(np.full(WEEKS, 5.0), base, window=4) is None


def test_the_tickets_of_an_event_are_taken_out_of_the_other_slices() -> None:
    found = slices()
    event = np.zeros(WEEKS)
    event[-1] = found.counts[3, -1]
    left = without_event(found, lambda where: event if where == {"fault": "f3"} else None, explained={"fault": "f0"})
    assert {"fault": "f0"} not in left.where
    assert left.counts[left.where.index({"fault": "f3"}), -1] == 0
    assert found.counts[3, -1] == event[-1], "the slices that were given stay as they are"


def test_slices_of_unknown_values_or_without_risk_are_left_out() -> None:
    (family,) = [family for family in slice_families([], ["product"]) if family.dims == ("product",)]
    counts = {(name,): np.full(30, 4.0) for name in ("A", "", "B", "C")}
    at_risk = {("A",): np.ones(30), ("",): np.ones(30), ("B",): np.zeros(30)}
    assert assemble([(family, counts, at_risk)], recent=4, least=5).where == [{"product": "A"}]


@pytest.mark.parametrize("exposed", [[], ["product"], ["product", "province", "model"]])
def test_every_family_is_compared_with_what_it_can_be(exposed: list[str]) -> None:
    for family in slice_families(["extra.系统"], exposed):
        if not family.shared:
            assert set(family.base) <= set(exposed)
        assert set(family.base) <= set(family.dims)


def test_a_new_level_is_judged_by_its_own_weeks_alone() -> None:
    found = slices()
    where, counts, base = {"fault": "new"}, np.where(np.arange(WEEKS) < 60, 2.0, 12.0), np.ones(WEEKS)
    accepted = rebaselined(found, where, 60, counts, base, windows=12)
    assert "new" not in names(accepted)
    counts[-3:] = 60.0
    assert names(rebaselined(found, where, 60, counts, base, windows=12))[0] == "new"


def test_a_level_too_young_to_judge_is_left_alone() -> None:
    found = slices()
    assert rebaselined(found, {"fault": "new"}, WEEKS - 10, np.ones(WEEKS), np.ones(WEEKS), windows=12) is found


def test_a_version_that_just_came_out_is_held_against_its_fault() -> None:
    """Nobody had the version before; its tickets are a tenth of all, its pairing failures nearly all of them."""
    late = (np.arange(WEEKS) >= WEEKS - 2).astype(float)
    old, many = np.full(WEEKS, 100.0), {(f"f{i}",): np.full(WEEKS, 5.0) for i in range(20)}
    share = SliceFamily(("fault", "version"), ("version",), True)
    cells = {(*fault, "1.0"): weeks for fault, weeks in many.items()}
    cells[("f3", "1.1")], cells[("f4", "1.1")] = 12.0 * late, 5.0 * late
    many[("f3",)], many[("f4",)] = 5 + 12 * late, 5 + 5 * late
    tables = [
        (SliceFamily(("fault",), (), True), many, {(): old + 17 * late}),
        (share, cells, {("1.0",): old, ("1.1",): 17.0 * late}),
    ]
    found = assemble(tables, recent=12, least=5)
    out = [alarm.where for alarm in slice_alarms(found, DetectorSettings(season=False))]
    assert out[0] == {"fault": "f3", "version": "1.1"}
    assert {"fault": "f0", "version": "1.0"} not in out


def test_two_places_at_once_should_have_what_both_have_more_of() -> None:
    level = np.full(40, 10.0)
    base = np.full(40, 100.0)
    fault = (SliceFamily(("fault",), (), True), {("f",): 4 * level}, {(): 4 * base})
    one = (
        SliceFamily(("fault", "a"), ("a",), True),
        {("f", "x"): 3 * level, ("f", "y"): level},
        {("x",): 2 * base, ("y",): 2 * base},
    )
    two = (
        SliceFamily(("fault", "b"), ("b",), True),
        {("f", "u"): 3 * level, ("f", "v"): level},
        {("u",): 2 * base, ("v",): 2 * base},
    )
    both = (
        SliceFamily(("fault", "a", "b"), ("a", "b"), True),
        {("f", "x", "u"): level},
        {("x", "u"): base, ("y", "v"): 3 * base},
    )
    found = assemble([fault, one, two, both], recent=12, least=5)
    rate = found.parents[found.where.index({"fault": "f", "a": "x", "b": "u"})]
    assert rate == pytest.approx(0.1 * 1.5 * 1.5, rel=0.02)


def test_what_an_event_explains_is_out_of_line_no_more() -> None:
    found = slices(f7={1: 9, 2: 9}, f9={1: 8, 2: 8})
    scan = AlarmScan(found, DetectorSettings(season=False))
    assert [alarm.where["fault"] for alarm in scan.alarms()][:2] == ["f7", "f9"]
    event = found.counts[9].copy()
    event[:-2] = 0
    scan.remove_event(lambda where: event if where == {"fault": "f9"} else None, explained={"fault": "f7"})
    assert not {"f7", "f9"} & {alarm.where["fault"] for alarm in scan.alarms()}
    assert found.counts[9, -1] == event[-1], "the slices that were given stay as they are"
