"""T13: tickets about the app bounce between 客服, 技术 and 产品, and wait at every change of hands."""

import numpy as np

from zhenyin.core.arrays import Mask
from zhenyin.core.words import Words
from zhenyin.demo.catalogue import CHANNELS, fault_codes
from zhenyin.demo.frame import Tickets
from zhenyin.demo.plants import Facts, Plant
from zhenyin.demo.world import World

SHARE, FEWEST, MOST = 0.4, 3, 6
WAIT_HOURS = 6.0
TEAMS = ("客服", "技术", "产品")
_TRACED = tuple(CHANNELS.index(name) for name in ("APP", "邮件"))


def bounced(tickets: Tickets) -> Mask:
    """Tickets about the app that changed hands at least FEWEST times."""
    return np.isin(tickets.fault, fault_codes(category="APP")) & (tickets.transfers >= FEWEST)


def _route(_: World, tickets: Tickets, rng: np.random.Generator) -> Tickets:
    app = np.isin(tickets.fault, fault_codes(category="APP")) & (rng.random(len(tickets)) < SHARE)
    hops = rng.integers(FEWEST, MOST + 1, len(tickets))
    return tickets.changed(transfers=np.where(app, hops, tickets.transfers))


def _truth(_: World, tickets: Tickets) -> Facts:
    rows = bounced(tickets)
    traced = rows & np.isin(tickets.channel, _TRACED)
    return {
        "where": {"category": "APP"},
        "teams": list(TEAMS),
        "metric": "resolution_hours",
        "tickets": int(rows.sum()),
        "tickets_with_history": int(traced.sum()),
        "hours_lost": round(float(tickets.transfers[rows].sum()) * WAIT_HOURS),
        "hours_lost_with_history": round(float(tickets.transfers[traced].sum()) * WAIT_HOURS),
        "expected": "ping-pong found, hours lost stated",
    }


PLANT = Plant(Words("APP 工单来回踢", "App tickets bounce"), _truth, route=_route)
