"""How well are tickets to come told, for each team and product line?

    python bench/forecast.py [--seeds 7 11 23] [--tickets 120000] [--json]

Demo companies of several seeds; forecasts from seven days of the last year, eight weeks apart, with only what was known
then: 28 days by day, and 8 weeks by week. Tickets that their chat does not assign to a team or product line are one series
more.

mase: mean over series and origins of the mean absolute error, over that of the seasonal naive forecast within the history
(R. J. Hyndman, A. B. Koehler, 2006); the season is 7 days, and 52 weeks. seasonal_naive: the same of that naive forecast
itself. ratio: the first over the second. coverage: how much lies within the 80 % intervals. The first three
figures of the JSON are the means of both grains.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import json
import time
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.demo.catalogue import CHANNELS, LINES, MODELS, TEAMS
from zhenyin.demo.frame import NEVER
from zhenyin.demo.people import AGENTS
from zhenyin.demo.story import generate_tickets
from zhenyin.demo.world import World
from zhenyin.forecast.volume import Grain, volume

ORIGINS, DAYS_BETWEEN = 7, 56
HORIZON: dict[Grain, int] = {"day": 28, "week": 56}
SEASON: dict[Grain, int] = {"day": 7, "week": 52}
LEAST = 20
"""A series counts at an origin when the history before it has so many steps beyond a season."""


@dataclass(frozen=True, slots=True)
class Series:
    """counts: float [series, days] from `first` on; names: team and product line of each."""

    names: list[tuple[str, str]]
    counts: Floats
    first: date


def company_history(seed: int, tickets: int, until: date) -> Series:
    """The daily tickets of a demo company, duplicates left out."""
    world = World(seed, until, tickets)
    all_of_them = generate_tickets(world)
    originals = all_of_them.take(all_of_them.original == NEVER)
    team = np.array([agent.team for agent in AGENTS])[originals.agent]
    line = np.array([LINES.index(model.line) for model in MODELS])[originals.model]
    chat = originals.channel == CHANNELS.index("微信")
    code = np.where(chat, len(TEAMS) * len(LINES), team * len(LINES) + line)
    counts = np.zeros((len(TEAMS) * len(LINES) + 1, world.days))
    np.add.at(counts, (code, originals.created // 86_400), 1)
    names = [(t, p) for t in TEAMS for p in LINES] + [("", "")]
    kept = counts.sum(axis=1) > 0
    return Series([n for n, keep in zip(names, kept, strict=True) if keep], counts[kept], world.start)


def measured(series: Series, grain: Grain) -> dict[str, float]:
    """Over all origins."""
    days, horizon = series.counts.shape[1], HORIZON[grain]
    errors: list[float] = []
    naive: list[float] = []
    inside: list[float] = []
    started = time.perf_counter()
    for back in range(ORIGINS):
        origin = days - horizon - back * DAYS_BETWEEN
        made = volume(series.counts[:, :origin], series.first, [line for _, line in series.names], horizon, grain)
        size = 1 if grain == "day" else 7
        actual = series.counts[:, origin : origin + horizon].reshape(len(series.names), -1, size).sum(axis=2)
        for i, history in enumerate(series.counts[:, :origin]):
            scored = _scored(history, actual[i], made.median[i], grain)
            if scored is None:
                continue
            errors.append(scored[0])
            naive.append(scored[1])
            inside.append(float(((actual[i] >= made.low[i]) & (actual[i] <= made.high[i])).mean()))
    scores = {
        "mase": float(np.mean(errors)),
        "seasonal_naive": float(np.mean(naive)),
        "coverage": float(np.mean(inside)),
    }
    scores["ratio"] = scores["mase"] / scores["seasonal_naive"]
    return scores | {"forecasts": len(errors), "seconds": (time.perf_counter() - started) / ORIGINS}


def _scored(history: Floats, actual: Floats, predicted: Floats, grain: Grain) -> tuple[float, float] | None:
    """MASE of a forecast and of the seasonal naive one; None where the history is too short for a scale."""
    spoken = np.flatnonzero(history)
    size, season = (1, 7) if grain == "day" else (7, 52)
    if not len(spoken):
        return None
    history = history[spoken[0] :]
    steps = history[len(history) % size :].reshape(-1, size).sum(axis=1)
    if len(steps) < season + LEAST:
        return None
    scale = float(np.abs(steps[season:] - steps[:-season]).mean())
    repeated = np.resize(steps[-season:], len(actual))
    return float(np.abs(actual - predicted).mean()) / scale, float(np.abs(actual - repeated).mean()) / scale


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("--seeds", type=int, nargs="+", default=[7, 11, 23])
    reader.add_argument("--tickets", type=int, default=120_000)
    reader.add_argument("--until", type=date.fromisoformat, default=date.today())
    reader.add_argument("--json", action="store_true")
    arguments = reader.parse_args()
    found: dict[str, Any] = {}
    for seed in arguments.seeds:
        series = company_history(seed, arguments.tickets, arguments.until)
        for grain in HORIZON:
            found.setdefault(grain, {})[str(seed)] = measured(series, grain)
    means = {
        grain: {name: float(np.mean([run[name] for run in runs.values()])) for name in next(iter(runs.values()))}
        for grain, runs in found.items()
    }
    if arguments.json:
        both = {
            name: float(np.mean([scores[name] for scores in means.values()])) for name in ("mase", "ratio", "coverage")
        }
        print(json.dumps({**both, **means, "seeds": found}))
        return
    for name, scores in means.items():
        print(f"{name:<5}", *(f"{key} {value:.3f}" for key, value in scores.items()), sep="  ")


if __name__ == "__main__":
    main()
