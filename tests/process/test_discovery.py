"""The map of real logs equals what an independent process-mining tool counts (pm4py 2.7, tests/cases/process)."""

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from zhenyin.core import settings as settings_module
from zhenyin.core.errors import Invalid
from zhenyin.flows.import_batch import import_file
from zhenyin.job.workspace import Workspace, opened
from zhenyin.process.discovery import discover
from zhenyin.process.models import ProcessMap
from zhenyin.process.presentation.process_map import ProcessMapResponse, present_map
from zhenyin.process.slow_tickets import slow_tickets
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

CASES = Path(__file__).parents[1] / "cases" / "process" / "directly_follows.csv"
UNREAD = {"-100": "updated"}
"""A state that the log does not know: the step is told by what it did."""


@pytest.fixture(scope="module")
def logs(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace with both public logs."""
    with opened(settings_module.load(data_dir=tmp_path_factory.mktemp("logs"))) as workspace:
        import_file(workspace, shared_data / "tickets" / "helpdesk_events.csv", source="helpdesk")
        import_file(workspace, shared_data / "tickets" / "uci_incident_event_log.csv", source="uci")
        yield workspace


def counted(log: str) -> Counter[tuple[str, str]]:
    with CASES.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["log"] == log]
    return Counter({(_read(row["before"]), _read(row["after"])): int(row["n"]) for row in rows})


def _read(name: str) -> str:
    return UNREAD.get(name, name)


def edges(found: ProcessMap) -> Counter[tuple[str, str]]:
    """All edges, with those from the start and to the end."""
    follows = Counter({(edge.source, edge.target): edge.n for edge in found.graph.edges})
    follows |= Counter({("", name): n for name, n in found.graph.starts.items()})
    return follows | Counter({(name, ""): n for name, n in found.graph.ends.items()})


@pytest.mark.parametrize(("log", "variants"), [("helpdesk", 226), ("uci", 2080)])
def test_the_map_equals_that_of_an_independent_tool(logs: Workspace, log: str, variants: int) -> None:
    found = discover(logs, [Filter.read(f"source={log}")])
    assert found is not None
    assert found.view == "step"
    assert edges(found) == counted(log)
    assert found.graph.variants_total == variants


def test_the_map_equals_a_count_of_the_file_itself(logs: Workspace, shared_data: Path) -> None:
    cases: dict[str, list[tuple[datetime, int, str]]] = {}
    with (shared_data / "tickets" / "helpdesk_events.csv").open(encoding="utf-8") as file:
        for line, row in enumerate(csv.DictReader(file)):
            at = datetime.fromisoformat(row["time:timestamp"])
            cases.setdefault(row["case:concept:name"], []).append((at, line, row["Activity"]))
    ordered = [[name for _, _, name in sorted(steps)] for steps in cases.values()]
    pairs = Counter(pair for names in ordered for pair in zip(["", *names], [*names, ""], strict=True))
    found = discover(logs, [Filter.read("source=helpdesk")])
    assert found is not None
    assert edges(found) == pairs
    assert found.graph.variants[0].tickets == Counter(map(tuple, ordered)).most_common(1)[0][1]


def test_shares_add_up_and_a_period_leaves_tickets_out(logs: Workspace) -> None:
    whole = discover(logs, [Filter.read("source=helpdesk")], by="activity")
    part = discover(
        logs, [Filter.read("source=helpdesk")], Period.read("2011", datetime(2012, 1, 1).date()), "activity"
    )
    assert whole is not None
    assert part is not None
    view = present_map(whole)
    assert isinstance(view, ProcessMapResponse)
    assert sum(edge.share for edge in view.edges) == pytest.approx(1.0)
    assert sum(edge.open_share or 0.0 for edge in view.edges) == pytest.approx(1.0)
    assert all(0 <= edge.worked_hours <= edge.hours + 1e-9 for edge in view.edges)
    assert 0 < part.graph.tickets < whole.graph.tickets


def test_an_unknown_view_is_refused(logs: Workspace) -> None:
    with pytest.raises(Invalid, match="view-unknown"):
        discover(logs, by="colour")


def test_without_events_there_is_no_map(tmp_path: Path) -> None:
    with opened(settings_module.load(data_dir=tmp_path)) as empty:
        assert discover(empty) is None
        assert slow_tickets(empty) is None
