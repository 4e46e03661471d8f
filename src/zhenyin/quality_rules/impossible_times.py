"""A ticket answered, resolved or closed before it was created, or closed before it was answered."""

from zhenyin.core.words import Words
from zhenyin.quality_rules import Rule

_STEPS = ("first_response_at", "resolved_at", "closed_at")

RULE = Rule(
    title=Words("时间先后矛盾", "Impossible times"),
    reason=Words("该时间早于创建时间。", "This moment lies before the ticket was created."),
    select=" UNION ALL ".join(
        f"SELECT line, '{step}' AS column_name, CAST({step} AS VARCHAR) AS value FROM incoming WHERE {step} < created_at"
        for step in _STEPS
    ),
)
