"""How long do the questions of the overview page take, and what does asking them again cost?

    python bench/overview.py --rows 10000000 [--folder F] [--json]

The page asks for its headline figures with their change, a trend, a map, a matrix and a ranking. `first` is a process that
has answered nothing yet; `again` is the page loaded once more: nothing of an answer is kept, only how it is asked.
The ratio is pandas' seconds for the same matrix, data already in its memory, over ours.
"""

import argparse
import json
import tempfile
import time
from pathlib import Path

from questions import load
from typical_questions import QUARTER
from zhenyin.question.models import Question
from zhenyin.question.period import Period
from zhenyin.question.service import answer
from zhenyin.warehouse.gateway import Warehouse

HEADLINES = (
    "ticket_count",
    "failure_rate",
    "complaint_share",
    "first_response_hours",
    "resolution_hours",
    "fcr_rate",
    "reopen_rate",
    "backlog",
)


def page() -> dict[str, Question]:
    """What the page asks, by the part that shows it."""
    year = Period(QUARTER.end.replace(year=QUARTER.end.year - 1), QUARTER.end)
    return {
        "headlines": Question(HEADLINES, period=QUARTER, compare="previous"),
        "trend": Question(("ticket_count",), period=year, grain="week"),
        "map": Question(("ticket_count",), ("province",), period=QUARTER, compare="previous"),
        "matrix": Question(("ticket_count",), ("product", "fault"), period=QUARTER),
        "ranking": Question(("failure_rate",), ("product",), period=QUARTER, compare="previous", order="-value"),
    }


def ask(warehouse: Warehouse) -> dict[str, float]:
    """Seconds of each part, one after the other."""
    seconds = {}
    for part, question in page().items():
        started = time.perf_counter()
        answer(warehouse, question, totals=True)
        seconds[part] = time.perf_counter() - started
    return seconds


def ratio_to_pandas(warehouse: Warehouse) -> float:
    """The matrix: pandas' seconds over ours."""
    wanted = "SELECT product, fault, created_at, valid, duplicate_of FROM tickets"
    frame = warehouse.query(wanted, seconds=600, rows=100_000_000).to_pandas()
    started = time.perf_counter()
    inside = (frame.created_at >= str(QUARTER.start)) & (frame.created_at < str(QUARTER.end))
    counted = frame[inside & frame.valid & frame.duplicate_of.isna()]
    theirs = counted.groupby(["product", "fault"], dropna=False).size()
    middle = time.perf_counter()
    ours = answer(warehouse, page()["matrix"])
    ended = time.perf_counter()
    assert sum(cell.estimate.value or 0 for cell in ours.cells) == theirs.sum(), "both must count the same tickets"
    return (middle - started) / (ended - middle)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    warehouse = load(given.folder or Path(tempfile.mkdtemp()), given.rows)
    first, again = ask(warehouse), ask(warehouse)
    totals = {"first": sum(first.values()), "again": sum(again.values()), "times_pandas": ratio_to_pandas(warehouse)}
    if given.json:
        print(json.dumps({**totals, "parts": again}))
        return
    print("  ".join(f"{name} {value:.2f}" for name, value in totals.items()))
    for part in first:
        print(f"{part:<10} {first[part]:6.2f} s  again {again[part]:6.2f} s")


if __name__ == "__main__":
    main()
