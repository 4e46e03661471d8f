"""客服热线工单.csv: what the call centre exports, in GB18030, in its own words."""

import csv
from pathlib import Path

from zhenyin.demo.files import DemoFile, Story
from zhenyin.demo.files._rows import Rows

UNCLASSIFIED = 0.12
"""Share of rows on which nobody chose a class."""
_CHANNELS = ("电话", "门店")


def columns(rows: Rows) -> dict[str, list[str]]:
    """The export, column by column."""
    t = rows.tickets
    first_cause, cause, note = rows.causes
    return {
        "工单号": rows.source_id,
        "来电时间": rows.time(t.created),
        "受理渠道": rows.channel,
        "首次回复时间": rows.time(t.first),
        "解决时间": rows.time(t.resolved),
        "关闭时间": rows.time(t.closed),
        "状态": rows.status(("待受理", "处理中", "已解决", "已关闭")),
        "客户编号": rows.customer,
        "客户类型": rows.customer_type,
        "客户姓名": rows.person,
        "联系电话": rows.telephone,
        "产品线": rows.line,
        "产品": rows.product,
        "型号": rows.model,
        "固件版本": rows.version,
        "生产批次": rows.batch,
        "设备序列号": rows.serial,
        "购买日期": rows.sold,
        "省份": rows.province,
        "城市": rows.city,
        "诉求类型": rows.kind,
        "问题描述": rows.texts,
        "问题大类": rows.hidden(rows.category, UNCLASSIFIED, "hotline class"),
        "故障分类": rows.hidden(rows.fault, UNCLASSIFIED, "hotline class"),
        "手机系统": rows.phone,
        "APP版本": rows.app,
        "安装服务商": rows.contractor,
        "优先级": rows.priority,
        "处理组": rows.team,
        "坐席": rows.agent,
        "转派次数": [str(count) for count in t.transfers.tolist()],
        "重开次数": [str(count) for count in t.reopens.tolist()],
        "初判原因": first_cause,
        "确认原因": cause,
        "处理结果": note,
        "满意度": rows.rating(t.csat),
        "推荐意愿": rows.rating(t.nps),
    }


def write_rows(path: Path, rows: Rows, encoding: str, *, header: bool = True) -> int:
    """Write (or, without a header, append) the rows as the call centre does."""
    table = columns(rows)
    with path.open("w" if header else "a", encoding=encoding, newline="") as out:
        writer = csv.writer(out)
        writer.writerows([list(table)] if header else [])
        writer.writerows(zip(*table.values(), strict=True))
    return len(rows)


def _write(path: Path, story: Story) -> int:
    return write_rows(path, Rows(story, _CHANNELS), "gb18030")


FILE = DemoFile("客服热线工单.csv", _write, _CHANNELS)
