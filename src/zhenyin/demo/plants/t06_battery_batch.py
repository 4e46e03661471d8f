"""T6: the battery of one batch of one model gives out after 5 months in service; the rate passes 5 % a month."""

import numpy as np

from zhenyin.core.words import Words
from zhenyin.demo.base import BATCHES, EARLIER, first_month
from zhenyin.demo.catalogue import FAULT_NAMES, MODELS
from zhenyin.demo.frame import Tickets, together
from zhenyin.demo.plants import Facts, Plant
from zhenyin.demo.proposals import month_of_devices
from zhenyin.demo.world import World

MODEL, BATCH = 0, BATCHES - 3
"""X30 Pro of the batch that was shipped 8 to 6 months before the last month."""
HAZARD = {5: 0.040, 6: 0.060}
"""Share of the devices that fail in a month, by whole months since shipping."""
LATER = 0.070
FAULT = "续航短"


def _extra(world: World, rng: np.random.Generator) -> Tickets:
    first = int(first_month(np.array(BATCH)))
    last = int(world.month_of_day[-1])
    return together(
        [_failures(world, ship, month, rng) for ship in range(first, first + 3) for month in range(ship + 5, last + 1)]
    )


def _failures(world: World, ship: int, month: int, rng: np.random.Generator) -> Tickets:
    """Failures in `month` of the devices shipped in month `ship`."""
    devices = world.base.shipped[MODEL, ship + EARLIER]
    elapsed = float(np.mean(world.month_of_day == month)) * world.days / _length(world, month)
    province = np.repeat(np.arange(len(devices)), rng.binomial(devices, HAZARD.get(month - ship, LATER) * elapsed))
    before = world.base.shipped[MODEL, int(first_month(np.array(BATCH))) + EARLIER : ship + EARLIER].sum(axis=0)
    unit = before[province] + (rng.random(len(province)) * devices[province]).astype(np.int64)
    size = len(province)
    fixed = {"model": np.full(size, MODEL), "batch": np.full(size, BATCH), "province": province, "unit": unit}
    return month_of_devices(world, month, fixed, rng).changed(
        fault=np.full(size, FAULT_NAMES.index(FAULT)), kind=np.where(rng.random(size) < 0.92, 0, 1)
    )


def _length(world: World, month: int) -> int:
    return (world.month(month + 1) - world.month(month)).days


def _truth(world: World, _: Tickets) -> Facts:
    crossing = int(world.month_of_day[-1]) - 1
    return {
        "from": world.month(int(world.month_of_day[-1]) - 3).isoformat(),
        "to": world.calendar(world.days - 1).isoformat(),
        "where": {"model": MODELS[MODEL].name, "batch": world.batch_names[MODEL][BATCH], "fault": FAULT},
        "metric": "failure_rate",
        "months_in_service": 5,
        "monthly_hazard": {**{str(age): rate for age, rate in HAZARD.items()}, "7+": LATER},
        "passes_5_percent_in": world.month(crossing).isoformat()[:7],
        "expected": "batch and age named; the 5 % rule fires",
    }


PLANT = Plant(Words("电池批次续航衰减", "A battery batch gives out"), _truth, extra=_extra)
