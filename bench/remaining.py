"""Do intervals for what remains of open tickets hold what they say, told only from what was known before?

    python bench/remaining.py --folder DATA_FOLDER --until 2026-11-01T10:00 [--looks 16] [--json]

At each of so many moments, a week apart, everything after it is hidden; the tickets that were open are told of, and then
compared with what came. Beside ours stands what a user would otherwise do: the quantiles of how long tickets that had ended
by then took in all, less the ticket's age.
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
from zhenyin.process import remaining_time_model
from zhenyin.process.event_log import choose
from zhenyin.process.mining.remaining_time import Calibration, Stays, outlook

_WEEK, _HOUR = 7 * 86_400, 3600


def usual(stays: Stays, moment: float) -> tuple[Floats, Floats]:
    """The interval that the durations of all ended tickets give; they are stays of tickets, from their first on."""
    seen = stays.known_at(moment)
    took = (seen.end - seen.since)[np.isfinite(seen.end)]
    age = moment - stays.open_at(moment).since
    low, high = np.quantile(took, [(1 - remaining_time_model.COVERS) / 2, (1 + remaining_time_model.COVERS) / 2])
    return np.maximum(low - age, 0.0), np.maximum(high - age, 0.0)


def judged(stays: Stays, moment: float) -> dict[str, Floats]:
    """Of each ticket open at a moment: whether each interval held what came, and how wide it was in hours."""
    learned, now = remaining_time_model.learn(stays, moment), stays.open_at(moment)
    left = now.end - moment
    ways: dict[str, tuple[Floats, Floats]] = {"usual": usual(stays, moment)}
    for name, right in (("curves", Calibration(None)), ("ours", learned.right)):
        view = outlook(learned.past, now, moment, right, remaining_time_model.COVERS)
        ways[name] = view.low, view.high
        if name == "ours":
            miss = np.abs(np.minimum(view.mid, 1e12) - np.minimum(left, 1e12)) / _HOUR
    told: dict[str, Floats] = {"ours_miss": miss}
    for name, (low, high) in ways.items():
        told[f"{name}_held"] = ((left >= low) & (left <= high)).astype(np.float64)
        told[f"{name}_width"] = (np.minimum(high, 1e12) - np.minimum(low, 1e12)) / _HOUR
    return told


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("--folder", type=Path, required=True)
    parse.add_argument("--until", type=datetime.fromisoformat, required=True)
    parse.add_argument("--looks", type=int, default=16)
    parse.add_argument("--json", action="store_true")
    given = parse.parse_args()
    with opened(settings.load(data_dir=given.folder)) as workspace:
        choice = choose(workspace, (), None)
        assert choice is not None, "there are no events"
        stays = remaining_time_model.everything(workspace, choice)
    moments = [remaining_time_model.secs(given.until) - look * _WEEK for look in range(given.looks)]
    found = [judged(stays, moment) for moment in moments]
    whole = {name: np.concatenate([one[name] for one in found]) for name in found[0]}
    told: dict[str, Any] = {"tickets": len(whole["ours_held"])}
    told |= {
        name: float(values.mean() if name.endswith("held") else np.median(values)) for name, values in whole.items()
    }
    print(json.dumps(told) if given.json else told)


if __name__ == "__main__":
    main()
