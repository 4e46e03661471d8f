"""What of an import is in which figure not, in one sentence: said at its end, from the problems that were kept."""

from collections.abc import Mapping

from zhenyin.core.words import Words
from zhenyin.intake.models import SPAN
from zhenyin.warehouse.expressions import text
from zhenyin.warehouse.gateway import Warehouse

_UNREAD = (
    "date_unread",
    "span_unread",
    "number_unread",
    "rating_unread",
    "moment_without_meaning",
    "impossible_times",
    "cell_error",
    "formula_without_value",
)
_FIGURES = {
    "first_response_at": Words("首次响应时长", "time to first response"),
    "resolved_at": Words("解决时长", "time to resolution"),
    "closed_at": Words("关闭时间", "closing"),
    "csat": Words("满意度评分", "satisfaction"),
    "nps": Words("净推荐值", "NPS"),
    "transfers": Words("转派次数", "transfers"),
    "reopens": Words("重开次数", "reopens"),
}
_WHOLE = {
    "missing_required": Words("{} 行缺少必填字段，未进入数据", "{} rows lack a required field and are not in the data"),
    "in_the_future": Words("{} 张工单的创建时间在未来，不计入任何数字", "{} tickets of the future are in no figure"),
    "same_id_again": Words("{} 行编号重复，每个编号只计一次", "{} rows have the number of another and count once"),
    "table_passed_over": Words("{} 张表未识别，未导入", "{} tables were not recognised and not imported"),
    "sheet_hidden": Words("{} 张隐藏的工作表未导入", "{} hidden sheets were not imported"),
}
_TOGETHER = Words(
    "{} 张工单与另一张是同一次报修，合并后只计一次", "{} tickets report the incident of another and count once"
)
_LACKING = Words("{} 个单元格未计入{}", "{} cells are not in {}")


def sentence(warehouse: Warehouse, batch: str, targets: Mapping[str, str | None]) -> Words | None:
    """What was left out of which figure; None where nothing was. targets: column of the file → field."""
    found = warehouse.query(
        f"""SELECT rule, column_name, count(*)::BIGINT AS n FROM row_problems
            WHERE import_batch = {text(batch)} GROUP BY ALL ORDER BY n DESC, rule, column_name"""
    ).to_pylist()
    parts: list[Words] = []
    for rule, words in _WHOLE.items():
        rows = sum(
            row["n"]
            for row in found
            if row["rule"] == rule and (rule != "in_the_future" or row["column_name"] == "created_at")
        )
        parts += [_filled(words, rows)] if rows else []
    by_figure: dict[str, int] = {}
    for row in found:
        own = targets.get(row["column_name"] or "", row["column_name"]) or ""
        field = own.removeprefix(SPAN)
        if row["rule"] in _UNREAD and field in _FIGURES:
            by_figure[field] = by_figure.get(field, 0) + row["n"]
    parts += [_lacking(rows, _FIGURES[field]) for field, rows in by_figure.items()]
    parts += _together(warehouse, batch)
    if not parts:
        return None
    return Words("；".join(part.zh for part in parts) + "。", _capital("; ".join(part.en for part in parts)) + ".")


def _together(warehouse: Warehouse, batch: str) -> list[Words]:
    query = f"SELECT count(*)::BIGINT AS n FROM tickets WHERE import_batch = {text(batch)} AND duplicate_of IS NOT NULL"
    rows = warehouse.query(query).to_pylist()[0]["n"]
    return [_filled(_TOGETHER, rows)] if rows else []


def _filled(words: Words, rows: int) -> Words:
    return Words(words.zh.format(f"{rows:,}"), words.en.format(f"{rows:,}"))


def _lacking(rows: int, figure: Words) -> Words:
    return Words(_LACKING.zh.format(f"{rows:,}", figure.zh), _LACKING.en.format(f"{rows:,}", figure.en))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
