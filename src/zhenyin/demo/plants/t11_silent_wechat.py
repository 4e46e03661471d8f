"""T11: the WeChat channel delivers nothing for 10 days; what was written there is lost."""

from zhenyin.core.arrays import Floats
from zhenyin.core.words import Words
from zhenyin.demo.catalogue import CHANNELS
from zhenyin.demo.frame import Tickets
from zhenyin.demo.plants import Facts, Plant
from zhenyin.demo.plants._truths import span, times, within
from zhenyin.demo.world import World

WEEKS_AGO, DAYS = 19, 10
_WECHAT = CHANNELS.index("微信")


def _rate_factor(world: World, tickets: Tickets) -> Floats:
    silent = world.monday(WEEKS_AGO)
    return times((tickets.channel == _WECHAT) & within(tickets, silent, silent + DAYS), 0.0)


def _truth(world: World, _: Tickets) -> Facts:
    silent = world.monday(WEEKS_AGO)
    return {
        **span(world, silent, silent + DAYS),
        "where": {"channel": CHANNELS[_WECHAT]},
        "metric": "ticket_count",
        "ratio": 0.0,
        "expected": "silent channel flagged; the figures of those days cannot be judged",
    }


PLANT = Plant(Words("微信渠道断供十天", "WeChat falls silent"), _truth, rate_factor=_rate_factor)
