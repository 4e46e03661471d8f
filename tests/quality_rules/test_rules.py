"""Each rule finds the rows that break it, and only these."""

from collections.abc import Sequence

from zhenyin.quality_rules import RULES
from zhenyin.warehouse.gateway import Warehouse

NOW = "2026-03-05 14:05:00"


def _lines(warehouse: Warehouse, key: str, columns: str, rows: Sequence[str]) -> list[int]:
    with warehouse.writing() as cursor:
        names = ", ".join(columns.split())
        cursor.run(f"CREATE TEMP TABLE given AS SELECT line, {names} FROM tickets LIMIT 0")
        for line, row in enumerate(rows, 2):
            cursor.run(f"INSERT INTO given VALUES ({line}, {row})")
        rest = f"SELECT * EXCLUDE (line, {names}) FROM tickets"
        cursor.run(f"CREATE TEMP VIEW incoming AS SELECT * FROM given LEFT JOIN ({rest}) ON false")
        found = [row["line"] for part in cursor.run(RULES[key].at(NOW)) for row in part.to_pylist()]
        cursor.run("DROP VIEW incoming")
        cursor.run("DROP TABLE given")
    return sorted(found)


def test_an_answer_before_the_question_is_impossible(warehouse: Warehouse) -> None:
    rows = ["'2026-03-02', '2026-03-01'", "'2026-03-02', '2026-03-02'", "'2026-03-02', NULL"]
    assert _lines(warehouse, "impossible_times", "created_at resolved_at", rows) == [2]


def test_a_day_ahead_may_be_a_clock_and_two_are_the_future(warehouse: Warehouse) -> None:
    rows = ["'2026-03-06 10:00'", "'2026-03-07 10:00'", "'2026-03-01'"]
    assert _lines(warehouse, "in_the_future", "created_at", rows) == [3]


def test_the_scale_of_a_rating_has_two_ends(warehouse: Warehouse) -> None:
    rows = ["5, 10", "6, NULL", "NULL, 11", "0, 0", "NULL, NULL"]
    assert _lines(warehouse, "bad_rating", "csat nps", rows) == [3, 4, 5]


def test_the_first_of_equal_rows_is_none_and_silent_rows_are_never_equal(warehouse: Warehouse) -> None:
    same, silent = "'2026-03-01', '漏水'", "'2026-03-01', NULL"
    assert _lines(warehouse, "exact_duplicates", "created_at title", [same, silent, same, silent, same]) == [4, 6]


def test_an_outlier_needs_a_crowd_to_lie_out_of(warehouse: Warehouse) -> None:
    crowd = [f"'2026-01-01', '2026-01-01 0{1 + i % 4}:30'" for i in range(40)]
    assert _lines(warehouse, "duration_outliers", "created_at resolved_at", [*crowd, "'2025-01-01', '2026-01-01'"]) == [
        42
    ]
    assert _lines(warehouse, "duration_outliers", "created_at resolved_at", ["'2025-01-01', '2026-01-01'"]) == []
