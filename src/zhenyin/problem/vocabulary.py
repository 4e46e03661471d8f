"""Stages of a problem, grades of evidence, outcomes of a verdict: keys, and the words for them in both languages."""

from typing import Literal

from zhenyin.core.words import Words
from zhenyin.stats.effects import Outcome

Stage = Literal["open", "investigating", "acting", "verifying", "verified", "closed", "reopened"]
Grade = Literal["guess", "correlated", "tested", "confirmed"]
Direction = Literal["lower", "higher"]
ActionState = Literal["planned", "running", "judged", "cancelled"]
Requirement = Literal["owner", "action", "started", "effective", "reason"]
"""What a move between stages may need."""

STAGES: dict[Stage, Words] = {
    "open": Words("待处理", "Open"),
    "investigating": Words("分析中", "Investigating"),
    "acting": Words("整改中", "Acting"),
    "verifying": Words("验证中", "Verifying"),
    "verified": Words("已验证有效", "Verified"),
    "closed": Words("已关闭", "Closed"),
    "reopened": Words("重新打开", "Reopened"),
}
GRADES: dict[Grade, Words] = {
    "guess": Words("猜测", "Guess"),
    "correlated": Words("数据相关", "Correlated"),
    "tested": Words("已试验", "Tested"),
    "confirmed": Words("已确认", "Confirmed"),
}
OUTCOMES: dict[Outcome, Words] = {
    "effective": Words("有效", "Effective"),
    "not_effective": Words("无效", "Not effective"),
    "too_early": Words("为时尚早", "Too early to judge"),
    "not_measurable": Words("无法衡量", "Not measurable"),
}
OVER: frozenset[Stage] = frozenset({"verified", "closed"})
"""Nobody works on a problem in these stages."""
