"""Plan of an action: what it must say before it is saved, since nothing of it changes afterwards."""

from typing import Any

from zhenyin.core.errors import Invalid
from zhenyin.core.schema import Slice
from zhenyin.core.words import Words
from zhenyin.problem import figures
from zhenyin.problem.models import Plan

REQUIRED_FIELDS: dict[str, Words] = {
    "title": Words("名称", "title"),
    "owner": Words("负责人", "owner"),
    "due": Words("完成期限", "due date"),
    "metric": Words("指标", "metric"),
    "where": Words("范围", "slice"),
    "direction": Words("方向", "direction"),
    "target": Words("目标", "target"),
    "start": Words("开始日期", "start"),
    "window_weeks": Words("观察期（周）", "weeks to observe"),
}
"""All fields but the comparison slice and the cost."""
SHORTEST_WINDOW, LONGEST_WINDOW = 4, 52
"""Weeks to observe."""


def plan(**given: Any) -> Plan:
    """The plan of an action, checked. Raises Invalid for what is missing or cannot be judged, NotFound for unknown names."""
    missing = [words for name, words in REQUIRED_FIELDS.items() if given.get(name) in (None, "", {})]
    if missing:
        raise Invalid(
            "action-incomplete",
            en=f"An action cannot be saved without {', '.join(w.en for w in missing)}.",
            zh=f"保存措施还缺：{'、'.join(w.zh for w in missing)}。",
        )
    planned = Plan(**given)
    figures.check(planned.metric, planned.where)
    if planned.comparison is not None:
        figures.check(planned.metric, planned.comparison)
        _check_disjoint(planned.where, planned.comparison)
    _check_aim(planned)
    _check_window(planned.window_weeks)
    return planned


def _check_aim(planned: Plan) -> None:
    if planned.direction not in ("lower", "higher"):
        raise Invalid(
            "direction-unknown",
            en=f"The direction cannot be {planned.direction!r}. Use lower or higher.",
            zh=f"方向不能为 {planned.direction}，请用 lower 或 higher。",
        )
    wrong = planned.target >= 1 if planned.direction == "lower" else planned.target <= 1
    if planned.target <= 0 or wrong:
        side = "below 1, such as 0.7 for 30 % less" if planned.direction == "lower" else "above 1, such as 1.2"
        side_zh = "小于 1，例如 0.7 表示降低 30%" if planned.direction == "lower" else "大于 1，例如 1.2"
        raise Invalid(
            "target-wrong",
            en=f"The target {planned.target:g} is a ratio to the level without the action; here it must be {side}.",
            zh=f"目标 {planned.target:g} 是与不采取措施时的比值，此处应{side_zh}。",
        )


def _check_window(window_weeks: int) -> None:
    if not SHORTEST_WINDOW <= window_weeks <= LONGEST_WINDOW:
        raise Invalid(
            "window-wrong",
            en=f"{window_weeks} weeks to observe are not between {SHORTEST_WINDOW} and {LONGEST_WINDOW}.",
            zh=f"观察期 {window_weeks} 周不在 {SHORTEST_WINDOW} 到 {LONGEST_WINDOW} 周之间。",
        )


def _check_disjoint(where: Slice, comparison: Slice) -> None:
    """The two slices are disjoint when they share no value of some dimension that both name."""
    disjoint = any(not set(where[name]) & set(comparison[name]) for name in where.keys() & comparison.keys())
    if not disjoint:
        raise Invalid(
            "comparison-overlaps",
            en="The comparison slice may not share tickets with the action's slice. Give another value of one dimension.",
            zh="对照范围不能与措施的范围有共同的工单，请在同一维度上选择其他取值。",
        )
