"""The map holds against counting by hand, whatever the log."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fixtures_logs import Log, follows, load, variants
from zhenyin.core import settings as settings_module
from zhenyin.process.mining import steps
from zhenyin.process.mining.directly_follows_graph import (
    MAX_STEP_SET,
    Graph,
    graph_rows,
    read_graph,
    read_variants,
    variant_rows,
)
from zhenyin.process.working_hours import working_time
from zhenyin.warehouse import gateway
from zhenyin.warehouse.facts import table
from zhenyin.warehouse.gateway import Warehouse

NAMES = ("reported", "assigned", "replied", "resolved")
WORKING_TIME = working_time(date(2026, 3, 1), date(2026, 4, 30), "09:00-18:00", "Asia/Shanghai")
LOGS = st.dictionaries(
    st.text("abc", min_size=1, max_size=3),
    st.lists(st.tuples(st.integers(0, 20), st.sampled_from(NAMES)), max_size=6),
    min_size=1,
    max_size=8,
)


def graph_of(
    warehouse: Warehouse, view: steps.StepView = "activity", names: tuple[str, ...] = NAMES, most: int = 1_000
) -> Graph:
    sequence = steps.sequence(table("events"), table("tickets").select("ticket_id"), view, names)
    rows = warehouse.query(graph_rows(sequence, WORKING_TIME, most, len(names)))
    return read_graph(rows.to_pylist(), names)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(log=LOGS)
def test_edges_waiting_and_ways_are_those_of_a_count_by_hand(log: Log, warehouse: Warehouse) -> None:
    with warehouse.writing() as cursor:
        cursor.run("DELETE FROM tickets")
        cursor.run("DELETE FROM events")
    load(warehouse, log)
    found = graph_of(warehouse)
    assert {(e.source, e.target): (e.n, e.sojourn_seconds / 3600) for e in found.edges} == follows(log)
    assert Counter({v.steps: v.tickets for v in found.variants}) == variants(log)
    assert found.variants_total == len(variants(log))
    assert found.occurrences == Counter(name for steps in log.values() for _, name in steps)
    assert found.ends == Counter(variant[-1] for variant in variants(log).elements())
    assert found.tickets == variants(log).total()


def test_steps_at_one_moment_keep_the_order_of_their_lines(warehouse: Warehouse) -> None:
    load(warehouse, {"a": [(0, "replied"), (0, "assigned"), (0, "reported"), (0, "resolved")]})
    assert graph_of(warehouse).variants[0].steps == ("replied", "assigned", "reported", "resolved")


def test_only_the_most_frequent_ways_are_told_and_all_are_counted(warehouse: Warehouse) -> None:
    rare: Log = {f"r{i}": [(0, "reported")] * (i + 2) for i in range(5)}
    load(warehouse, {"a": [(0, "reported")], "b": [(5, "reported")], **rare})
    found = graph_of(warehouse, most=2)
    assert (found.variants[0].tickets, len(found.variants), found.variants_total) == (2, 2, 6)
    sequence = steps.sequence(table("events"), table("tickets").select("ticket_id"), "activity", NAMES)
    rows = warehouse.query(variant_rows(sequence, 2)).to_pylist()
    assert read_variants(rows, NAMES) == (found.variants, 7)
    assert read_variants([], NAMES) == ((), 0)


def test_steps_of_a_team_in_a_row_are_one_stay(warehouse: Warehouse) -> None:
    load(warehouse, {"a": [(0, "x"), (1, "x"), (4, "y"), (9, "x")]}, column="team")
    found = graph_of(warehouse, "team", ("x", "y"))
    assert {(e.source, e.target): (e.n, e.sojourn_seconds / 3600) for e in found.edges} == {
        ("x", "y"): (1, 4),
        ("y", "x"): (1, 5),
    }


def test_work_done_again_is_counted_beyond_the_first_time(warehouse: Warehouse) -> None:
    load(warehouse, {"a": [(0, "replied"), (1, "replied"), (2, "replied")], "b": [(0, "replied"), (3, "resolved")]})
    found = graph_of(warehouse)
    assert found.tickets_by_step == {"replied": 2, "resolved": 1}
    assert [found.rework(name) for name in ("replied", "resolved")] == [2, 0]


def test_of_very_many_names_rework_is_counted_too(warehouse: Warehouse) -> None:
    load(warehouse, {"a": [(0, "x70"), (1, "x70"), (2, "x69")], "b": [(0, "x70")]})
    found = graph_of(warehouse, names=tuple(f"x{i}" for i in range(MAX_STEP_SET + 18)))
    assert found.occurrences == {"x70": 3, "x69": 1}
    assert found.tickets_by_step == {"x70": 2, "x69": 1}
    assert [found.rework(name) for name in ("x70", "x69")] == [1, 0]


def test_more_names_than_codes_are_refused() -> None:
    with pytest.raises(ValueError, match="more than"):
        steps.sequence(table("events"), table("tickets"), "activity", ["x"] * (steps.MAX_NAMES + 1))


def test_two_runs_over_a_shuffled_log_are_the_same(tmp_path: Path) -> None:
    log: Log = {str(i): [(h % 3, NAMES[(i + h) % 4]) for h in range(i % 7)] for i in range(300)}
    maps = []
    for run, order in enumerate((sorted(log), sorted(log, reverse=True))):
        warehouse = gateway.connect(settings_module.load(data_dir=tmp_path / str(run)))
        load(warehouse, {key: log[key] for key in order})
        maps.append(graph_of(warehouse))
        warehouse.close()
    assert set(maps[0].edges) == set(maps[1].edges)
    assert variants(log).total() == maps[0].tickets
