"""Predicted shares are corrected by how earlier predictions turned out."""

import numpy as np
import pytest

from zhenyin.process.mining.calibration import Calibration, Outcomes

# What was predicted at a tenth was half.
PREDICTED = np.concatenate([np.linspace(0, 0.1, 50), np.linspace(0.1, 1, 50)])


def test_shares_are_corrected_by_how_they_turned_out() -> None:
    calibration = Calibration.by(Outcomes(PREDICTED, np.ones(100, dtype=bool)))
    assert calibration.level(0.5) == pytest.approx(0.1, abs=0.01)
    assert calibration.calibrated(np.array([0.1])) == pytest.approx(0.5, abs=0.02)


def test_without_enough_completed_outcomes_shares_stay_as_predicted() -> None:
    assert Calibration.by(Outcomes(PREDICTED, np.zeros(100, dtype=bool))) == Calibration(None)
    assert Calibration(None).level(0.3) == 0.3
    assert Calibration(None).calibrated(np.array([0.3])).tolist() == [0.3]
