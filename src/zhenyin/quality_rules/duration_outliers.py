"""A time to resolution far outside those of all others, on the scale of orders of magnitude.

Robust z-score above 5 of log hours (Iglewicz & Hoaglin 1993, 'How to detect and handle outliers': median and MAD, which
outliers themselves do not move), at least 30 resolved tickets.
"""

from zhenyin.core.words import Words
from zhenyin.quality_rules import Rule

RULE = Rule(
    title=Words("时长异常", "Duration outliers"),
    reason=Words(
        "解决时长远远偏离其他工单，请核对时间。", "Time to resolution is far from all others; check the times."
    ),
    select="""
        WITH spans AS (SELECT line, epoch(resolved_at - created_at) / 3600 AS hours FROM incoming
                       WHERE resolved_at > created_at),
             middle AS (SELECT median(ln(hours)) AS centre, count(*) AS spans FROM spans),
             spread AS (SELECT any_value(centre) AS centre, median(abs(ln(hours) - centre)) AS mad
                        FROM spans, middle WHERE middle.spans >= 30)
        SELECT line, 'resolved_at' AS column_name, printf('%.1f h', hours) AS value
        FROM spans, spread WHERE mad > 0 AND 0.6745 * abs(ln(hours) - centre) / mad > 5""",
)
