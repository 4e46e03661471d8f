"""Deviations from a standard, against the same told by plain Python, whatever the log."""

from collections import Counter
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fixtures_facts import put, ticket
from fixtures_logs import START, Log, event, load
from zhenyin.process.mining import steps
from zhenyin.process.mining.conformance import (
    CARRIED_COLUMNS,
    Conformance,
    conformance,
    deviation_rows,
    variant_tables,
    with_stratum,
)
from zhenyin.process.mining.reference_model import ReferenceModel
from zhenyin.process.reference_model_text import parse
from zhenyin.process.step_names import StepNames
from zhenyin.warehouse.facts import table
from zhenyin.warehouse.gateway import Warehouse

NAMES = ("reported", "assigned", "replied", "resolved", "rated")
MODEL = parse("reported\nassigned? | replied*\nresolved", StepNames(NAMES, {}))
STRATA = ("fault", "province")
LOGS = st.dictionaries(
    st.text("abc", min_size=1, max_size=3),
    st.lists(st.tuples(st.integers(0, 20), st.sampled_from(NAMES)), max_size=6),
    min_size=1,
    max_size=8,
)


def check(warehouse: Warehouse, most: int = 100) -> Conformance:
    tickets = with_stratum(table("tickets"), STRATA)
    sequence = steps.sequence(
        table("events"), tickets.select("ticket_id", *CARRIED_COLUMNS), "activity", NAMES, CARRIED_COLUMNS
    )
    variants = variant_tables(sequence, MODEL, NAMES, CARRIED_COLUMNS)
    rows = warehouse.query(deviation_rows(variants, tickets, STRATA, most)).to_pylist()
    return conformance(rows, NAMES, STRATA)


def by_hand(names: list[str], model: ReferenceModel) -> Counter[tuple[str, str]]:
    """The deviations of one ticket."""
    found: Counter[tuple[str, str]] = Counter()
    seen: set[str] = set()
    highest = -1
    for name in names:
        rule = model.rules.get(name)
        if rule is None:
            found["unexpected_step", name] += 1
        elif name in seen and not rule.repeatable:
            found["rework", name] += 1
        elif rule.place < highest:
            found["wrong_order", name] += 1
        seen.add(name)
        highest = max(highest, rule.place if rule else -1)
    for name, rule in model.rules.items():
        if rule.mandatory and name not in seen and rule.place < highest:
            found["skipped", name] += 1
    return found


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(log=LOGS)
def test_deviations_are_those_found_by_walking_each_ticket(log: Log, warehouse: Warehouse) -> None:
    with warehouse.writing() as cursor:
        cursor.run("DELETE FROM tickets")
        cursor.run("DELETE FROM events")
    load(warehouse, log)
    of_ticket = [
        by_hand([name for _, name in sorted(ordered, key=lambda step: step[0])], MODEL)
        for ordered in log.values()
        if ordered
    ]
    found = check(warehouse)
    conforming = sum(not one for one in of_ticket)
    assert (found.tickets, found.conforming) == (len(of_ticket), conforming)
    assert found.fitness == (conforming / len(of_ticket) if of_ticket else None)
    assert {(d.kind, d.step): d.times for d in found.deviations} == sum(of_ticket, Counter())
    assert {(d.kind, d.step): d.tickets for d in found.deviations} == Counter(key for one in of_ticket for key in one)
    assert found.deviations_total == len(found.deviations)


def test_what_a_deviation_costs_is_told_against_tickets_like_those_that_have_it(warehouse: Warehouse) -> None:
    tickets, events = [], []
    for number in range(40):
        repeats, slow = number % 4 == 0, number >= 20
        hours = (20 if slow else 10) + (3 if repeats else 0)
        fault = "slow" if slow else "quick"
        tickets.append(ticket(number, START, fault=fault, resolved_at=START + timedelta(hours=hours)))
        names = ["reported", "assigned", *(["assigned"] if repeats else []), "resolved"]
        events += [event(number, at, at, activity=name) for at, name in enumerate(names)]
    put(warehouse, "tickets", tickets)
    put(warehouse, "events", events)
    found = check(warehouse)
    (only,) = found.deviations
    assert (only.kind, only.step, only.tickets, only.excess_duration.compared) == ("rework", "assigned", 10, 10)
    assert only.excess_duration.seconds == found.excess_duration.seconds == 10 * 3 * 3600


def test_rare_deviations_are_left_out_and_counted(warehouse: Warehouse) -> None:
    load(warehouse, {"a": [(0, "rated"), (1, "reported")], "b": [(0, "rated")], "c": [(0, "resolved")]})
    found = check(warehouse, most=1)
    assert [(d.kind, d.step) for d in found.deviations] == [("unexpected_step", "rated")]
    assert (found.deviations_total, found.tickets, found.conforming) == (2, 3, 0)
