"""How well, and how fast, does a locator name planted causes?

    python bench/locate.py --cases X.parquet --causes Y.csv [--method scan|adtributor|tree|rules|all] [--json]

With `all`, every method on the shelf is judged by the same cases. A cause counts only when it is named exactly. Seconds are
CPU seconds per case, one thread.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import csv
import json
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from zhenyin.core.arrays import Floats
from zhenyin.locators import LOCATORS, Localisation, Options
from zhenyin.stats.evidence import reference_periods
from zhenyin.stats.leaves import ComparedLeaves

MEASURES = {"real", "predict", "real_events", "predict_events", "real_exposure", "predict_exposure"}


def read_cases(path: Path) -> Iterator[tuple[str, ComparedLeaves]]:
    """Every case of the file as leaves; attributes that are empty throughout a case are left out."""
    table = pq.read_table(path)
    names = table["case"].cast(pa.string())
    for case in pc.unique(names).to_pylist():
        yield case, _leaves(table.filter(pc.equal(names, case)))


def _leaves(rows: pa.Table) -> ComparedLeaves:
    dims = [n for n in rows.column_names if n not in MEASURES | {"case"} and rows[n].null_count < len(rows)]
    coded = [pc.fill_null(rows[d].cast(pa.string()), "").combine_chunks().dictionary_encode() for d in dims]
    codes = np.stack([c.indices.to_numpy() for c in coded], axis=1).astype(np.int64)
    values = [c.dictionary.to_pylist() for c in coded]
    if "real_events" in rows.column_names:
        now, before, at_risk, at_risk_before = (
            _floats(rows, name) for name in ("real_events", "predict_events", "real_exposure", "predict_exposure")
        )
        return ComparedLeaves(tuple(dims), values, codes, now, before, at_risk, at_risk_before, kind="rate")
    real, expected = _floats(rows, "real"), _floats(rows, "predict")
    whole = bool(np.all(real == np.round(real))) and reference_periods(expected) > 0
    return ComparedLeaves(tuple(dims), values, codes, real, expected, kind="count" if whole else "amount")


def _floats(rows: pa.Table, name: str) -> Floats:
    return np.asarray(rows[name].to_numpy(), dtype=float)


def read_causes(path: Path) -> dict[str, set[str]]:
    """The planted causes per case."""
    with path.open(newline="", encoding="utf-8") as file:
        return {row["case"]: set(filter(None, row["causes"].split(";"))) for row in csv.DictReader(file)}


def named(found: Localisation) -> set[str]:
    """The suspects in the notation of the causes file."""
    return {"&".join(sorted(f"{d}={v}" for d, v in s.where.items())) for s in found.suspects}


def score(cases: Path, causes: Path, locator: str) -> dict[str, float]:
    """Run the locator on every case; true and false positives are summed over all cases."""
    truth = read_causes(causes)
    hits = false = missed = count = 0
    seconds = 0.0
    for case, leaves in read_cases(cases):
        start = time.process_time()
        got = named(LOCATORS[locator].run(leaves, Options(max_order=len(leaves.dims))))
        seconds += time.process_time() - start
        planted = truth.get(case, set())
        hits, false, missed = hits + len(got & planted), false + len(got - planted), missed + len(planted - got)
        count += 1
    return {
        "f1": 2 * hits / max(2 * hits + false + missed, 1),
        "precision": hits / max(hits + false, 1),
        "recall": hits / max(hits + missed, 1),
        "seconds_per_case": seconds / max(count, 1),
    }


def main() -> None:
    """Read the arguments, print the score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, required=True)
    parser.add_argument("--causes", type=Path, required=True)
    parser.add_argument("--method", "--locator", default="scan", choices=[*LOCATORS, "all"])
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    methods = list(LOCATORS) if chosen.method == "all" else [chosen.method]
    found = {method: score(chosen.cases, chosen.causes, method) for method in methods}
    if chosen.json:
        print(json.dumps(found if chosen.method == "all" else found[chosen.method]))
        return
    for method, result in found.items():
        print(f"{method:<12}" + "  ".join(f"{name} {value:.3f}" for name, value in result.items()))


if __name__ == "__main__":
    main()
