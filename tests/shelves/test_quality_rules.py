"""What every rule of quality obeys; a new file is tested with no edit here."""

import pytest

from zhenyin.quality_rules import RULES
from zhenyin.warehouse.facts import FACTS
from zhenyin.warehouse.gateway import Warehouse

NOW = "2026-03-05 14:05:00"


@pytest.mark.parametrize("key", RULES)
def test_it_has_words_and_looks_at_a_fact(key: str) -> None:
    rule = RULES[key]
    assert rule.title.zh
    assert rule.title.en
    assert rule.reason.zh.endswith("。")
    assert rule.fact in FACTS
    assert "$now" not in rule.at(NOW)


@pytest.mark.parametrize("key", RULES)
def test_it_finds_nothing_where_there_is_nothing_and_names_line_column_and_value(
    key: str, warehouse: Warehouse
) -> None:
    rule = RULES[key]
    with warehouse.writing() as cursor:
        cursor.run(f"CREATE TEMP VIEW incoming AS SELECT * FROM {rule.fact}")
        found = next(iter(cursor.run(f"SELECT count(*) AS n FROM ({rule.at(NOW)})")))
        assert found["n"][0].as_py() == 0
        cursor.run(rule.at(NOW))
        assert list(cursor.schema().names) == ["line", "column_name", "value"]
