"""T7: account tickets are answered slowly until a 快反小组 takes them over; the first reply comes 40 % sooner."""

import numpy as np

from zhenyin.core.arrays import Floats, Mask
from zhenyin.core.words import Words
from zhenyin.demo.catalogue import TEAMS, fault_codes
from zhenyin.demo.frame import Tickets
from zhenyin.demo.people import AGENTS
from zhenyin.demo.plants import Facts, Plant
from zhenyin.demo.plants._truths import decision
from zhenyin.demo.world import World

WEEKS_AGO, SLOW, RATIO = 14, 3.0, 0.6
CATEGORY = "账号"
_TEAM = TEAMS.index("快反小组")
_MEMBERS = np.array([code for code, agent in enumerate(AGENTS) if agent.team == _TEAM])


def _theirs(tickets: Tickets) -> Mask:
    return np.isin(tickets.fault, fault_codes(category=CATEGORY))


def _after(world: World, tickets: Tickets) -> Mask:
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


def _decided(world: World) -> Facts:
    plan = {
        "problem": "账号类工单首次响应慢",
        "description": "账号类工单与技术单混在一个队列里排队，客户等一天才有人回。",
        "cause": "账号类工单没有专人，排在技术单后面",
        "grade": "tested",
        "evidence": ["两周试点：专人处理的 40 单均在 4 小时内响应"],
        "title": "成立账号快反小组",
        "owner": "沈佳宁",
        "metric": "first_response_hours",
        "where": {"category": CATEGORY},
        "comparison": {"category": ["连接", "APP"]},
        "target": 0.7,
        "window_weeks": 8,
        "cost": "6 人",
    }
    return decision(world, world.monday(WEEKS_AGO), 14, plan)


PLANT = Plant(Words("快反小组提速", "A quick-response team"), _truth, _decided, route=_route, reply_factor=_slower)
