"""A moment that had not come yet when the file was imported; a day is allowed for clocks and zones."""

from zhenyin.core.words import Words
from zhenyin.quality_rules import Rule

_MOMENTS = ("created_at", "first_response_at", "resolved_at", "closed_at", "rated_at")

RULE = Rule(
    title=Words("时间在未来", "In the future"),
    reason=Words("该时间晚于导入时间。", "This moment had not come yet when the file was imported."),
    select=" UNION ALL ".join(
        f"SELECT line, '{moment}' AS column_name, CAST({moment} AS VARCHAR) AS value FROM incoming "
        f"WHERE {moment} > $now + INTERVAL 1 DAY"
        for moment in _MOMENTS
    ),
)
