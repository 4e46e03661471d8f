"""在线表单.csv: the web form, UTF-8 with BOM, dates as 2026/3/5 14:05; people choose a class, never a fault."""

import csv
from datetime import datetime, timedelta
from pathlib import Path

from zhenyin.core.arrays import Ints
from zhenyin.demo import people
from zhenyin.demo.files import DemoFile, Story
from zhenyin.demo.files._rows import Rows
from zhenyin.demo.frame import NEVER
from zhenyin.demo.texts import order_number

_CHANNELS = ("在线表单",)


def _times(rows: Rows, moments: Ints) -> list[str]:
    """As `2026/3/5 14:05`: to the minute, without leading zeros."""
    start = datetime.combine(rows.world.start, datetime.min.time())
    found = (None if second == NEVER else start + timedelta(seconds=second) for second in moments.tolist())
    return ["" if m is None else f"{m.year}/{m.month}/{m.day} {m.hour}:{m.minute:02d}" for m in found]


def _columns(rows: Rows) -> dict[str, list[str]]:
    t, customers = rows.tickets, rows.customers.tolist()
    return {
        "表单编号": rows.source_id,
        "提交时间": _times(rows, t.created),
        "姓名": rows.person,
        "手机号": rows.telephone,
        "邮箱": [people.email(customer) if customer % 3 == 0 else "" for customer in customers],
        "客户编号": rows.customer,
        "产品线": rows.line,
        "产品": rows.product,
        "型号": rows.model,
        "固件版本": rows.version,
        "生产批次": rows.batch,
        "设备序列号": rows.serial,
        "购买日期": [day.replace("-", "/") for day in rows.sold],
        "所在省": rows.province,
        "所在市": rows.city,
        "手机系统": rows.phone,
        "App版本": rows.app,
        "安装服务商": rows.contractor,
        "反馈类型": rows.kind,
        "问题类型": rows.hidden(rows.category, 0.15, "form class"),
        "详细描述": rows.texts,
        "订单号": [order_number(c, n) for c, n in zip(customers, rows.number, strict=True)],
        "处理状态": rows.status(("未处理", "跟进中", "已解决", "已关闭")),
        "首次回复": _times(rows, t.first),
        "处理完成": _times(rows, t.resolved),
        "关闭": _times(rows, t.closed),
        "处理组": rows.team,
        "处理人": rows.agent,
        "处理结果": rows.causes[2],
        "满意度评分": rows.rating(t.csat),
    }


def _write(path: Path, story: Story) -> int:
    table = _columns(Rows(story, _CHANNELS))
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(table)
        writer.writerows(zip(*table.values(), strict=True))
    return len(table["表单编号"])


FILE = DemoFile("在线表单.csv", _write, _CHANNELS)
