"""Which column is the ticket's number: different in every row, and called a number of something that a ticket is."""

import re
from collections.abc import Sequence

from zhenyin.core.errors import Invalid
from zhenyin.text.normalise import plain
from zhenyin.warehouse.engines import Cursor
from zhenyin.warehouse.expressions import cleaned, text
from zhenyin.warehouse.staging import Stage

_WORDS = re.compile(r"[a-z]+|#|№")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NUMBER = frozenset(
    (
        "id",
        "ids",
        "no",
        "nr",
        "num",
        "number",
        "key",
        "ref",
        "reference",
        "#",
        "№",
        "code",
        "sn",
        "identifier",
        "nummer",
    )
)
_TICKET = frozenset(
    (
        "ticket",
        "case",
        "claim",
        "call",
        "job",
        "rma",
        "issue",
        "incident",
        "request",
        "complaint",
        "work",
        "service",
        "sr",
    ),
) | frozenset(
    ("wo", "repair", "inquiry", "enquiry", "task", "record", "return", "defect", "fault", "docket", "support")
)
_OTHERS = frozenset(
    (
        "customer",
        "client",
        "user",
        "caller",
        "contact",
        "account",
        "member",
        "device",
        "product",
        "serial",
        "asset",
        "unit",
    ),
) | frozenset(
    ("agent", "employee", "staff", "phone", "tel", "mobile", "vehicle", "model", "part", "zip", "post", "batch", "lot")
)
_CHINESE_NUMBER = re.compile(r"(?:号|號|编号|編號|编码|号码|id)$", re.IGNORECASE)
_CHINESE_TICKET = re.compile(
    r"工单|工單|单号|單號|单编号|服务单|受理|案件|投诉|报修|报障|维修|诉求|事件|申请|售后|流水|登记|派单|来电|问题|理赔|退换"
)
_CHINESE_OTHER = re.compile(
    "客户|用户|会员|设备|产品|商品|序列|机身|机器|手机|电话|身份证|证件|员工|工号|坐席|型号|车牌|车架|批|版本|门牌|房|银行|卡号|账号|帐号|邮编|物料|条码"
)
_CHINESE_GOODS = re.compile("订单|发货|快递|物流|运单|发票|合同|交易|支付|采购|出库|入库")
"""What has a number of its own; the ticket's only where no other column has one."""
_LONGEST = 64
_MANGLED = "[0-9](?:[.][0-9]+)?[eE][+][0-9]+|[0-9]{15}0+"
"""A number of which a workbook has kept 15 digits, or only the first few."""


def confidence(name: str, cells: Sequence[str]) -> float:
    """How surely (0 to 1) a column is the ticket's number, by its name and by every cell being another; 0: it is not.

    >>> cells = ["C-1", "C-2", "C-3"]
    >>> [confidence(name, cells) for name in ("Claim ID", "#", "Order No", "Customer ID", "Subject")]
    [0.9, 0.75, 0.5, 0.0, 0.0]
    >>> [confidence(name, cells) for name in ("维修受理单编号", "订单编号", "客户编号")], confidence("Claim ID", ["C-1", "C-1"])
    ([0.9, 0.5, 0.0], 0.0)
    """
    if not _is_different_in_every_row(cells):
        return 0.0
    title = plain(name)
    words = set(_WORDS.findall(_CAMEL.sub(" ", title).casefold()))
    if title.isascii() or not _CHINESE_NUMBER.search(title):
        return _by_words(words)
    if _CHINESE_OTHER.search(title) or words & _OTHERS:
        return 0.0
    return 0.9 if _CHINESE_TICKET.search(title) and not _CHINESE_GOODS.search(title) else 0.5


def require_whole(cursor: Cursor, stage: Stage, column: str) -> None:
    """Raises Invalid where a workbook has cut the numbers: 2.02603E+13, or 16 digits and more that all end in noughts."""
    cell = text(_MANGLED)
    counts = f"""SELECT count(*) AS n, count(*) FILTER (regexp_full_match(cell, {cell})) AS cut,
        any_value(cell) FILTER (regexp_full_match(cell, {cell})) AS example,
        count(*) FILTER (contains(upper(cell), 'E+') AND regexp_full_match(cell, {cell})) AS worded
        FROM (SELECT {cleaned(stage.key(column))} AS cell FROM {stage.relation}) WHERE cell IS NOT NULL"""
    found = next(iter(cursor.run(counts))).to_pylist()[0]
    if found["worded"] or (found["n"] > 1 and found["cut"] == found["n"]):
        raise Invalid(
            "numbers-cut",
            en=f"The numbers in the column {column!r} have lost digits in a workbook (such as {found['example']}) and no "
            "longer tell tickets apart. Format the column as text before saving, or export again from the system.",
            zh=f"列“{column}”中的编号在表格软件中丢失了位数（如 {found['example']}），已无法区分工单。"
            "请先将该列设为文本格式再保存，或从系统重新导出。",
        )


def _by_words(words: set[str]) -> float:
    if words & _OTHERS or not words:
        return 0.0
    if not words & _NUMBER:
        return 0.65 if words <= _TICKET and len(words) == 1 else 0.0
    if words <= _NUMBER:
        return 0.75
    return 0.9 if words & _TICKET else 0.5


def _is_different_in_every_row(cells: Sequence[str]) -> bool:
    named = all(len(cell) <= _LONGEST and any(map(str.isdigit, cell)) for cell in cells)
    return bool(cells) and named and len(set(cells)) == len(cells)
