"""Evidence of a finding: what its explanation says, and its time series beside the baseline."""

from datetime import date

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.schema import Coordinates
from zhenyin.dimensions import FAULT_DIMENSIONS
from zhenyin.explain import sentences
from zhenyin.explain.models import Explanation, MixRate
from zhenyin.stats.intervals import Z_95
from zhenyin.watch.models import Evidence, MixRateEvidence, TimeSeries
from zhenyin.watch.scan.ticket_cube import TicketCube


def evidence_of(found: Explanation) -> Evidence:
    """What an explanation says, as it is kept."""
    return Evidence(
        sentence=found.sentence,
        suspects=found.suspects,
        outside=found.outside,
        expected=found.expected,
        observed=found.observed,
        mix_rate=_mix_rate(found.mix_rate) if found.mix_rate else None,
    )


def _mix_rate(found: MixRate) -> MixRateEvidence:
    parts = found.split
    return MixRateEvidence(
        difference=parts.difference,
        mix=parts.mix,
        rate=parts.rate,
        reversal=bool(parts.reversal),
        by=found.by,
        sentence=sentences.mix_rate(found.by, found.split),
        contributors=tuple((c.dimension, c.value, c.effect) for c in found.mix_contributors),
    )


def reference_series(cube: TicketCube, where: Coordinates) -> Floats:
    """What the counts of a slice are compared with: float [weeks].

    The other tickets of its place, whatever their fault; for a place as a whole, the same in every week.
    """
    place = {d: value for d, value in where.items() if d not in FAULT_DIMENSIONS}
    if len(place) == len(where):
        return np.ones(cube.weeks.count)
    return cube.series(place) - cube.series(where)


def time_series(cube: TicketCube, where: Coordinates, since: date, expected: float) -> TimeSeries:
    """The counts of a slice by week (or day) with their baseline.

    The baseline is proportional to the reference series: before the onset in the proportion observed until then, since
    the onset so that it sums to `expected`. The margin is that of a Poisson count.
    """
    weeks = cube.weeks
    onset = (since - weeks.first).days // weeks.days
    baseline = baseline_of(cube.series(where), reference_series(cube, where), onset, expected)
    numbers = (cube.series(where), baseline, Z_95 * np.sqrt(baseline))
    observed, level, margin = (tuple(round(x, 3) for x in side.tolist()) for side in numbers)
    return TimeSeries(weeks.first, weeks.days, observed, level, margin)


def baseline_of(observed: Floats, reference: Floats, onset: int, expected: float) -> Floats:
    """Expected count of each week: float [weeks]; see `time_series`. A reference of zero counts each week alike.

    >>> baseline_of(np.array([4.0, 6, 30]), np.array([10.0, 10, 20]), 2, 8.0).tolist()
    [5.0, 5.0, 8.0]
    """
    if reference[:onset].sum() <= 0 or reference[onset:].sum() <= 0:
        reference = np.ones(len(observed))
    before = float(observed[:onset].sum()) / max(float(reference[:onset].sum()), 1e-9)
    since = expected / float(reference[onset:].sum())
    return reference * np.where(np.arange(len(observed)) < onset, before, since)
