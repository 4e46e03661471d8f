"""T15: one agent looks slowest, but is handed the hardest tickets and is faster than others on like ones."""

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.words import Words
from zhenyin.demo.catalogue import FAULTS, TEAMS
from zhenyin.demo.frame import Tickets
from zhenyin.demo.people import AGENT_CODES, AGENTS, HARD_CASES
from zhenyin.demo.plants import Facts, Plant
from zhenyin.demo.world import World

RATIO, HARD_SHARE, EASY_SHARE = 0.88, 0.12, 0.001
_HARDEST_HOURS = 42
_HARD = np.array([fault.hours >= _HARDEST_HOURS for fault in FAULTS])
_TEAM = TEAMS.index("技术")
_TECHNICIANS = np.array([code for code, agent in enumerate(AGENTS) if agent.team == _TEAM])


def _route(_: World, tickets: Tickets, rng: np.random.Generator) -> Tickets:
    team = np.isin(tickets.agent, _TECHNICIANS)
    share = np.where(_HARD[tickets.fault], HARD_SHARE, EASY_SHARE)
    hers = team & (rng.random(len(tickets)) < share)
    return tickets.changed(agent=np.where(hers, AGENT_CODES[HARD_CASES], tickets.agent))


def _faster(_: World, tickets: Tickets) -> Floats:
    return np.where(tickets.agent == AGENT_CODES[HARD_CASES], RATIO, 1.0)


def _truth(_: World, __: Tickets) -> Facts:
    return {
        "where": {"agent": HARD_CASES, "team": TEAMS[_TEAM]},
        "comparison": {"team": TEAMS[_TEAM]},
        "mix_by": ["fault"],
        "metric": "resolution_hours",
        "ratio_on_like_tickets": RATIO,
        "expected": "slower over all, faster on like tickets: Simpson reversal flagged",
    }


PLANT = Plant(
    Words("最慢的人拿最难的单", "The slowest has the hardest"), _truth, route=_route, resolution_factor=_faster
)
