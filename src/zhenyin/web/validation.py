"""What is wrong with the parts of a request, for its reader: pydantic's errors in both languages.

Source: the table of error types in pydantic's documentation ("Validation Errors").
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import JsonValue

from zhenyin.core.words import Words
from zhenyin.web.problem import FieldError

MESSAGES: dict[str, Words] = {
    "missing": Words("缺少必填项", "is missing"),
    "extra_forbidden": Words("没有这个字段，请删除或检查拼写", "is no known field; leave it out or check its spelling"),
    "none_required": Words("只能为空", "must be null"),
    "greater_than": Words("必须大于 {gt}", "must be greater than {gt}"),
    "greater_than_equal": Words("不能小于 {ge}", "must be at least {ge}"),
    "less_than": Words("必须小于 {lt}", "must be less than {lt}"),
    "less_than_equal": Words("不能大于 {le}", "must be at most {le}"),
    "multiple_of": Words("必须是 {multiple_of} 的倍数", "must be a multiple of {multiple_of}"),
    "finite_number": Words("必须是有限的数", "must be a finite number"),
    "too_short": Words("至少需要 {min_length} 项", "needs at least {min_length} items"),
    "too_long": Words("最多 {max_length} 项", "takes at most {max_length} items"),
    "string_type": Words("必须是文本", "must be a text"),
    "string_too_short": Words("至少需要 {min_length} 个字符", "needs at least {min_length} characters"),
    "string_too_long": Words("最多 {max_length} 个字符", "takes at most {max_length} characters"),
    "string_pattern_mismatch": Words("不符合格式 {pattern}", "does not match the pattern {pattern}"),
    "string_unicode": Words("不是有效的 Unicode 文本", "is no valid Unicode text"),
    "enum": Words("可用值：{expected}", "must be one of {expected}"),
    "literal_error": Words("可用值：{expected}", "must be one of {expected}"),
    "dict_type": Words("必须是对象", "must be an object"),
    "mapping_type": Words("必须是对象", "must be an object"),
    "model_type": Words("必须是对象", "must be an object"),
    "model_attributes_type": Words("必须是对象", "must be an object"),
    "dataclass_type": Words("必须是对象", "must be an object"),
    "list_type": Words("必须是列表", "must be a list"),
    "tuple_type": Words("必须是列表", "must be a list"),
    "set_type": Words("必须是列表", "must be a list"),
    "frozen_set_type": Words("必须是列表", "must be a list"),
    "bool_type": Words("必须是 true 或 false", "must be true or false"),
    "bool_parsing": Words("必须是 true 或 false", "must be true or false"),
    "int_type": Words("必须是整数", "must be a whole number"),
    "int_parsing": Words("必须是整数", "must be a whole number"),
    "int_parsing_size": Words("数字过大", "is too large a number"),
    "int_from_float": Words("必须是整数，不能带小数", "must be a whole number, without a fraction"),
    "float_type": Words("必须是数字", "must be a number"),
    "float_parsing": Words("必须是数字", "must be a number"),
    "decimal_type": Words("必须是数字", "must be a number"),
    "decimal_parsing": Words("必须是数字", "must be a number"),
    "date_type": Words("必须是日期，如 2026-03-05", "must be a date such as 2026-03-05"),
    "date_parsing": Words("必须是日期，如 2026-03-05", "must be a date such as 2026-03-05"),
    "date_from_datetime_parsing": Words("必须是日期，如 2026-03-05", "must be a date such as 2026-03-05"),
    "date_from_datetime_inexact": Words("必须是日期，不能带时刻", "must be a date, without a time of day"),
    "date_past": Words("必须是过去的日期", "must be a date in the past"),
    "date_future": Words("必须是将来的日期", "must be a date in the future"),
    "time_type": Words("必须是时刻，如 09:30", "must be a time of day such as 09:30"),
    "time_parsing": Words("必须是时刻，如 09:30", "must be a time of day such as 09:30"),
    "datetime_type": Words("必须是时间，如 2026-03-05T09:30", "must be a moment such as 2026-03-05T09:30"),
    "datetime_parsing": Words("必须是时间，如 2026-03-05T09:30", "must be a moment such as 2026-03-05T09:30"),
    "datetime_from_date_parsing": Words("必须是时间，如 2026-03-05T09:30", "must be a moment such as 2026-03-05T09:30"),
    "datetime_past": Words("必须是过去的时间", "must be a moment in the past"),
    "datetime_future": Words("必须是将来的时间", "must be a moment in the future"),
    "timezone_naive": Words("不能带时区", "must not name a time zone"),
    "timezone_aware": Words("必须带时区", "must name its time zone"),
    "union_tag_invalid": Words(
        "{discriminator} 的可用值：{expected_tags}", "{discriminator} must be one of {expected_tags}"
    ),
    "union_tag_not_found": Words("缺少 {discriminator}", "lacks {discriminator}"),
    "url_type": Words("必须是网址", "must be a URL"),
    "url_parsing": Words("必须是网址", "must be a URL"),
    "url_scheme": Words("网址必须以 {expected_schemes} 开头", "must be a URL that begins with {expected_schemes}"),
    "uuid_type": Words("必须是 UUID", "must be a UUID"),
    "uuid_parsing": Words("必须是 UUID", "must be a UUID"),
}

_SECRETS = frozenset({"password", "old_password", "token", "secret"})
_LONGEST_VALUE = 200
_NAMED = 5


def field_errors(found: Sequence[Mapping[str, Any]]) -> list[FieldError]:
    """Every error of a request, as pydantic found them."""
    return [_field_error(error) for error in found]


def summary(errors: Sequence[FieldError]) -> Words:
    """All errors in one sentence; the first five with their places where there are more.

    >>> one = FieldError(loc=["query", "limit"], pointer=None, code="missing", message=MESSAGES["missing"], value=None)
    >>> summary([one]).en
    'The request does not fit: limit is missing.'
    """
    zh = "；".join(f"{_place(error)} {error.message.zh}" for error in errors[:_NAMED])
    en = "; ".join(f"{_place(error)} {error.message.en}" for error in errors[:_NAMED])
    more = len(errors) - _NAMED
    if more > 0:
        return Words(f"请求无效：{zh}；另有 {more} 处错误。", f"The request does not fit: {en}; and {more} more.")
    return Words(f"请求无效：{zh}。", f"The request does not fit: {en}.")


def message(code: str, context: Mapping[str, Any], text: str) -> Words:
    """The words for an error type; for one that the table lacks, pydantic's own text with its code.

    >>> message("greater_than_equal", {"ge": 1}, "Input should be greater than or equal to 1").zh
    '不能小于 1'
    >>> message("complex_type", {}, "Input should be a complex number").zh
    '不符合要求（complex_type：Input should be a complex number）'
    """
    known = MESSAGES.get(code)
    if known is None:
        return Words(f"不符合要求（{code}：{text}）", f"does not fit ({code}: {text})")
    values = {name: str(value) for name, value in context.items()}
    chinese = {name: value.replace(" or ", " 或 ").replace(", ", "、") for name, value in values.items()}
    return Words(known.zh.format_map(chinese), known.en.format_map(values))


def _field_error(error: Mapping[str, Any]) -> FieldError:
    loc, code = list(error["loc"]), error["type"]
    return FieldError(
        loc=loc,
        pointer=_pointer(loc[1:]) if loc and loc[0] == "body" else None,
        code=code,
        message=message(code, error.get("ctx") or {}, error["msg"]),
        value=None if code == "missing" else _shown(loc, error.get("input")),
    )


def _pointer(parts: Sequence[str | int]) -> str:
    """RFC 6901: the whole body is the empty pointer."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in parts)


def _place(error: FieldError) -> str:
    return ".".join(map(str, error.loc[1:])) or str(error.loc[0])


def _shown(loc: Sequence[str | int], value: object) -> JsonValue:
    """What was sent, unless it is a secret, too long to be shown, or no JSON."""
    if _SECRETS.intersection(map(str, loc)):
        return None
    try:
        text = json.dumps(value, allow_nan=False)
    except (TypeError, ValueError):
        return None
    shown: JsonValue = json.loads(text)
    # What is sent as an object may hold a secret further down.
    return shown if len(text) <= _LONGEST_VALUE and not isinstance(shown, (dict, list)) else None
