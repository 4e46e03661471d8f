"""T8: air-conditioner complaints fall in autumn, as every year; a training that began then did nothing."""

from datetime import date

from zhenyin.core.words import Words
from zhenyin.demo.catalogue import AIRCON, LINES
from zhenyin.demo.frame import Tickets
from zhenyin.demo.plants import Facts, Plant
from zhenyin.demo.plants._truths import decision
from zhenyin.demo.world import World

_OBSERVED_DAYS = 56


def training(world: World) -> date:
    """The last first of September that lies at least 8 weeks before the end."""
    year = world.until.year
    return next(d for d in (date(year, 9, 1), date(year - 1, 9, 1)) if (world.until - d).days >= _OBSERVED_DAYS)


def _truth(world: World, _: Tickets) -> Facts:
    start = training(world)
    year_before = (start.replace(year=start.year - 1) - world.start).days >= _OBSERVED_DAYS
    return {
        "action": {"title": "空调客服话术培训", "start": start.isoformat(), "observe_weeks": 8},
        "where": {"product_line": AIRCON, "kind": "投诉"},
        "comparison": {"product_line": [line for line in LINES if line != AIRCON], "kind": "投诉"},
        "metric": "complaint_rate",
        "ratio": 1.0,
        "year_before_is_recorded": year_before,
        "expected": "not effective" if year_before else "not measurable",
    }


def _decided(world: World) -> Facts:
    plan = {
        "problem": "空调投诉居高不下",
        "description": "入夏以来空调投诉持续偏高，客户抱怨客服解释不清。",
        "cause": "客服话术不统一，安抚不到位",
        "grade": "guess",
        "evidence": ["抽听 30 通录音，11 通解释前后不一"],
        "title": "空调客服话术培训",
        "owner": "何婉清",
        "metric": "complaint_rate",
        "where": {"product_line": AIRCON, "kind": "投诉"},
        "comparison": {"product_line": [line for line in LINES if line != AIRCON], "kind": "投诉"},
        "target": 0.8,
        "window_weeks": 8,
        "cost": "3 万元",
    }
    return decision(world, (training(world) - world.start).days, 10, plan)


PLANT = Plant(Words("空调投诉入秋自然回落", "Complaints fall with the season"), _truth, _decided)
