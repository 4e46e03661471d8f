"""The contract of the facts: which tables there are, what one row is, and what every column means.

All moments are in the company's time zone, without zone marks (decision 0003). Columns of a source that have no place
here are kept in `extra`, and can be used as dimensions.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

import ibis
from ibis.expr.types import BooleanValue, Table

from zhenyin.core.words import Words

Kind = Literal["text", "integer", "number", "time", "date", "flag", "map"]

_IBIS_TYPES: dict[Kind, str] = {
    "text": "string",
    "integer": "int64",
    "number": "float64",
    "time": "timestamp(6)",
    "date": "date",
    "flag": "boolean",
    "map": "map<string, string>",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `given`: a source may bring it; otherwise the system computes it."""

    name: str
    kind: Kind
    words: Words
    given: bool = True
    required: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One table. `key` names the column that tells rows apart; empty where rows have no name of their own."""

    name: str
    words: Words
    key: str
    columns: tuple[Column, ...]

    def __getitem__(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    def names(self, *, given: bool | None = None) -> tuple[str, ...]:
        return tuple(c.name for c in self.columns if given is None or c.given is given)

    def schema(self) -> dict[str, str]:
        return {column.name: _IBIS_TYPES[column.kind] for column in self.columns}


def _column(line: str, given: bool = True) -> Column:
    name, kind, zh, en = (part.strip() for part in line.split("|"))
    required = name.endswith("!")
    return Column(name.rstrip("!"), kind, Words(zh, en), given, required)  # type: ignore[arg-type]


def _columns(given: str, computed: str = "") -> tuple[Column, ...]:
    halves = ((given, True), (computed, False))
    return tuple(_column(line, flag) for half, flag in halves for line in half.splitlines() if line.strip())


# Every fact row knows which import brought it, so that a batch can be undone.
_ORIGIN = """
    import_batch | text    | 导入批次 | Import batch
    line         | integer | 源行号   | Source line
