"""What a detour costs, against tickets that are alike."""

import numpy as np
import pytest

from zhenyin.process.mining.stratified_excess import excess_duration


def row(fault: str, kind: str, marked: bool, took: np.ndarray) -> dict[str, object]:
    return {
        "fault": fault,
        "kind": kind,
        "marked": marked,
        "n": len(took),
        "total": float(took.sum()),
        "squares": float((took**2).sum()),
    }


def test_harder_faults_are_not_taken_for_a_cost_of_bouncing() -> None:
    rows = [row("easy", "x", False, np.full(900, 2.0)), row("hard", "x", False, np.full(100, 50.0))]
    rows += [row("hard", "x", True, np.full(40, 53.0))]
    assert excess_duration(rows, ["fault", "kind"]).seconds == pytest.approx(40 * 3.0)


def test_a_stratum_without_others_is_widened() -> None:
    rows = [
        row("a", "x", False, np.full(10, 4.0)),
        row("a", "y", True, np.full(3, 9.0)),
        row("b", "x", False, np.ones(9)),
    ]
    found = excess_duration(rows, ["fault", "kind"])
    assert (found.seconds, found.compared) == (pytest.approx(15.0), 3)


def test_without_anything_to_compare_with_nothing_is_claimed() -> None:
    found = excess_duration([row("a", "x", True, np.full(3, 9.0))], ["fault", "kind"])
    assert (found.seconds, found.compared, found.marked) == (0.0, 0, 3)


def test_the_interval_covers_the_truth_as_often_as_it_says() -> None:
    rng = np.random.default_rng(5)
    hits = 0
    for _ in range(400):
        rows = []
        for fault, mean in (("a", 10.0), ("b", 40.0)):
            noise = rng.lognormal(-0.32, 0.8, 260) * mean
            rows += [row(fault, "x", False, noise[:200]), row(fault, "x", True, noise[200:] + 6.0)]
        found = excess_duration(rows, ["fault"])
        hits += found.low <= 2 * 60 * 6.0 <= found.high
    assert 0.91 <= hits / 400 <= 0.98
