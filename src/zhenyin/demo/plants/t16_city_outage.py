"""T16: three days of trouble in one city, with everything: an outage that no recorded attribute can explain."""

from zhenyin.core.arrays import Floats
from zhenyin.core.words import Words
from zhenyin.demo.frame import Tickets
from zhenyin.demo.geography import CITY_NAMES
from zhenyin.demo.plants import Facts, Plant
from zhenyin.demo.plants._truths import span, times, within
from zhenyin.demo.world import World

RATIO, WEEKS_AGO, DAYS = 4.0, 10, 3
CITY = "成都市"


def _first(world: World) -> int:
    return world.monday(WEEKS_AGO) + 1


def _rate_factor(world: World, tickets: Tickets) -> Floats:
    first = _first(world)
    return times((tickets.city == CITY_NAMES.index(CITY)) & within(tickets, first, first + DAYS), RATIO)


def _truth(world: World, _: Tickets) -> Facts:
    first = _first(world)
    return {
        **span(world, first, first + DAYS),
        "where": {"city": CITY},
        "metric": "ticket_count",
        "ratio": RATIO,
        "expected": "within the city nothing stands out: outside the recorded attributes, no invented cause",
    }


PLANT = Plant(Words("全城停电三天", "A city-wide outage"), _truth, rate_factor=_rate_factor)
