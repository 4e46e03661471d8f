"""Do prediction intervals of remaining times hold what they say, made only from what was recorded before?

    python bench/remaining.py --folder DATA_FOLDER --until 2026-11-01T10:00 [--origins 16] [--json]

At each of so many moments, a week apart, everything after it is hidden; the tickets that were open are predicted, and then
compared with what came. Beside the model stands what a user would otherwise do: the quantiles of how long tickets that had
ended by then took in all, less the ticket's age.
"""

import argparse
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from zhenyin.core import settings
from zhenyin.core.arrays import Floats
from zhenyin.job.workspace import opened
from zhenyin.process.event_log import select_event_log
from zhenyin.process.mining.calibration import Calibration
from zhenyin.process.mining.remaining_time import predict
from zhenyin.process.mining.remaining_time_model import NOMINAL_COVERAGE, fit
from zhenyin.process.mining.sojourns import Sojourns
from zhenyin.process.remaining_time_model import epoch_seconds, sample_sojourns

_WEEK, _HOUR = 7 * 86_400, 3600
_UNKNOWN_END = 1e12


def naive(sojourns: Sojourns, moment: float) -> tuple[Floats, Floats]:
    """The interval that the durations of all ended tickets give; they are sojourns of tickets, from their first on."""
    recorded = sojourns.as_of(moment)
    took = (recorded.end - recorded.since)[np.isfinite(recorded.end)]
    age = moment - sojourns.open_at(moment).since
    low, high = np.quantile(took, [(1 - NOMINAL_COVERAGE) / 2, (1 + NOMINAL_COVERAGE) / 2])
    return np.maximum(low - age, 0.0), np.maximum(high - age, 0.0)


def scored(sojourns: Sojourns, moment: float) -> dict[str, Floats]:
    """Of each ticket open at a moment: whether each interval held what came, and how wide it was in hours."""
    model, now = fit(sojourns, moment), sojourns.open_at(moment)
    left = now.end - moment
    intervals: dict[str, tuple[Floats, Floats]] = {"naive": naive(sojourns, moment)}
    for name, calibration in (("curves", Calibration(None)), ("model", model.calibration)):
        found = predict(model.history, now, moment, calibration, NOMINAL_COVERAGE)
        intervals[name] = found.low, found.high
        if name == "model":
            miss = np.abs(np.minimum(found.median, _UNKNOWN_END) - np.minimum(left, _UNKNOWN_END)) / _HOUR
    scores: dict[str, Floats] = {"model_miss": miss}
    for name, (low, high) in intervals.items():
        scores[f"{name}_coverage"] = ((left >= low) & (left <= high)).astype(np.float64)
        scores[f"{name}_width"] = (np.minimum(high, _UNKNOWN_END) - np.minimum(low, _UNKNOWN_END)) / _HOUR
    return scores


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("--folder", type=Path, required=True)
    parse.add_argument("--until", type=datetime.fromisoformat, required=True)
    parse.add_argument("--origins", type=int, default=16)
    parse.add_argument("--json", action="store_true")
    given = parse.parse_args()
    with opened(settings.load(data_dir=given.folder)) as workspace:
        log = select_event_log(workspace, (), None)
        assert log is not None, "there are no events"
        sojourns = sample_sojourns(workspace, log)
    moments = [epoch_seconds(given.until) - week * _WEEK for week in range(given.origins)]
    found = [scored(sojourns, moment) for moment in moments]
    whole = {name: np.concatenate([one[name] for one in found]) for name in found[0]}
    result: dict[str, Any] = {"tickets": len(whole["model_coverage"])}
    result |= {
        name: float(values.mean() if name.endswith("coverage") else np.median(values)) for name, values in whole.items()
    }
    print(json.dumps(result) if given.json else result)


if __name__ == "__main__":
    main()
