"""Words of other systems, read as people read them: the same in a query as outside of it."""

import pytest
from tests.warehouse.conftest import Evaluate

from fixtures_cases import rows
from zhenyin.warehouse import event_log, status, urgency
from zhenyin.warehouse.engines import Cursor


def _words(name: str) -> dict[str, str | None]:
    return {said: own or None for said, own in (row.values() for row in rows(name))}


STATUSES, URGENCIES = _words("warehouse/statuses.csv"), _words("warehouse/urgencies.csv")


@pytest.mark.parametrize(("word", "stage"), [*STATUSES.items(), (None, None), ("", None)])
def test_a_status_tells_whether_a_ticket_is_over(word: str | None, stage: str | None) -> None:
    assert status.stage(word) == stage


def test_a_query_reads_statuses_the_same_and_each_once(cursor: Cursor) -> None:
    words = {word: stage for word, stage in STATUSES.items() if word == word.strip()}
    values = ", ".join(f"('{word.replace(chr(39), chr(39) * 2)}')" for word in [*words, *words])
    cursor.run(f"CREATE OR REPLACE TEMP TABLE said AS SELECT * FROM (VALUES {values}, (NULL)) v(status)")
    found = [tuple(row.values()) for part in cursor.run(status.stages("said")) for row in part.to_pylist()]
    assert sorted(found, key=str) == sorted([*words.items(), (None, None)], key=str)


@pytest.mark.parametrize(("word", "level"), [*URGENCIES.items(), (None, None), ("", None)])
def test_a_priority_has_the_level_that_it_means(evaluate: Evaluate, word: str | None, level: str | None) -> None:
    assert urgency.level(word) == level
    assert evaluate(urgency.expression("cell::VARCHAR"), cell=word) == level


@pytest.mark.parametrize(("step", "activity"), _words("warehouse/activities.csv").items())
def test_a_step_has_the_products_own_name_where_one_fits(evaluate: Evaluate, step: str, activity: str) -> None:
    assert evaluate(event_log.activity("cell"), cell=step) == activity
