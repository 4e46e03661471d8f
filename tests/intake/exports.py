"""Exports as other systems write them: small, made here, and in nobody's mapping."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

ROWS = 60
START = datetime(2025, 1, 3, 20, 5)
DAYS = [START + timedelta(days=i) for i in range(ROWS)]


@dataclass(frozen=True, slots=True)
class Export:
    """A file and what must be known of it: first and last day, resolved tickets, hours to resolution, columns by field."""

    name: str
    data: bytes
    first: datetime
    last: datetime
    resolved: int
    hours: float | None
    fields: dict[str, str]


def _table(header: str, row: Callable[[int, datetime], str], encoding: str = "utf-8") -> bytes:
    return (header + "\n" + "".join(row(i, at) + "\n" for i, at in enumerate(DAYS))).encode(encoding)


def _when(at: datetime, form: str, given: bool = True) -> str:
    return at.strftime(form) if given else ""


def zendesk() -> Export:
    form = "%Y-%m-%dT%H:%M:%SZ"
    data = _table(
        "Id,Requester,Requester id,Requester email,Assignee,Group,Subject,Status,Priority,Via,Ticket type,Created at,"
        "Updated at,Solved at,Satisfaction Score,Reopens",
        lambda i, at: (
            f"{i},Ann {i},{900 + i},a{i}@x.org,Bob,Desk,Door {i},{'Closed' if i % 3 else 'Open'},High,Mail,Question,"
            f"{at:{form}},{at:{form}},{_when(at + timedelta(hours=4), form, i % 3 > 0)},Good,{i % 2}"
        ),
    )
    fields = {"Requester": "personal.name", "Requester id": "customer_id", "Via": "channel", "Group": "team"}
    late = timedelta(hours=8)
    return Export("zendesk.csv", data, DAYS[0] + late, DAYS[-1] + late, 40, 4, {**fields, "Satisfaction Score": "csat"})


def jira() -> Export:
    form = "%d/%b/%y %I:%M %p"
    data = _table(
        "Summary,Issue key,Issue id,Issue Type,Status,Priority,Assignee,Reporter,Created,Updated,Resolved,Labels,Labels",
        lambda i, at: (
            f"Pump {i},SD-{i},{i},Bug,{'Done' if i % 2 else 'To Do'},Highest,bob,ann,{at:{form}},{at:{form}},"
            f"{_when(at + timedelta(hours=30), form, i % 2 > 0)},a,b"
        ),
    )
    fields = {"Summary": "title", "Issue key": "source_id", "Reporter": "personal.name", "Assignee": "agent"}
    return Export("jira.csv", data, DAYS[0], DAYS[-1], 30, 30, fields)


def feishu() -> Export:
    data = _table(
        "\ufeff提交时间,提交人,您的姓名,您的手机号,产品型号,购买日期,故障描述,处理状态,处理人,处理完成时间",
        lambda i, at: (
            f"{at:%Y/%m/%d %H:%M},张{i},李{i},1391234{i:04},X200,2024/1/{i % 28 + 1},第{i}次漏水请处理,"
            f"{'已完成' if i % 3 == 0 else '处理中'},王工,{_when(at + timedelta(hours=5), '%Y/%m/%d %H:%M', i % 3 == 0)}"
        ),
    )
    fields = {
        "您的姓名": "personal.name",
        "您的手机号": "personal.phone",
        "提交人": "personal.name",
        "产品型号": "model",
    }
    return Export("feishu.csv", data, DAYS[0], DAYS[-1], 20, 5, {**fields, "处理状态": "status"})


def dingtalk() -> Export:
    data = _table(
        "审批编号\t标题\t审批状态\t审批结果\t创建时间\t完成时间\t发起人姓名\t客户名称\t产品名称\t问题描述\t问题类型",
        lambda i, at: (
            f"2025{i:09}\t申请{i}\t{'已完成' if i % 2 else '审批中'}\t同意\t{at:%Y-%m-%d %H:%M}\t"
            f"{_when(at + timedelta(hours=10), '%Y-%m-%d %H:%M', i % 2 > 0)}\t赵{i}\t公司{i}\t洗衣机\t不能启动{i}\t质量问题"
        ),
        "gb18030",
    )
    fields = {"审批编号": "source_id", "审批状态": "status", "发起人姓名": "personal.name", "客户名称": "customer_id"}
    return Export("dingtalk.csv", data, DAYS[0], DAYS[-1], 30, 10, fields)


def udesk() -> Export:
    form = "%Y年%m月%d日 %H:%M:%S"
    data = _table(
        "工单编号;主题;内容;工单状态;优先级;受理客服;受理客服组;客户;创建时间;首次响应时间;解决时间;满意度调查结果;工单来源",
        lambda i, at: (
            f"#{i};咨询{i};内容{i};已解决;标准;小王;一组;客户{i};{at:{form}};{at + timedelta(minutes=9):{form}};"
            f"{at + timedelta(hours=2):{form}};非常满意;微信"
        ),
        "utf-16",
    )
    fields = {"受理客服": "agent", "受理客服组": "team", "满意度调查结果": "csat", "工单来源": "channel"}
    return Export("udesk.csv", data, DAYS[0], DAYS[-1], 60, 2, fields)


def jingdong() -> Export:
    data = _table(
        "服务单号,订单号,商品名称,申请时间,申请类型,问题描述,服务单状态,处理完成时间,客户账号,客户姓名,联系电话,收货地址",
        lambda i, at: (
            f"1{i:09},2{i:011},扫地机器人,{at:%Y-%m-%d %H:%M:%S},换货,不工作{i},已完成,"
            f"{at + timedelta(hours=12):%Y-%m-%d %H:%M:%S},jd_{i},刘{i},138****{i:04},北京市朝阳区某路{i}号"
        ),
        "gb18030",
    )
    fields = {"服务单号": "source_id", "申请时间": "created_at", "收货地址": "personal.address", "服务单状态": "status"}
    return Export("jingdong.csv", data, DAYS[0], DAYS[-1], 60, 12, fields)


def taobao() -> Export:
    form = "%Y-%m-%d %H:%M:%S"
    data = _table(
        "订单编号,退款编号,订单付款时间,退款完结时间,买家会员名称,宝贝标题,售后类型,退款的申请时间,退款状态,买家退款说明",
        lambda i, at: (
            f"3{i:011},5{i:011},{at - timedelta(days=9):{form}},{_when(at + timedelta(hours=6), form, i % 2 > 0)},"
            f"tb{i},净化器,退货退款,{at:{form}},退款成功,坏了{i}"
        ),
        "gb18030",
    )
    fields = {"退款编号": "source_id", "退款的申请时间": "created_at", "订单付款时间": "", "退款状态": "status"}
    return Export("taobao.csv", data, DAYS[0], DAYS[-1], 30, 6, fields)


def cfpb() -> Export:
    data = _table(
        "Date received,Product,Sub-product,Issue,Sub-issue,Consumer complaint narrative,Company,State,ZIP code,"
        "Submitted via,Date sent to company,Company response to consumer,Timely response?,Complaint ID",
        lambda i, at: (
            f'{at:%m/%d/%Y},Card,Credit,Billing,Wrong,"Charged, twice {i}",BANK,{"CA" if i % 2 else "NY"},94110,Web,'
            f"{at:%m/%d/%Y},Closed with explanation,Yes,70{i:05}"
        ),
    )
    fields = {"Issue": "category", "Sub-issue": "fault", "State": "province", "Complaint ID": "source_id"}
    days = [datetime(day.year, day.month, day.day) for day in DAYS]
    return Export("cfpb.csv", data, days[0], days[-1], 0, None, {**fields, "Submitted via": "channel"})


def servicenow() -> Export:
    form = "%d-%m-%Y %H:%M:%S"
    data = _table(
        "Incident State|NUMBER|Opened|Resolved|Closed|Caller|Category|Short Description|Assignment Group|Reassignment Count|"
        "Configuration item",
        lambda i, at: (
            f"Closed|INC{i:07}|{at:{form}}|{at + timedelta(hours=9):{form}}|{at + timedelta(days=9):{form}}|Ann|Disk|"
            f"Disk {i} fails|Desk|{i % 3}|SRV{i}"
        ),
    )
    fields = {
        "NUMBER": "source_id",
        "Opened": "created_at",
        "Resolved": "resolved_at",
        "Reassignment Count": "transfers",
    }
    return Export("servicenow.csv", data, DAYS[0], DAYS[-1], 60, 9, {**fields, "Configuration item": "device_id"})


def nyc311() -> Export:
    form = "%m/%d/%Y %I:%M:%S %p"
    data = _table(
        "Unique Key,Created Date,Closed Date,Agency,Agency Name,Complaint Type,Descriptor,Incident Address,City,Status,"
        "Resolution Description,Borough,Open Data Channel Type",
        lambda i, at: (
            f"6{i:07},{at:{form}},{_when(at + timedelta(hours=3), form, i % 3 > 0)},NYPD,New York City Police Department,"
            f"Noise,Loud Music,{i} MAIN ST,BROOKLYN,{'Closed' if i % 3 else 'Open'},They came.,BROOKLYN,ONLINE"
        ),
    )
    fields = {"Unique Key": "source_id", "Complaint Type": "category", "Descriptor": "fault", "Agency Name": ""}
    return Export("nyc311.csv", data, DAYS[0], DAYS[-1], 40, 3, {**fields, "Incident Address": "personal.address"})


def epoch_json() -> Export:
    zone = timedelta(hours=8)
    seconds = [int((at - zone - datetime(1970, 1, 1)).total_seconds()) for at in DAYS]
    rows = [
        {
            "id": i,
            "subject": f"Leak {i}",
            "created_at": at,
            "resolved_at": at + 7200,
            "requester": {"email": f"a{i}@x.org"},
        }
        for i, at in enumerate(seconds)
    ]
    data = "\n".join(map(json.dumps, rows)).encode()
    fields = {"requester.email": "personal.email", "subject": "title"}
    return Export("desk.jsonl", data, DAYS[0], DAYS[-1], 60, 2, fields)


def excel_serials() -> Export:
    def serial(at: datetime) -> str:
        return f"{(at - datetime(1899, 12, 30)) / timedelta(days=1):.6f}"

    data = _table(
        "Ticket No,Date Opened,Date Closed,Product,Region,Ticket Status,Issue Description",
        lambda i, at: (
            f"{i},{serial(at)},{serial(at + timedelta(hours=24))},Pump,North,{'OPEN' if i % 2 else 'closed'},Text {i}"
        ),
    )
    fields = {"Date Opened": "created_at", "Date Closed": "closed_at", "Ticket Status": "status"}
    return Export("serials.csv", data, DAYS[0], DAYS[-1], 60, 24, {**fields, "Issue Description": "description"})


EXPORTS = (
    zendesk,
    jira,
    feishu,
    dingtalk,
    udesk,
    jingdong,
    taobao,
    cfpb,
    servicenow,
    nyc311,
    epoch_json,
    excel_serials,
)
