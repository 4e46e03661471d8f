"""T5: app 5.4.0 crashes, on one phone system only. Fresh and unsolved."""

from zhenyin.core.arrays import Floats
from zhenyin.core.words import Words
from zhenyin.demo.catalogue import PHONE_SYSTEMS
from zhenyin.demo.frame import Tickets
from zhenyin.demo.plants import Facts, Plant
from zhenyin.demo.plants._truths import has_fault, span, times
from zhenyin.demo.rollout import APPS
from zhenyin.demo.world import World

RATIO = 5.0
FAULT = "闪退"
_NEW, _SYSTEM = len(APPS) - 1, 1


def _rate_factor(_: World, tickets: Tickets) -> Floats:
    return times(has_fault(tickets, FAULT) & (tickets.app == _NEW) & (tickets.phone == _SYSTEM), RATIO)


def _truth(world: World, _: Tickets) -> Facts:
    return {
        **span(world, world.monday(APPS[_NEW].weeks_ago), world.days),
        "where": {"fault": FAULT, "extra.app_version": APPS[_NEW].version, "extra.phone_os": PHONE_SYSTEMS[_SYSTEM]},
        "metric": "ticket_count",
        "ratio": RATIO,
        "expected": "version and system named",
    }


PLANT = Plant(Words("APP 5.4.0 闪退", "App 5.4.0 crashes"), _truth, rate_factor=_rate_factor)
