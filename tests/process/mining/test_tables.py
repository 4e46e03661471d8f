"""Small logs and what they must give: tests/cases/process/*.csv, one row a case."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from fixtures_logs import Log, load
from zhenyin.process.mining import handovers, steps
from zhenyin.process.mining.conformance import (
    CARRIED_COLUMNS,
    conformance,
    deviation_rows,
    variant_tables,
    with_stratum,
)
from zhenyin.process.mining.directly_follows_graph import Variant
from zhenyin.process.mining.handovers import Handover
from zhenyin.process.mining.reference_model import derive
from zhenyin.process.reference_model_text import parse, text
from zhenyin.process.step_names import StepNames
from zhenyin.warehouse.facts import table
from zhenyin.warehouse.gateway import Warehouse

CASES = Path(__file__).parents[2] / "cases" / "process"
ACTIVITIES = ("reported", "assigned", "replied", "resolved", "rated")
LETTERS = StepNames(("a", "b", "c", "x", "y", "z"), {})
TEAMS = ("A", "B", "C")
STRATA = ("fault",)


def cases(name: str) -> list[object]:
    with (CASES / f"{name}.csv").open(encoding="utf-8") as file:
        return [pytest.param(row, id=row["name"]) for row in csv.DictReader(file)]


def parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def one_ticket(words: str) -> Log:
    return {"a": list(enumerate(words.split()))}


@pytest.mark.parametrize("case", cases("conformance"))
def test_a_ticket_has_these_deviations(warehouse: Warehouse, case: dict[str, str]) -> None:
    load(warehouse, one_ticket(case["steps"]))
    model = parse(case["model"].replace(" / ", "\n"), StepNames(ACTIVITIES, {}))
    tickets = with_stratum(table("tickets"), STRATA)
    chosen = tickets.select("ticket_id", *CARRIED_COLUMNS)
    sequence = steps.sequence(table("events"), chosen, "activity", ACTIVITIES, CARRIED_COLUMNS)
    found = variant_tables(sequence, model, ACTIVITIES, CARRIED_COLUMNS)
    rows = warehouse.query(deviation_rows(found, tickets, STRATA, 100)).to_pylist()
    result = conformance(rows, ACTIVITIES, STRATA)
    assert Counter(f"{one.kind} {one.step} {one.times}" for one in result.deviations) == Counter(
        parts(case["deviations"])
    )
    assert result.fitness == (0.0 if case["deviations"] else 1.0)


def outcome(one: Handover) -> list[str]:
    counts = {"returned": one.returned, "passed_on": one.passed_on, "resolved": one.resolved, "open": one.open}
    return [f"{one.source}>{one.target} {name}" for name, n in counts.items() for _ in range(n)]


@pytest.mark.parametrize("names", [len(TEAMS), handovers.MAX_STEP_SET + 1], ids=["as bits", "as places"])
@pytest.mark.parametrize("case", cases("handovers"))
def test_a_ticket_is_handed_over_so(warehouse: Warehouse, case: dict[str, str], names: int) -> None:
    load(warehouse, one_ticket(case["teams"]), column="team")
    t = table("tickets")
    chosen = t.select(
        "ticket_id", resolved=t.ticket_id.notnull() if case["resolved"] == "yes" else t.ticket_id.isnull()
    )
    sequence = steps.sequence(table("events"), chosen, "team", TEAMS, ("resolved",), sojourns=False)
    rows = warehouse.query(handovers.handover_rows(sequence, names)).to_pylist()
    found = handovers.read_handovers(rows, TEAMS)
    between = Counter(text for one in found if one.source for text in outcome(one))
    assert between == Counter(parts(case["handovers"]))
    entries = handovers.entry_points(found)
    assert entries == set(case["entry_points"].split())
    assert handovers.transferred(found, entries) == (1, int(case["transferred"]))


@pytest.mark.parametrize("case", cases("derived_models"))
def test_variants_have_this_in_common(case: dict[str, str]) -> None:
    pairs = [word.split("*") for word in case["variants"].split()]
    variants = [Variant(tuple(letters), int(n), 0) for letters, n in pairs]
    found = derive(variants, sum(one.tickets for one in variants))
    assert text(found, LETTERS).replace("\n", " / ") == case["model"]
