"""How soon does a detector see a planted change, at a stated number of false alarms?

    python bench/detect.py [--seed N] [--spread 0.5] [--json]

A company has 2,500 slices over 120 weeks: 1.35 events a week on average, exposure that grows from 0.7 to 1.3 of its mean,
a season of +-15 %, and over-dispersion 0 or 0.1 (variance = mean + 0.1 mean^2). Slices differ in their rates, which no
exposure tells: `--spread` is the coefficient of variation (gamma; 0 for all the same).

A new alarm is a week with an alarm in a slice that had none the week before. Thresholds are set on companies where
nothing happens, at one new alarm per 1,000 slice-weeks; `false_alarms`, per 1,000 slice-weeks, are counted on others, and
`realised_false_alarms` is the one of both over-dispersions that lies farther from 1. A change is found when
a new alarm comes within so many weeks of its first one: an alarm that stood before does not count. Weeks 73 to 120 are
watched; changes begin in weeks 73 to 109. A detector knows nothing of the simulation but counts and exposure, and nothing
of later weeks: what is usual is fitted anew every 12 weeks, to the weeks before.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zhenyin.core.arrays import Floats
from zhenyin.detectors import DETECTORS, DetectorSettings

SLICES, WEEKS, MEAN, SEASON = 2_500, 120, 1.35, 0.15
FIRST, LAST_ONSET, STEP = 72, 108, 12
BUDGET = 1e-3
UNAFFECTED = 12
"""Companies where nothing happens, for thresholds and again for the realised budget: 1.4 million slice-weeks."""
CHANGED = 2
"""Companies for each kind of change: each slice has one."""
CHANGES = {"step1.5_8w": (1.5, 8), "step2_8w": (2.0, 8), "step3_8w": (3.0, 8), "ramp_12w": (None, 12)}
DISPERSIONS = {"overdispersion_0": 0.0, "overdispersion_0.1": 0.1}
DEFAULT = "weekly_scan"
OWN = 60
"""Companies, one night each, that the default's own threshold is tried on."""
SPEED_SLICES = 100_000


@dataclass(frozen=True, slots=True)
class Company:
    """counts, exposure: float [slices, weeks]. onset: int [slices], the first week of its change."""

    counts: Floats
    exposure: Floats
    onset: NDArray[np.int64]


def company(seed: list[int], spread: float, alpha: float, size: float | None = 1.0) -> Company:
    """Draw a company; `size` of the step in each slice, None for a ramp to three times over 12 weeks."""
    rng = np.random.default_rng(seed)
    rate = MEAN * (rng.gamma(1 / spread**2, spread**2, (SLICES, 1)) if spread else np.ones((SLICES, 1)))
    exposure = np.tile(np.linspace(0.7, 1.3, WEEKS), (SLICES, 1))
    season = 1 + SEASON * np.sin(2 * np.pi * (np.arange(WEEKS) / 52 + rng.random()))
    onset = rng.integers(FIRST, LAST_ONSET + 1, SLICES)
    since = np.arange(WEEKS) - onset[:, None]
    change = 1 + 2 * np.clip((since + 1) / 12, 0, 1) if size is None else np.where(since >= 0, size, 1.0)
    mean = rate * exposure * season * change
    if alpha:
        mean = mean * rng.gamma(1 / alpha, alpha, mean.shape)
    return Company(rng.poisson(mean).astype(float), exposure, onset)


def series(key: str, of: Company) -> Floats:
    """The scores of the weeks watched, as they were known then: float [slices, weeks from FIRST on]."""
    ends = range(FIRST + STEP, WEEKS + 1, STEP)
    score = DETECTORS[key].scores
    return np.concatenate(
        [score(of.counts[:, :end], of.exposure[:, :end], DetectorSettings(), STEP) for end in ends], axis=1
    )


def new_alarms(scores: Floats, threshold: float) -> NDArray[np.bool_]:
    """Weeks with an alarm after one without. The first week watched has none before it and so counts."""
    alarm = scores >= threshold
    alarm[:, 1:] &= ~alarm[:, :-1].copy()
    return alarm


def calibrated(scores: Floats) -> float:
    """The least threshold, searched from above, at which new alarms keep the budget."""
    low, high = np.quantile(scores, 0.9), scores.max() + 1
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if new_alarms(scores, middle).mean() > BUDGET else (low, middle)
    return float(high)


