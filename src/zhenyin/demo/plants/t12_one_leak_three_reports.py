"""T12: one leak, reported within a day by telephone, by online form and in the WeChat group."""

import numpy as np

from zhenyin.core.arrays import Ints
from zhenyin.core.words import Words
from zhenyin.demo.catalogue import CHANNELS, FAULT_NAMES, MODELS
from zhenyin.demo.frame import NEVER, Tickets
from zhenyin.demo.geography import CITY_NAMES, PROVINCE_NAMES
from zhenyin.demo.naming import source_ids
from zhenyin.demo.plants import Facts, Plant
from zhenyin.demo.proposals import month_of_devices
from zhenyin.demo.world import World

MARK = -12
"""Stands in `original` until the tickets are numbered: the three belong together."""
WEEKS_AGO = 9
_CHANNELS = tuple(CHANNELS.index(name) for name in ("电话", "在线表单", "微信"))
_AFTER = (20 * 3_600 + 640, 21 * 3_600 + 1_815, 32 * 3_600 + 905)
_MODEL = next(code for code, model in enumerate(MODELS) if model.name == "W10")


def _same(value: int) -> Ints:
    return np.full(len(_CHANNELS), value, dtype=np.int64)


def _extra(world: World, rng: np.random.Generator) -> Tickets:
    day = world.monday(WEEKS_AGO) + 2
    province = PROVINCE_NAMES.index("浙江省")
    batch = int(np.argmax(world.base.units[_MODEL, world.month_of_day[day], :, province]))
    fixed = {"model": _same(_MODEL), "batch": _same(batch), "province": _same(province), "unit": _same(3)}
    tickets = month_of_devices(world, int(world.month_of_day[day]), fixed, rng)
    return tickets.changed(
        created=day * 86_400 + np.array(_AFTER),
        channel=np.array(_CHANNELS),
        city=_same(CITY_NAMES.index("杭州市")),
        fault=_same(FAULT_NAMES.index("机身漏水")),
        kind=_same(0),
        version=_same(int(tickets.version[0])),
        phone=_same(0),
        app=_same(int(tickets.app[0])),
        contractor=_same(0),
        original=np.array([NEVER, MARK, MARK]),
    )


def leak(world: World, tickets: Tickets) -> Ints:
    """Positions of the three reports, in the order in which they came."""
    day = (world.monday(WEEKS_AGO) + 2) * 86_400
    found = [np.flatnonzero(tickets.created == day + after) for after in _AFTER]
    fault = FAULT_NAMES.index("机身漏水")
    return np.array([p for rows in found for p in rows if tickets.fault[p] == fault and tickets.unit[p] == 3])


def _truth(world: World, tickets: Tickets) -> Facts:
    rows = leak(world, tickets)
    return {
        "from": world.calendar(int(tickets.day[rows[0]])).isoformat(),
        "source_ids": source_ids(world, tickets.take(rows)),
        "where": {"model": MODELS[_MODEL].name, "fault": "机身漏水", "city": "杭州市"},
        "channels": [CHANNELS[c] for c in _CHANNELS],
        "metric": "ticket_count",
        "reports": 3,
        "incidents": 1,
        "expected": "one incident, three reports",
    }


PLANT = Plant(Words("一次漏水三处报告", "One leak, three reports"), _truth, extra=_extra)
