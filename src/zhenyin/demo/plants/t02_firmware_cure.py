"""T2: firmware 3.2.3 takes the pairing failures of T1 away again. Nothing of its own: devices leave 3.2.1."""

import numpy as np

from zhenyin.core.words import Words
from zhenyin.demo.catalogue import LOCK, PHONE_SYSTEMS, VACUUM
from zhenyin.demo.frame import Tickets
from zhenyin.demo.plants import Facts, Plant
from zhenyin.demo.plants._truths import decision
from zhenyin.demo.plants.t01_firmware_pairing import FAULT, RATIO
from zhenyin.demo.rollout import FIRMWARES
from zhenyin.demo.world import World

WINDOW = 56
"""Days before and after that the stated effect compares."""
_DAYS_TO_SETTLE = 14


def _ratio(world: World, after: int) -> float:
    """Expected rate in the WINDOW that begins `after` days past the release, over the WINDOW before the release."""
    start = world.monday(FIRMWARES[0][3].weeks_ago)
    rate = 1 + (RATIO - 1) * world.firmware[0][:, 2]
    return float(np.mean(rate[start + after : start + after + WINDOW]) / np.mean(rate[start - WINDOW : start]))


def _truth(world: World, _: Tickets) -> Facts:
    start = world.calendar(world.monday(FIRMWARES[0][3].weeks_ago))
    where = {"product_line": [VACUUM, LOCK], "fault": [FAULT], "extra.phone_os": [PHONE_SYSTEMS[0]]}
    return {
        "action": {"title": "发布固件 3.2.3", "start": start.isoformat(), "observe_weeks": 8},
        "where": where,
        "comparison": {**where, "extra.phone_os": list(PHONE_SYSTEMS[1:])},
        "metric": "failure_rate",
        "ratio": round(_ratio(world, 0), 4),
        "ratio_once_rolled_out": round(_ratio(world, _DAYS_TO_SETTLE), 4),
        "expected": "effective",
    }


def _decided(world: World) -> Facts:
    where = {"product_line": [VACUUM, LOCK], "fault": [FAULT], "extra.phone_os": [PHONE_SYSTEMS[0]]}
    plan = {
        "problem": "安卓手机配网失败激增",
        "description": "固件 3.2.1 推送后，扫地机器人和门锁的安卓用户大量报修配网失败，重启、重置均无效。",
        "since": world.calendar(world.monday(FIRMWARES[0][2].weeks_ago)).isoformat(),
        "cause": "固件 3.2.1 改了蓝牙广播间隔，安卓系统扫描超时，配网中断",
        "grade": "confirmed",
        "evidence": ["同一台设备退回 3.2.0 后配网成功（20/20）", "抓包可见广播间隔由 100 ms 变为 1 s"],
        "title": "发布固件 3.2.3",
        "owner": "周启明",
        "metric": "failure_rate",
        "where": where,
        "comparison": {**where, "extra.phone_os": list(PHONE_SYSTEMS[1:])},
        "target": 0.6,
        "window_weeks": 8,
    }
    return decision(world, world.monday(FIRMWARES[0][3].weeks_ago), 18, plan)


PLANT = Plant(Words("固件 3.2.3 修复配网", "Firmware 3.2.3 cures pairing"), _truth, _decided)
