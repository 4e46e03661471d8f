"""Priority from severity, frequency and customer, and the sentence that explains it."""

from dataclasses import dataclass

from zhenyin.core.words import Words

URGENT, HIGH, MEDIUM, LOW = "紧急", "高", "中", "低"
DAYS = 28
"""How far back a fault counts as frequent lately."""
_POINTS = {"致命": 4, "严重": 2, "一般": 1, "建议": 0}
_EN = {"致命": "critical", "严重": "serious", "一般": "moderate", "建议": "a wish"}
_NAMES_EN = {URGENT: "urgent", HIGH: "high", MEDIUM: "medium", LOW: "low"}
_BIG = ("企业", "经销商", "重点", "大客户", "政府", "vip", "business", "enterprise", "dealer", "key account")
_LEAST, _SHARE = 5, 0.15


@dataclass(frozen=True, slots=True)
class Priority:
    value: str
    why: Words


def judge(severity: str, customer_type: str | None, fault: str | None, same: float, every: float) -> Priority:
    """The priority of a ticket.

    same, every: tickets of its product with its fault, and of its product, in the last 28 days. A fault is frequent
    when it is at least 5 tickets and 15 % of the product's. Frequent faults and business customers each add a step.

    >>> judge("严重", "企业", "闪退", 30, 100).why.zh
    '紧急：严重度为严重；近 28 天该产品“闪退” 30 起，占 30%，多发；企业客户。'
    >>> judge("一般", None, None, 0, 0).value
    '低'
    """
    frequent = bool(fault) and same >= _LEAST and same >= _SHARE * every
    big = customer_type is not None and any(word in customer_type.lower() for word in _BIG)
    points = _POINTS.get(severity, 1)
    value = URGENT if points >= 4 else (LOW, LOW, MEDIUM, HIGH, URGENT)[points + frequent + big]
    zh = [f"{value}：严重度为{severity}"]
    en = [f"{_NAMES_EN[value].capitalize()}: severity is {_EN.get(severity, severity)}"]
    if frequent:
        zh.append(f"近 {DAYS} 天该产品“{fault}” {same:.0f} 起，占 {same / every:.0%}，多发")
        en.append(f"{same:.0f} tickets about {fault} of this product in {DAYS} days ({same / every:.0%}), frequent")
    if big:
        zh.append(f"{customer_type}客户")
        en.append(f"customer type {customer_type}")
    return Priority(value, Words("；".join(zh) + "。", "; ".join(en) + "."))


def given(value: str) -> Words:
    """The sentence for a priority that the source brought."""
    return Words(f"{value}：由来源给出。", f"{_NAMES_EN.get(value, value).capitalize()}: given by the source.")


def unknown() -> Words:
    return Words("严重度未知，无法定优先级。", "Without a severity there is no priority.")
