"""A rating outside its scale: satisfaction goes from 1 to 5, the recommendation from 0 to 10."""

from zhenyin.core.words import Words
from zhenyin.quality_rules import Rule

RULE = Rule(
    title=Words("评分超出范围", "Rating off the scale"),
    reason=Words(
        "满意度应为 1–5，推荐意愿应为 0–10。", "Satisfaction goes from 1 to 5, the recommendation from 0 to 10."
    ),
    select="""
        SELECT line, 'csat' AS column_name, CAST(csat AS VARCHAR) AS value FROM incoming WHERE csat NOT BETWEEN 1 AND 5
        UNION ALL
        SELECT line, 'nps' AS column_name, CAST(nps AS VARCHAR) AS value FROM incoming WHERE nps NOT BETWEEN 0 AND 10""",
)
