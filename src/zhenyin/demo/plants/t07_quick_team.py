"""T7: account tickets are answered slowly until a 快反小组 takes them over; the first reply comes 40 % sooner."""

import numpy as np

from zhenyin.core.words import Words
from zhenyin.demo.catalogue import TEAMS, fault_codes
from zhenyin.demo.frame import Flags, Floats, Tickets
from zhenyin.demo.people import AGENTS
from zhenyin.demo.plants import Facts, Plant
from zhenyin.demo.world import World

WEEKS_AGO, SLOW, RATIO = 14, 3.0, 0.6
CATEGORY = "账号"
_TEAM = TEAMS.index("快反小组")
_MEMBERS = np.array([code for code, agent in enumerate(AGENTS) if agent.team == _TEAM])


def _theirs(tickets: Tickets) -> Flags:
    return np.isin(tickets.fault, fault_codes(category=CATEGORY))


def _after(world: World, tickets: Tickets) -> Flags:
    return _theirs(tickets) & (tickets.day >= world.monday(WEEKS_AGO))


def _route(world: World, tickets: Tickets, rng: np.random.Generator) -> Tickets:
    member = rng.choice(_MEMBERS, len(tickets))
    return tickets.changed(agent=np.where(_after(world, tickets), member, tickets.agent))


def _slower(world: World, tickets: Tickets) -> Floats:
    return np.where(_theirs(tickets), SLOW, 1.0) * np.where(_after(world, tickets), RATIO, 1.0)


def _truth(world: World, _: Tickets) -> Facts:
    start = world.calendar(world.monday(WEEKS_AGO)).isoformat()
    return {
        "action": {"title": "成立账号快反小组", "start": start, "observe_weeks": 8},
        "where": {"category": CATEGORY},
        "comparison": {"category": ["连接", "APP"]},
        "metric": "first_response_hours",
        "ratio": RATIO,
        "team": TEAMS[_TEAM],
        "expected": "effective",
    }


PLANT = Plant(Words("快反小组提速", "A quick-response team"), _truth, route=_route, slower=_slower)
