"""Columns that belong to somebody or something else than their cells or names suggest: the agent's mail, a vehicle, a claim."""

import re
from collections import defaultdict
from collections.abc import Sequence

from zhenyin.text.normalise import plain

_STAFF = re.compile(
    r"客服|坐席|座席|处理人|受理人|工程师|师傅|技师|经办|负责人|员工|派单员|维修员|维修人|服务人员|操作人|审批人|跟进人|指派|接单人"
    r"|(?<![a-z])(?:assignee|assigned|agent|owner|handler|technician|engineer|staff|employee|operator|rep|resolver|responder"
    r"|closed by|resolved by|support|manager|supervisor|worker|mechanic|installer)(?![a-z])"
)
_OWN_WORDS = re.compile(
    r"原话|口述|自述|原文|客户描述|用户描述|详细描述|具体描述|描述$|反馈内容"
    r"|verbatim|own words|customer words|free text|as reported"
)
_NO_MODEL = re.compile(
    r"车牌|车号|车架|牌照|编号|单号|号码|号$|理赔|索赔|合同|客户"
    r"|(?<![a-z])(?:vehicle|plate|licen[cs]e|vin|claim|case|ticket|id|no|number|code|ref|account|customer)(?![a-z])"
    r"|(?<![a-z])(?:unit|seat|room|zip)(?![a-z])"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FEW = 5


def is_staff(column: str) -> bool:
    """Whether a column is of those who work on tickets, by its name.

    >>> [is_staff(name) for name in ("assignee_email", "处理人手机", "Agent phone", "reporter_email", "联系电话")]
    [True, True, True, False, False]
    """
    return bool(_STAFF.search(_words(column)))


def is_own_words(column: str) -> bool:
    """Whether a column holds what customers said, in their own words: never a category.

    >>> is_own_words("故障现象（客户原话）"), is_own_words("故障现象")
    (True, False)
    """
    return bool(_OWN_WORDS.search(_words(column)))


def is_no_model(column: str, cells: Sequence[str]) -> bool:
    """Whether a column that looks like models is none: it is called a number, or nearly every row has its own.

    >>> is_no_model("Claim ID", []), is_no_model("Type", ["X100", "X200"] * 5), is_no_model("Type", [f"V{n}" for n in range(9)])
    (True, False, True)
    """
    return bool(_NO_MODEL.search(_words(column))) or (len(cells) > _FEW and len(set(cells)) > 0.5 * len(cells))


def repeat_together(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two columns come again together: each cell of the one stands in the row of always the same of the other."""
    few = 1 < len(set(left)) <= 0.5 * len(left)
    return (
        few and len(left) == len(right) and len(set(zip(left, right, strict=True))) == len(set(left)) == len(set(right))
    )


def belong_to_one(owned: Sequence[str], owners: Sequence[str]) -> bool:
    """Whether each thing is one owner's alone, though owners come again: a customer's own vehicle, and no model."""
    if len(owned) != len(owners) or len(set(owners)) == len(owners):
        return False
    owners_of = defaultdict(set)
    for thing, owner in zip(owned, owners, strict=True):
        owners_of[thing].add(owner)
    again = sum(len(found) > 1 for found in owners_of.values())
    return again == 0 and len(owners_of) >= len(set(owners)) > 1


def _words(column: str) -> str:
    return re.sub(r"[_\-.]+", " ", _CAMEL.sub(" ", plain(column))).casefold()
