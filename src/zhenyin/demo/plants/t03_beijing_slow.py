"""T3: Beijing waits twice as long for a first reply: half through its mix (night, hard), half through two agents."""

import numpy as np

from zhenyin.core.arrays import Floats, Mask
from zhenyin.core.words import Words
from zhenyin.demo.catalogue import FAULTS
from zhenyin.demo.frame import Tickets
from zhenyin.demo.geography import PROVINCE_NAMES
from zhenyin.demo.people import AGENT_CODES, BEIJING_PAIR
from zhenyin.demo.plants import Facts, Plant
from zhenyin.demo.plants._truths import times
from zhenyin.demo.world import World

PROVINCE = "北京市"
_HARD = np.array([fault.hard for fault in FAULTS])
_NIGHT_ODDS, _HARD_ODDS, _LEVEL = 2.0, 2.4, 0.68
_PAIR_SHARE, _PAIR_FACTOR = 0.62, 1.70
_PAIR = np.array([AGENT_CODES[name] for name in BEIJING_PAIR])


def _there(tickets: Tickets) -> Mask:
    there: Mask = tickets.province == PROVINCE_NAMES.index(PROVINCE)
    return there


def _rate_factor(_: World, tickets: Tickets) -> Floats:
    mix = times(tickets.night, _NIGHT_ODDS) * times(_HARD[tickets.fault], _HARD_ODDS) * _LEVEL
    return np.where(_there(tickets), mix, 1.0)


def _route(_: World, tickets: Tickets, rng: np.random.Generator) -> Tickets:
    theirs = _there(tickets) & (rng.random(len(tickets)) < _PAIR_SHARE)
    return tickets.changed(agent=np.where(theirs, rng.choice(_PAIR, len(tickets)), tickets.agent))


def _slower(_: World, tickets: Tickets) -> Floats:
    return times(np.isin(tickets.agent, _PAIR), _PAIR_FACTOR)


def _truth(_: World, __: Tickets) -> Facts:
    return {
        "where": {"province": PROVINCE},
        "metric": "first_response_hours",
        "ratio": 2.0,
        "share_of_mix": 0.5,
        "mix_by": ["night", "fault"],
        "night_hours": [20, 8],
        "agents": list(BEIJING_PAIR),
        "expected": "split into mix and rate; both halves named",
    }


PLANT = Plant(
    Words("北京响应慢一倍", "Beijing answers half as fast"),
    _truth,
    rate_factor=_rate_factor,
    route=_route,
    reply_factor=_slower,
)
