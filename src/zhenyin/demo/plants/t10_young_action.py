"""T10: new door seals against leaks; the action is three weeks old, and its small effect cannot be told yet."""

from zhenyin.core.words import Words
from zhenyin.demo.catalogue import MODELS
from zhenyin.demo.frame import Floats, Tickets
from zhenyin.demo.plants import Facts, Plant
from zhenyin.demo.plants._tell import has_fault, times
from zhenyin.demo.world import World

WEEKS_AGO, RATIO, OBSERVE = 3, 0.85, 12
FAULT = "机身漏水"
_MODEL = next(code for code, model in enumerate(MODELS) if model.name == "W10")


def _likelier(world: World, tickets: Tickets) -> Floats:
    new = tickets.day >= world.monday(WEEKS_AGO)
    return times(new & (tickets.model == _MODEL) & has_fault(tickets, FAULT), RATIO)


def _truth(world: World, _: Tickets) -> Facts:
    start = world.monday(WEEKS_AGO)
    where = {"model": MODELS[_MODEL].name, "fault": FAULT}
    return {
        "action": {
            "title": "更换 W10 门封供应商",
            "start": world.calendar(start).isoformat(),
            "observe_weeks": OBSERVE,
        },
        "where": where,
        "comparison": {"model": ["W10 Plus", "P8"], "fault": FAULT},
        "metric": "failure_rate",
        "ratio": RATIO,
        "can_be_told_from": world.calendar(start + 7 * OBSERVE).isoformat(),
        "expected": "too early",
    }


PLANT = Plant(Words("门封更换刚满三周", "A fix three weeks old"), _truth, likelier=_likelier)
