"""Completion curves of censored durations, by hand."""

import numpy as np

from zhenyin.process.mining.completion_curve import CompletionCurve, kaplan_meier


def test_censored_cases_count_as_long_as_they_were_seen() -> None:
    curve = kaplan_meier(np.array([2.0, 1.0, 2.0, 5.0]), np.array([True, True, False, False]))
    assert (curve.after.tolist(), curve.share.tolist()) == ([1.0, 2.0], [0.25, 0.5])
    assert curve.completed(np.array([0.5, 1.0, 9.0])).tolist() == [0.0, 0.25, 0.5]
    assert (curve.quantile(0.5), curve.quantile(0.6)) == (2.0, np.inf)


def test_nothing_completed_gives_an_empty_curve() -> None:
    curve = kaplan_meier(np.array([2.0, 3.0]), np.array([False, False]))
    assert curve.completed(np.array([9.0])).tolist() == [0.0]
    assert curve.quantile(0.1) == np.inf


def test_the_last_step_holds_for_ever() -> None:
    assert CompletionCurve(np.array([1.0]), np.array([1.0])).completed(np.array([2.0])).tolist() == [1.0]
