"""A warehouse that an older version made is brought up to the contract when it is opened."""

from datetime import datetime, timedelta

import pytest

from fixtures_facts import put, ticket
from zhenyin.core.settings import Settings
from zhenyin.warehouse import gateway
from zhenyin.warehouse.facts import ELAPSED, FACTS

START = datetime(2026, 3, 1, 9)


def test_columns_that_an_older_version_did_not_know_are_added_and_worked_out(settings: Settings) -> None:
    older = gateway.connect(settings)
    put(older, "tickets", [ticket(1, START, resolved_at=START + timedelta(hours=2)), ticket(2, START)])
    with older.writing() as cursor:
        cursor.run("INSERT INTO shadowed_tickets BY NAME SELECT *, 'b' AS replaced_by FROM tickets")
        for table in ("tickets", "shadowed_tickets"):
            for column in (*ELAPSED, "quality"):
                cursor.run(f"ALTER TABLE {table} DROP COLUMN {column}")
    older.close()
    newer = gateway.connect(settings)
    for table, more in (("tickets", []), ("shadowed_tickets", ["replaced_by"])):
        rows = newer.query(f"FROM {table} ORDER BY ticket_id")
        assert rows.column_names == [*FACTS["tickets"].names(), *more]
        assert rows["resolution_seconds"].to_pylist() == [7200, None]
        assert rows["quality"].to_pylist() == [None, None]
    newer.close()


def test_whether_a_source_records_ends_is_learned_from_all_its_rows(settings: Settings) -> None:
    older = gateway.connect(settings)
    rows = [
        ticket(1, START, source="desk", resolved_at=START),
        ticket(2, START, source="desk"),
        ticket(3, START, source="chat"),
    ]
    put(older, "tickets", rows)
    with older.writing() as cursor:
        cursor.run("ALTER TABLE tickets DROP COLUMN ends_recorded")
    older.close()
    newer = gateway.connect(settings)
    kept = newer.query("SELECT ends_recorded AS r FROM tickets ORDER BY ticket_id").to_pylist()
    assert [row["r"] for row in kept] == [True, True, False]
    newer.close()


@pytest.mark.parametrize(("column", "moment"), [(column, until) for column, (_, until) in ELAPSED.items()])
def test_elapsed_time_is_whole_seconds_of_one_row(settings: Settings, column: str, moment: str) -> None:
    warehouse = gateway.connect(settings)
    later = START + timedelta(days=1, seconds=1, microseconds=700)
    put(warehouse, "tickets", [ticket(1, START, **{moment: later})])
    assert warehouse.query(f"SELECT {column} AS s FROM tickets").to_pylist() == [{"s": 86_401}]
    warehouse.close()