def found(scores: Floats, onset: NDArray[np.int64], threshold: float, within: int) -> float:
    """Share of changes with a new alarm in their first weeks."""
    week = np.arange(scores.shape[1]) + FIRST - onset[:, None]
    return float((new_alarms(scores, threshold) & (week >= 0) & (week < within)).any(axis=1).mean())


def powers(draw: Callable[..., Company], alpha: float) -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    """For every detector the share of each change that it finds, and the false alarms it realised."""
    unaffected = {key: _stacked(key, [draw(i, alpha) for i in range(UNAFFECTED)]) for key in DETECTORS}
    thresholds = {key: calibrated(scores) for key, scores in unaffected.items()}
    realised = {}
    for key in DETECTORS:
        again = _stacked(key, [draw(100 + i, alpha) for i in range(UNAFFECTED)])
        realised[key] = float(new_alarms(again, thresholds[key]).mean() / BUDGET)
    found_shares: dict[str, dict[str, float]] = {key: {} for key in DETECTORS}
    for number, (name, (size, within)) in enumerate(CHANGES.items()):
        changed = [draw(1_000 * (number + 1) + i, alpha, size) for i in range(CHANGED)]
        for key in DETECTORS:
            onset = np.concatenate([one.onset for one in changed])
            found_shares[key][name] = round(found(_stacked(key, changed), onset, thresholds[key], within), 4)
    return found_shares, realised


def _stacked(key: str, companies: list[Company]) -> Floats:
    return np.concatenate([series(key, one) for one in companies])


def own_budget(draw: Callable[..., Company], alpha: float) -> float:
    """False alarms at the threshold that the default sets itself, of those that it was allowed."""
    allowed = SLICES * BUDGET
    settings = DetectorSettings(false_alarms=allowed)
    counted = 0
    for number in range(OWN):
        of = draw(10_000 + number, alpha)
        counted += sum(alarm.new for alarm in DETECTORS[DEFAULT].run(of.counts, of.exposure, settings))
    return counted / (OWN * allowed)


def speed(seed: int) -> float:
    """Slices per second of the default, threshold and alarms included."""
    rng = np.random.default_rng([seed, 5])
    counts = rng.poisson(MEAN, (SPEED_SLICES, WEEKS)).astype(float)
    exposure = np.ones_like(counts)
    start = time.perf_counter()
    DETECTORS[DEFAULT].run(counts, exposure, DetectorSettings(false_alarms=SPEED_SLICES * BUDGET))
    return SPEED_SLICES / (time.perf_counter() - start)


def measure(seed: int, spread: float) -> dict[str, Any]:
    """All figures: those of the default on top, each detector under its own key."""

    def draw(number: int, alpha: float, size: float | None = 1.0) -> Company:
        return company([seed, number], spread, alpha, size)

    result: dict[str, Any] = {key: {} for key in DETECTORS}
    own = {}
    for name, alpha in DISPERSIONS.items():
        shares, realised = powers(draw, alpha)
        own[name] = round(own_budget(draw, alpha), 3)
        for key in DETECTORS:
            result[key][name] = shares[key]
            result[key].setdefault("false_alarms", {})[name] = round(realised[key], 3)
    for key in DETECTORS:
        result[key]["realised_false_alarms"] = max(result[key]["false_alarms"].values(), key=lambda x: abs(x - 1))
    top = dict(result[DEFAULT])
    top["own_threshold_false_alarms"] = own
    top["slices_per_second"] = round(speed(seed))
    return top | result


def main() -> None:
    """Read the arguments, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--spread", type=float, default=0.5, help="how much the rates of slices differ (0: not at all)")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    result = measure(chosen.seed, chosen.spread)
    if chosen.json:
        print(json.dumps(result))
        return
    for key in DETECTORS:
        for name in DISPERSIONS:
            shares = "  ".join(f"{change} {share:.3f}" for change, share in result[key][name].items())
            print(f"{key:12} {name:18} {shares}  false alarms x{result[key]['false_alarms'][name]:.2f}")
    print(f"own threshold: {result['own_threshold_false_alarms']}")
    print(f"{result['slices_per_second']:,} slices a second")


if __name__ == "__main__":
    main()
