"""T1: firmware 3.2.1 triples the pairing failures of robot vacuums and locks, with Android phones only."""

from zhenyin.core.arrays import Floats
from zhenyin.core.words import Words
from zhenyin.demo.catalogue import LOCK, PHONE_SYSTEMS, VACUUM
from zhenyin.demo.frame import Tickets
from zhenyin.demo.plants import Facts, Plant
from zhenyin.demo.plants._truths import has_fault, span, times
from zhenyin.demo.rollout import FIRMWARES, STREAM_OF_MODEL
from zhenyin.demo.world import World

RATIO = 3.0
FAULT = "配网失败"
_BAD = 2  # 3.2.1 in the stream that vacuums and locks share


def _rate_factor(_: World, tickets: Tickets) -> Floats:
    device = (STREAM_OF_MODEL[tickets.model] == 0) & (tickets.version == _BAD)
    return times(device & has_fault(tickets, FAULT) & (tickets.phone == 0), RATIO)


def _truth(world: World, _: Tickets) -> Facts:
    bad, cure = FIRMWARES[0][_BAD], FIRMWARES[0][_BAD + 1]
    return {
        **span(world, world.monday(bad.weeks_ago), world.monday(cure.weeks_ago)),
        "where": {"fault": FAULT, "version": bad.version, "extra.phone_os": PHONE_SYSTEMS[0]},
        "product_lines": [VACUUM, LOCK],
        "metric": "failure_rate",
        "ratio": RATIO,
        "expected": "signal within 3 weeks; the slice is named, not the product line",
    }


PLANT = Plant(Words("固件 3.2.1 配网失败", "Firmware 3.2.1 breaks pairing"), _truth, rate_factor=_rate_factor)
