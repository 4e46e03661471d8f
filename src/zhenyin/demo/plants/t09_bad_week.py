"""T9: one bad week by chance triggers an action; the weeks after it are ordinary again, as they would have been."""

from zhenyin.core.arrays import Floats
from zhenyin.core.words import Words
from zhenyin.demo.catalogue import KINDS, MODELS, PURIFIER, model_codes
from zhenyin.demo.frame import Tickets
from zhenyin.demo.plants import Facts, Plant
from zhenyin.demo.plants._truths import decision, times, within
from zhenyin.demo.world import World

RATIO, WEEKS_AGO = 2.3, 13
MODEL = next(code for code in model_codes(PURIFIER) if MODELS[code].name == "J4")


def _rate_factor(world: World, tickets: Tickets) -> Floats:
    monday = world.monday(WEEKS_AGO)
    repair = (tickets.model == MODEL) & (tickets.kind == KINDS.index("报修"))
    return times(repair & within(tickets, monday, monday + 7), RATIO)


def _truth(world: World, _: Tickets) -> Facts:
    monday = world.monday(WEEKS_AGO)
    return {
        "bad_week": world.calendar(monday).isoformat(),
        "action": {"title": "J4 质量专项整改", "start": world.calendar(monday + 7).isoformat(), "observe_weeks": 8},
        "where": {"model": MODELS[MODEL].name},
        "comparison": {
            "product_line": PURIFIER,
            "model": [MODELS[m].name for m in model_codes(PURIFIER) if m != MODEL],
        },
        "metric": "failure_rate",
        "ratio": 1.0,
        "ratio_of_the_bad_week": RATIO,
        "expected": "not effective",
    }


def _decided(world: World) -> Facts:
    rest = [MODELS[m].name for m in model_codes(PURIFIER) if m != MODEL]
    plan = {
        "problem": "J4 一周内报修翻倍",
        "description": "上周 J4 净化器报修数是平时的两倍多，周会要求立即整改。",
        "since": world.calendar(world.monday(WEEKS_AGO)).isoformat(),
        "cause": "怀疑近期来料波动",
        "grade": "guess",
        "evidence": [],
        "title": "J4 质量专项整改",
        "owner": "罗建平",
        "metric": "failure_rate",
        "where": {"model": MODELS[MODEL].name},
        "comparison": {"product_line": PURIFIER, "model": rest},
        "target": 0.7,
        "window_weeks": 8,
    }
    return decision(world, world.monday(WEEKS_AGO) + 7, 0, plan)


PLANT = Plant(
    Words("坏的一周之后回归正常", "One bad week, then back to normal"), _truth, _decided, rate_factor=_rate_factor
)
