"""T4: installation complaints pile up where the contractor 快安达 works, in three provinces."""

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.words import Words
from zhenyin.demo.catalogue import KINDS, fault_codes
from zhenyin.demo.frame import Tickets
from zhenyin.demo.geography import CONTRACTORS
from zhenyin.demo.plants import Facts, Plant
from zhenyin.demo.plants._truths import times
from zhenyin.demo.proposals import ROUGH_PROVINCES
from zhenyin.demo.world import World

RATIO = 3.5
_COMPLAINT = KINDS.index("投诉")


def _rate_factor(_: World, tickets: Tickets) -> Floats:
    fitting = np.isin(tickets.fault, fault_codes(category="安装")) & (tickets.kind == _COMPLAINT)
    return times(fitting & (tickets.contractor == len(CONTRACTORS) - 1), RATIO)


def _truth(_: World, __: Tickets) -> Facts:
    return {
        "where": {"category": "安装", "kind": KINDS[_COMPLAINT], "extra.contractor": CONTRACTORS[-1]},
        "provinces": list(ROUGH_PROVINCES),
        "metric": "complaint_share",
        "ratio": RATIO,
        "expected": "the contractor is named, not the provinces",
    }


PLANT = Plant(Words("安装商快安达投诉多", "Contractor with many complaints"), _truth, rate_factor=_rate_factor)
