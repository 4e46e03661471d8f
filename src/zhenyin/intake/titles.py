"""What fields, facts and rules are called in front of people."""

from dataclasses import dataclass

from zhenyin.core.words import Words
from zhenyin.intake.dictionary import SHAPES, fields
from zhenyin.intake.models import CLOCK, EVENT_LOG
from zhenyin.quality_rules import RULES
from zhenyin.warehouse.facts import FACTS

_PERSONAL = {
    "personal.name": Words("姓名（隐去）", "Name (hidden)"),
    "personal.phone": Words("电话（隐去）", "Phone (hidden)"),
    "personal.email": Words("邮箱（隐去）", "E-mail (hidden)"),
    "personal.address": Words("地址（隐去）", "Address (hidden)"),
    "personal.staff": Words("处理人员的联系方式（隐去）", "Contact of staff (hidden)"),
    "personal.number": Words("证件号码（隐去）", "Identity number (hidden)"),
}
_SPANS = {
    "span.first_response_at": Words("首次响应时长", "Time to first response"),
    "span.resolved_at": Words("解决时长", "Time to resolution"),
}
_CLOCKS = Words("{}（钟点）", "{} (time of day)")
_READING = {
    "too-few-columns": Words("列数不足", "Too few columns"),
    "too-many-columns": Words("列数过多", "Too many columns"),
    "quote-open": Words("引号未闭合", "Quote never closed"),
    "nul-bytes": Words("含 NUL 字节", "NUL bytes"),
    "letters-lost": Words("有无法识别的字符", "Bytes that are no letters"),
    "line-unread": Words("日志行无法识别", "Log line not understood"),
    "sheet_hidden": Words("隐藏的工作表", "Hidden sheet"),
    "cell_error": Words("错误值单元格", "Cell with an error"),
    "formula_without_value": Words("公式没有结果", "Formula without a value"),
    "not-json": Words("不是 JSON 对象", "No JSON object"),
    "date_unread": Words("时间无法识别", "Time not understood"),
    "span_unread": Words("时长无法识别", "Duration not understood"),
    "time_from_span": Words("由时长推算时间", "Moment worked out from a duration"),
    "number_unread": Words("数字无法识别", "Number not understood"),
    "zone_missing": Words("有的时间没有时区", "Moments without a zone"),
    "rating_unread": Words("评分无法使用", "Rating not usable"),
    "rating_scaled": Words("评分按满分折算", "Ratings brought to one scale"),
    "unknown_value": Words("表示“未知”的值", "A value that means unknown"),
    "missing_required": Words("缺少必填字段", "Required field missing"),
    "moment_without_meaning": Words("时间没有意义", "Moment without meaning"),
    "number_used_again": Words("编号被重复使用", "Number used again"),
    "same_id_again": Words("编号重复", "Same number again"),
    "ambiguous_dates": Words("日期的日月顺序不明", "Order of day and month not known"),
    "closed_is_resolved": Words("以关闭时间作为解决时间", "Closing counts as resolution"),
    "customer_by_name": Words("以姓名区分客户", "Customers identified by name"),
    "table_passed_over": Words("表未识别", "Table not recognised"),
}
_EVENT_LOG = Words("事件日志（工单和事件）", "Event log (tickets and events)")


def rule_title(rule: str) -> Words:
    """What a rule that rows broke is called; the key itself for one of an older version."""
    if rule in RULES:
        return RULES[rule].title
    return _READING.get(rule, Words(rule, rule))


def field_title(shape: str, target: str) -> Words:
    """What a field is called."""
    if target.startswith(CLOCK):
        day = field_title(shape, target.removeprefix(CLOCK))
        return Words(_CLOCKS.zh.format(day.zh), _CLOCKS.en.format(day.en))
    named = (FACTS[fact][target].words for fact in _facts(shape) if target in FACTS[fact].names())
    return _PERSONAL.get(target) or _SPANS.get(target) or next(named, Words(target, target))


def shape_title(shape: str) -> Words:
    """What a table may be taken for."""
    return _EVENT_LOG if shape == EVENT_LOG else FACTS[shape].words


@dataclass(frozen=True, slots=True)
class Target:
    """A field that a column may be mapped to: what it holds, and whether its kind of table needs it."""

    key: str
    title: Words
    kind: str
    needed: bool


def choices() -> dict[str, list[Target]]:
    """What a column may be mapped to, by the kind of table."""
    return {shape: [_choice(shape, name) for name in fields(shape).names()] for shape in SHAPES}


def _choice(shape: str, target: str) -> Target:
    kind = next((FACTS[fact][target].kind for fact in _facts(shape) if target in FACTS[fact].names()), "text")
    return Target(target, field_title(shape, target), kind, target in fields(shape).needed)


def _facts(shape: str) -> tuple[str, ...]:
    return ("events", "tickets") if shape == EVENT_LOG else (shape,)
