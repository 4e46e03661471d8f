"""When two findings are one event, and what a finding makes of the signal that is known of it."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.watch.cubes import cases, names

from zhenyin.core.schema import Coordinates
from zhenyin.watch.models import Finding, Signal
from zhenyin.watch.service import _update, overlap, same_event

DAY = date(2026, 3, 2)
SAME, STATES = cases("same_event"), cases("signal_states")
slices = st.dictionaries(st.sampled_from("abc"), st.sampled_from("xy"), max_size=3)


def finding(where: Coordinates, weeks: tuple[int, int], metric: str = "ticket_count") -> Finding:
    since, until = (DAY + timedelta(weeks=n) for n in weeks)
    return Finding(metric, where, since, until, 30, 10, 3.0, 2.1, 4.2, 12.0, "weekly")


@pytest.mark.parametrize("case", SAME, ids=names(SAME))
def test_two_findings_are_one_event(case: dict[str, Any]) -> None:
    one, other = (finding(**case[side]) for side in ("one", "other"))
    assert same_event(one, other) is case["same"]
    assert same_event(other, one) is case["same"]


@given(slices, slices)
def test_overlap_is_symmetric_and_holds_of_a_slice_within_another(one: Coordinates, other: Coordinates) -> None:
    assert overlap(one, other) == overlap(other, one)
    assert overlap(one, one | {"d": "z"})


@pytest.mark.parametrize("case", STATES, ids=names(STATES))
def test_a_finding_about_a_known_event_moves_its_signal(case: dict[str, Any]) -> None:
    day = {name: DAY + timedelta(weeks=case[name]) for name in ("since", "today", "first")}
    snoozed = DAY + timedelta(weeks=case["snoozed_until"]) if "snoozed_until" in case else None
    known = Signal("sig-1", finding({"fault": "闪退"}, (0, 2)), case["state"], DAY, DAY, snoozed_until=snoozed)
    signal, how = _update(known, finding({"fault": "闪退"}, (case["since"], case["today"])), day["today"])
    assert (signal.id, signal.state, how) == ("sig-1", case["becomes"], case["how"])
    assert (signal.finding.since, signal.found_at, signal.last_seen) == (day["first"], DAY, day["today"])


def test_a_finding_about_no_known_event_is_a_new_signal() -> None:
    signal, how = _update(None, finding({"fault": "闪退"}, (0, 2)), DAY)
    assert (signal.state, signal.found_at, how) == ("open", DAY, "new")
