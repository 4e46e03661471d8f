"""What an action must say before it is saved, since nothing of it changes afterwards."""

from typing import Any

from zhenyin.core.errors import Invalid
from zhenyin.core.words import Words
from zhenyin.problem import figures
from zhenyin.problem.models import Plan, Where

FIELDS: dict[str, Words] = {
    "title": Words("名称", "title"),
    "owner": Words("负责人", "owner"),
    "due": Words("完成期限", "due date"),
    "metric": Words("指标", "metric"),
    "where": Words("切片", "slice"),
    "direction": Words("方向", "direction"),
    "target": Words("目标", "target"),
    "start": Words("开始日期", "start"),
    "window_weeks": Words("观察期（周）", "weeks to observe"),
}
"""Everything but the comparison slice and the cost is needed."""
SHORTEST, LONGEST = 4, 52


def plan(**given: Any) -> Plan:
    """The plan of an action, checked. Raises Invalid for what is missing or cannot be judged, NotFound for names."""
    missing = [words for name, words in FIELDS.items() if given.get(name) in (None, "", {})]
    if missing:
        raise Invalid(
            "action-incomplete",
            en=f"An action cannot be saved without {', '.join(w.en for w in missing)}.",
            zh=f"保存措施还缺：{'、'.join(w.zh for w in missing)}。",
        )
    made = Plan(**given)
    figures.check(made.metric, made.where)
    if made.comparison is not None:
        figures.check(made.metric, made.comparison)
        _check_apart(made.where, made.comparison)
    _check_aim(made)
    _check_window(made.window_weeks)
    return made


def _check_aim(made: Plan) -> None:
    if made.direction not in ("lower", "higher"):
        raise Invalid(
            "direction-unknown",
            en=f"The direction cannot be {made.direction!r}. Use lower or higher.",
            zh=f"方向不能为 {made.direction}，请用 lower 或 higher。",
        )
    wrong = made.target >= 1 if made.direction == "lower" else made.target <= 1
    if made.target <= 0 or wrong:
        side = "below 1, such as 0.7 for 30 % less" if made.direction == "lower" else "above 1, such as 1.2"
        side_zh = "小于 1，例如 0.7 表示降低 30%" if made.direction == "lower" else "大于 1，例如 1.2"
        raise Invalid(
            "target-wrong",
            en=f"The target {made.target:g} is a ratio to the level without the action; here it must be {side}.",
            zh=f"目标 {made.target:g} 是与不采取措施时的比值，此处应{side_zh}。",
        )


def _check_window(window_weeks: int) -> None:
    if not SHORTEST <= window_weeks <= LONGEST:
        raise Invalid(
            "window-wrong",
            en=f"{window_weeks} weeks to observe are not between {SHORTEST} and {LONGEST}.",
            zh=f"观察期 {window_weeks} 周不在 {SHORTEST} 到 {LONGEST} 周之间。",
        )


def _check_apart(where: Where, comparison: Where) -> None:
    """The comparison slice must have no ticket of the action's: some dimension tells them apart for sure."""
    apart = any(
        not set(where[name].split(",")) & set(comparison[name].split(",")) for name in where.keys() & comparison.keys()
    )
    if not apart:
        raise Invalid(
            "comparison-overlaps",
            en="The comparison slice may not share tickets with the action's slice. Give another value of one dimension.",
            zh="对照切片不能与措施的切片有共同的工单，请在同一维度上选择其他取值。",
        )