"""

TICKETS = Fact(
    "tickets",
    Words("工单", "tickets"),
    "ticket_id",
    _columns(
        """
        source_id!        | text    | 工单编号     | Ticket number
        channel           | text    | 渠道         | Channel
        kind              | text    | 类型         | Kind
        created_at!       | time    | 创建时间     | Created
        first_response_at | time    | 首次响应时间 | First response
        resolved_at       | time    | 解决时间     | Resolved
        closed_at         | time    | 关闭时间     | Closed
        rated_at          | time    | 评价时间     | Rated
        status            | text    | 状态         | Status
        title             | text    | 标题         | Title
        description       | text    | 描述         | Description
        customer_id       | text    | 客户         | Customer
        customer_type     | text    | 客户类型     | Customer type
        product_line      | text    | 产品线       | Product line
        product           | text    | 产品         | Product
        model             | text    | 型号         | Model
        version           | text    | 固件版本     | Version
        batch             | text    | 生产批次     | Production batch
        device_id         | text    | 设备         | Device
        sold_at           | date    | 购买日期     | Sold
        province          | text    | 省份         | Province
        city              | text    | 城市         | City
        category          | text    | 问题类别     | Category
        fault             | text    | 故障         | Fault
        severity          | text    | 严重度       | Severity
        priority          | text    | 优先级       | Priority
        team              | text    | 处理组       | Team
        agent             | text    | 处理人       | Agent
        transfers         | integer | 转派次数     | Transfers
        reopens           | integer | 重开次数     | Reopens
        csat              | number  | 满意度评分   | CSAT rating
        nps               | number  | 推荐意愿     | NPS answer
        sentiment         | text    | 情绪         | Sentiment
        first_cause       | text    | 初判原因     | First diagnosed cause
        cause             | text    | 确认原因     | Confirmed cause
        solution          | text    | 处理结果     | Solution
        """,
        """
        ticket_id         | text    | 工单         | Ticket
        source            | text    | 来源         | Source
        valid             | flag    | 有效         | Valid
        duplicate_of      | text    | 重复于       | Duplicate of
        repeat_of         | text    | 回头于       | Repeat of
        repeat_days       | number  | 距上次解决天数 | Days since the earlier one was resolved
        next_repeat_days  | number  | 解决后复发天数 | Days from resolution to the next like ticket
        next_repair_days  | number  | 解决后再报修天数 | Days from resolution to the next repair of the device
        ping_pongs        | integer | 踢回次数     | Returns to an earlier team
        response_due_at   | time    | 响应时限     | Response due
        resolution_due_at | time    | 解决时限     | Resolution due
        response_seconds  | integer | 首次响应用时（秒） | Seconds to first response
        resolution_seconds | integer | 解决用时（秒） | Seconds to resolution
        ended_at          | time    | 结束时间     | Ended
        waited            | flag    | 曾待处理     | Was open
        closed            | flag    | 已关闭       | Is closed
        ends_recorded     | flag    | 记录了结束   | Ends are recorded
        scored_at         | time    | 评分归属时间 | Rating counted at
        problem_id        | text    | 所属问题     | Problem
        topic             | text    | 话题         | Topic
        quality           | text    | 质量标记     | Quality marks
        extra             | map     | 其他字段     | Other columns
        """
        + _ORIGIN,
    ),
)

EVENTS = Fact(
    "events",
    Words("事件", "events"),
    "",
    _columns(
        """
        source_id! | text | 工单编号 | Ticket number
        at!        | time | 时间     | At
        activity   | text | 动作     | Activity
        actor      | text | 操作人   | Actor
        team       | text | 处理组   | Team
        from_value | text | 原值     | From
        to_value   | text | 新值     | To
        """,
        """
        ticket_id  | text | 工单     | Ticket
        step       | text | 原步骤名 | Step as its source calls it
        source     | text | 来源     | Source
        """
        + _ORIGIN,
    ),
)

EXPOSURE = Fact(
    "exposure",
    Words("在保量", "exposure"),
    "",
    _columns(
        """
        month!       | date   | 月份     | Month
        product_line | text   | 产品线   | Product line
        product      | text   | 产品     | Product
        model        | text   | 型号     | Model
        version      | text   | 固件版本 | Version
        batch        | text   | 生产批次 | Production batch
        province     | text   | 省份     | Province
        units!       | number | 在保台数 | Units in service
        shipped      | number | 出货台数 | Units shipped
        """,
        "source | text | 来源 | Source\n" + _ORIGIN.strip(),
    ),
)

CUSTOMERS = Fact(
    "customers",
    Words("客户", "customers"),
    "customer_id",
    _columns(
        """
        customer_id!  | text | 客户     | Customer
        customer_type | text | 客户类型 | Customer type
        since         | date | 注册日期 | Since
        province      | text | 省份     | Province
        city          | text | 城市     | City
        """,
        "source | text | 来源 | Source\nextra | map | 其他字段 | Other columns\n" + _ORIGIN.strip(),
    ),
)

ORDERS = Fact(
    "orders",
    Words("订单", "orders"),
    "order_id",
    _columns(
        """
        order_id!    | text   | 订单     | Order
        customer_id! | text   | 客户     | Customer
        at!          | time   | 下单时间 | Ordered
        product_line | text   | 产品线   | Product line
        product      | text   | 产品     | Product
        model        | text   | 型号     | Model
        amount       | number | 金额     | Amount
        """,
        "source | text | 来源 | Source\n" + _ORIGIN.strip(),
    ),
)

LOGS = Fact(
    "logs",
    Words("设备日志", "logs"),
    "",
    _columns(
        """
        device_id! | text | 设备 | Device
        at!        | time | 时间 | At
        level      | text | 级别 | Level
        template   | text | 模板 | Template
        message    | text | 内容 | Message
        """,
        "source | text | 来源 | Source\n" + _ORIGIN.strip(),
    ),
)

LABELS = Fact(
    "labels",
    Words("标注", "labels"),
    "",
    _columns(
        "",
        """
        ticket_id | text | 工单     | Ticket
        field     | text | 字段     | Field
        value     | text | 值       | Value
        by        | text | 标注者   | By
        why       | text | 依据     | Why
        """
        + _ORIGIN,
    ),
)

FACTS: dict[str, Fact] = {f.name: f for f in (TICKETS, EVENTS, EXPOSURE, CUSTOMERS, ORDERS, LOGS, LABELS)}

# A question over many tickets takes a fifth of the time when it finds one whole number instead of two moments.
ELAPSED: dict[str, tuple[str, str]] = {
    "response_seconds": ("created_at", "first_response_at"),
    "resolution_seconds": ("created_at", "resolved_at"),
}
"""Columns that are the whole seconds from one moment of their row to another."""


@cache
def table(name: str) -> Table:
    """The fact as an ibis table that is bound to no engine: expressions over it run on any."""
    return ibis.table(FACTS[name].schema(), name=name)


COUNTED = "valid AND duplicate_of IS NULL"
"""SQL of `is_counted`."""


def is_counted(t: Table) -> BooleanValue:
    """Whether a ticket is valid and no further report of an incident: what every figure counts unless it says otherwise."""
    counted: BooleanValue = t.valid & t.duplicate_of.isnull()
    return counted
