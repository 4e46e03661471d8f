"""How long do 50 typical questions take, uncached, and how does that compare with pandas on the same rows?

python bench/questions.py --rows 10000000 [--folder F] [--json]
"""

import argparse
import json
import tempfile
import time
from datetime import date
from pathlib import Path

import numpy as np
from pyarrow.dataset import dataset

from typical_questions import typical_questions
from zhenyin.core import settings
from zhenyin.demo.scale import facts as make_facts
from zhenyin.question.models import Question
from zhenyin.question.service import answer
from zhenyin.warehouse import gateway, tables
from zhenyin.warehouse.gateway import Warehouse

UNTIL = date(2026, 11, 22)


def load(folder: Path, rows: int) -> Warehouse:
    """Make the facts once, and a warehouse from them."""
    facts = folder / "facts"
    if not facts.is_dir():
        make_facts(facts, rows=rows, until=UNTIL)
    warehouse = gateway.connect(settings.load(data_dir=folder / "data", memory_gib=8))
    if warehouse.query("SELECT count(*) AS n FROM tickets").to_pylist()[0]["n"] == 0:
        with warehouse.writing() as cursor:
            for fact in ("tickets", "exposure"):
                cursor.lend("made", dataset([str(part) for part in sorted(facts.glob(f"{fact}*.parquet"))]))
                tables.put(cursor, fact, "made")
    return warehouse


def ratio_to_pandas(warehouse: Warehouse) -> float:
    """Tickets by province and month: pandas' seconds over ours, data already in its memory."""
    wanted = "SELECT province, created_at, valid, duplicate_of FROM tickets"
    frame = warehouse.query(wanted, seconds=600, rows=100_000_000).to_pandas()
    started = time.perf_counter()
    counted = frame[frame.valid & frame.duplicate_of.isna()]
    theirs = counted.groupby(["province", counted.created_at.dt.to_period("M")], dropna=False).size()
    middle = time.perf_counter()
    ours = answer(warehouse, Question(("ticket_count",), ("province",), grain="month"))
    ended = time.perf_counter()
    assert sum(cell.estimate.value or 0 for cell in ours.cells) == theirs.sum(), "both must count the same tickets"
    return (middle - started) / (ended - middle)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp())
    warehouse = load(folder, given.rows)
    seconds = {}
    for number, question in enumerate(typical_questions()):
        started = time.perf_counter()
        answer(warehouse, question)
        seconds[f"{number} {question.metrics[0]} {question.all_cuts}"] = time.perf_counter() - started
    result = {
        "questions": len(seconds),
        "p50": float(np.quantile(list(seconds.values()), 0.5)),
        "p95": float(np.quantile(list(seconds.values()), 0.95)),
        "times_pandas": ratio_to_pandas(warehouse),
    }
    print(json.dumps(result) if given.json else result)
    if not given.json:
        for name, value in sorted(seconds.items(), key=lambda pair: -pair[1])[:10]:
            print(f"{value:7.3f} s  {name}")


if __name__ == "__main__":
    main()
