"""Rows that say the same in everything but their number: an export run twice, or a form sent twice."""

from zhenyin.core.words import Words
from zhenyin.quality_rules import Rule

_COMPARED_COLUMNS = (
    "created_at, coalesce(customer_id, ''), coalesce(device_id, ''), coalesce(title, ''), coalesce(description, ''), "
    "coalesce(product, ''), coalesce(category, ''), coalesce(agent, '')"
)

RULE = Rule(
    title=Words("完全相同的行", "Exact duplicates"),
    reason=Words("除编号外，与前面的行内容完全相同。", "But for its number, the row says the same as an earlier one."),
    select=f"""
        SELECT line, 'source_id' AS column_name, source_id AS value
        FROM (SELECT line, source_id, hash({_COMPARED_COLUMNS}) AS said FROM incoming
              WHERE title IS NOT NULL OR description IS NOT NULL)
        SEMI JOIN (SELECT hash({_COMPARED_COLUMNS}) AS said FROM incoming WHERE title IS NOT NULL OR description IS NOT NULL
                   GROUP BY said HAVING count(*) > 1) USING (said)
        QUALIFY row_number() OVER (PARTITION BY said ORDER BY line) > 1""",
)
