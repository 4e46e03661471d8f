"""T10: new door seals against leaks; the action is three weeks old, and its small effect cannot be told yet."""

from zhenyin.core.arrays import Floats
from zhenyin.core.words import Words
from zhenyin.demo.catalogue import MODELS
from zhenyin.demo.frame import Tickets
from zhenyin.demo.plants import Facts, Plant
from zhenyin.demo.plants._truths import decision, has_fault, times
from zhenyin.demo.world import World

WEEKS_AGO, RATIO, OBSERVE = 3, 0.85, 12
FAULT = "机身漏水"
_MODEL = next(code for code, model in enumerate(MODELS) if model.name == "W10")


def _rate_factor(world: World, tickets: Tickets) -> Floats:
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
        "verdict_due_on": world.calendar(start + 7 * OBSERVE).isoformat(),
        "expected": "too early",
    }


def _decided(world: World) -> Facts:
    plan = {
        "problem": "W10 机身漏水",
        "description": "W10 滚筒洗衣机门封处渗水，返修率高于同类机型。",
        "cause": "现供应商门封硬度偏高，低温下贴合不严",
        "grade": "tested",
        "evidence": ["低温箱对比：现门封 20 台中 3 台渗水，新门封 20 台中 0 台"],
        "title": "更换 W10 门封供应商",
        "owner": "梁志远",
        "metric": "failure_rate",
        "where": {"model": MODELS[_MODEL].name, "fault": FAULT},
        "comparison": {"model": ["W10 Plus", "P8"], "fault": FAULT},
        "target": 0.8,
        "window_weeks": OBSERVE,
        "cost": "每台 4 元",
    }
    return decision(world, world.monday(WEEKS_AGO), 12, plan)


PLANT = Plant(Words("门封更换刚满三周", "A fix three weeks old"), _truth, _decided, rate_factor=_rate_factor)
