"""How long from a question to its suspects, over ten million tickets?

    python bench/explain.py --folder F [--dims N] [--json]

`F` holds a warehouse: `bench/questions.py --rows 10000000 --folder X` makes one in `X/data`. Asked are the ticket count of a
quarter against the one before by N dimensions at once, one slice of it, and a quantile, each with the first day of its
suspects; seconds of the clock and of the processor.
"""

import argparse
import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from zhenyin.core import settings
from zhenyin.explain.service import explain
from zhenyin.explain.source import WarehouseSource
from zhenyin.job.workspace import Workspace, opened
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

QUARTER = Period(date(2026, 8, 1), date(2026, 11, 1))
DIMS = (
    "product_line",
    "product",
    "model",
    "province",
    "city",
    "version",
    "batch",
    "channel",
    "customer_type",
    "category",
    "fault",
)


def timed(run: Callable[[], object]) -> dict[str, float]:
    """The better of two runs: the first also loads what is imported late."""
    seconds = []
    for _ in range(2):
        clock, cpu = time.perf_counter(), time.process_time()
        run()
        seconds.append((time.perf_counter() - clock, time.process_time() - cpu))
    best = min(seconds)
    return {"seconds": best[0], "cpu_seconds": best[1]}


def measure(workspace: Workspace, dims: int) -> dict[str, dict[str, float]]:
    """Each question with its seconds."""
    source = WarehouseSource(workspace, DIMS[:dims])
    slice_ = [Filter.read("product=自清洁扫拖机")]
    return {
        "all tickets": timed(lambda: explain(workspace, "ticket_count", [], QUARTER, source=source)),
        "one product": timed(lambda: explain(workspace, "ticket_count", slice_, QUARTER, source=source)),
        "90th percentile of hours": timed(
            lambda: explain(workspace, "resolution_hours_p90", [], QUARTER, source=source)
        ),
    }


def main() -> None:
    """Read the arguments, print the seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--dims", type=int, default=10)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    with opened(settings.load(data_dir=chosen.folder)) as workspace:
        found = measure(workspace, chosen.dims)
    if chosen.json:
        print(json.dumps(found))
    for name, seconds in found.items() if not chosen.json else ():
        print(f"{name}: {seconds['seconds']:.2f} s, {seconds['cpu_seconds']:.2f} s of the processor")


if __name__ == "__main__":
    main()
