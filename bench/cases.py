"""Made-up localisation cases of the kinds that `bench/locate.py` judges, as many and as new as one likes.

    python bench/cases.py --kind S --count 50 --seed 3 --out folder

`S` and `L`: dense amounts, a share of them nothing at all, with a relative error either in the amount or in the forecast;
causes scale every leaf of theirs by nearly the same factor (M. Kalander, "RiskLoc", arXiv 2205.10004, section V).
`C`: sparse counts against the mean of four reference periods, with a drift of everything; `R`: the same as rates;
`D`: counts by one attribute alone, in a third of which nothing has moved;
`O`: rates whose leaves differ by more than chance, with one cause whose children differ too, as incidents look.
"""

import argparse
import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from zhenyin.core.arrays import Floats, Ints
from zhenyin.stats.lattice import CodedSlice

PERIODS = 4


@dataclass(frozen=True, slots=True)
class Case:
    """sizes: values per attribute. codes: int [leaves, attributes]. measures: column name to float [leaves]."""

    codes: Ints
    measures: dict[str, Floats]
    causes: list[CodedSlice]


@dataclass(frozen=True, slots=True)
class Amounts:
    """What amounts are drawn from; pairs are ranges."""

    sizes: tuple[int, ...]
    noise: tuple[float, float]
    severity: tuple[float, float]
    deviation: tuple[float, float]
    anomalies: tuple[int, int]
    elements: tuple[int, int]
    last_layer: bool


SMALL = Amounts((10, 12, 10, 8, 5), (0.0, 0.25), (0.2, 1.0), (0.0, 0.1), (1, 3), (1, 3), last_layer=False)
LAST = Amounts((10, 24, 10, 15), (0.0, 0.1), (0.5, 1.0), (0.0, 0.0), (1, 5), (1, 1), last_layer=True)


def amounts(rng: np.random.Generator, of: Amounts) -> Case:
    """Amounts and their forecast, of which either has the error."""
    codes = _grid(of.sizes)
    n = len(codes)
    base = rng.weibull(rng.uniform(0.5, 1.0), n) * 100 * (rng.uniform(size=n) > rng.uniform(0, 0.25))
    noise = rng.uniform(*of.noise)
    noisy = base * (1 + rng.normal(0, noise, n))
    either = rng.integers(0, 2, n) == 1
    real, predict = np.where(either, noisy, base), np.maximum(np.where(either, base, noisy), 0.0)
    falling = real.sum() <= predict.sum()
    causes: list[CodedSlice] = []
    for _ in range(rng.integers(of.anomalies[0], of.anomalies[1] + 1)):
        order = len(of.sizes) if of.last_layer else int(rng.integers(1, len(of.sizes) + 1))
        new = _elements(rng, of.sizes, order, int(rng.integers(of.elements[0], of.elements[1] + 1)), causes)
        severity, deviation = rng.uniform(*of.severity) + noise, rng.uniform(*of.deviation)
        for where in new:
            mask = _inside(codes, where)
            from_, to = (predict, real) if falling else (real, predict)
            if order == len(of.sizes) and from_[mask].sum() == 0:
                continue
            to[mask] = np.maximum(from_[mask] * (1 - rng.normal(severity, deviation, int(mask.sum()))), 0.0)
            causes.append(where)
    return Case(codes, {"real": real, "predict": predict}, causes)


def counts(rng: np.random.Generator, rate: bool = False) -> Case:
    """Sparse counts, or events over exposure, with one to three slices that moved by factors of their own."""
    sizes = tuple(int(rng.integers(*span)) for span in ((5, 10), (4, 9), (3, 7), (8, 21)))
    codes = _grid(sizes)
    weight = np.prod([rng.dirichlet(np.full(size, 2.0))[codes[:, d]] for d, size in enumerate(sizes)], axis=0)
    exposure = weight / weight.sum() * rng.uniform(5_000, 30_000) * (50 if rate else 1)
    level = 0.02 if rate else 1.0
    factor = np.full(len(codes), rng.uniform(0.9, 1.1))
    causes: list[CodedSlice] = []
    for _ in range(rng.integers(1, 4)):
        for where in _elements(rng, sizes, int(rng.integers(1, 4)), 1, causes):
            mask = _inside(codes, where)
            if exposure[mask].sum() * level >= 25:
                factor[mask] *= rng.choice([rng.uniform(1.6, 4), rng.uniform(0.1, 0.5)])
                causes.append(where)
    real = rng.poisson(exposure * level * factor).astype(float)
    predict = rng.poisson(exposure * level * PERIODS) / PERIODS
    if not rate:
        return Case(codes, {"real": real, "predict": predict}, causes)
    return Case(codes, _as_rate(real, predict, exposure, exposure), causes)


def single(rng: np.random.Generator) -> Case:
    """Counts by one attribute, of whose values none, one or two moved by a factor of their own."""
    size = int(rng.integers(8, 30))
    mean = rng.dirichlet(np.full(size, 2.0)) * rng.uniform(20, 400) * size
    factor = np.full(size, rng.uniform(0.9, 1.1))
    moved = [int(v) for v in rng.choice(size, int(rng.integers(0, 3)), replace=False) if mean[v] >= 25]
    for value in moved:
        factor[value] *= rng.choice([rng.uniform(1.6, 4), rng.uniform(0.1, 0.5)])
    real, predict = rng.poisson(mean * factor).astype(float), rng.poisson(mean * PERIODS) / PERIODS
    return Case(_grid((size,)), {"real": real, "predict": predict}, [((0, value),) for value in moved])


def incident(rng: np.random.Generator) -> Case:
    """Few leaves of very different size, each with a factor of its own, and one slice most of whose leaves rose."""
    sizes = tuple(int(rng.integers(*span)) for span in ((4, 9), (5, 9), (2, 4), (3, 8)))
    codes = _grid(sizes)
    codes = codes[rng.uniform(size=len(codes)) < rng.uniform(0.2, 0.6)]
    exposure = np.round(
        np.prod([rng.dirichlet(np.full(s, 0.7))[codes[:, d]] for d, s in enumerate(sizes)], axis=0) * 1e5
    )
    exposure = np.maximum(exposure, 1.0)
    spread = rng.uniform(0.1, 0.5)
    rate = rng.uniform(0.005, 0.05) * np.exp(rng.normal(0, 0.7, len(codes)))
    factor = np.exp(rng.normal(0, spread, len(codes)))
    heavy = codes[rng.choice(len(codes), p=exposure / exposure.sum())]
    dims = sorted(rng.choice(len(sizes), int(rng.choice([1, 2], p=[0.65, 0.35])), replace=False).tolist())
    where = tuple((int(d), int(heavy[d])) for d in dims)
    mask = _inside(codes, where)
    factor[mask] *= rng.uniform(3, 12) * np.exp(rng.normal(0, 0.5, int(mask.sum())))
    now, before = exposure * np.exp(rng.normal(0, 0.1, len(codes))), exposure
    real = rng.poisson(np.minimum(rate * factor, 0.95) * now).astype(float)
    predict = rng.poisson(rate * before * PERIODS) / PERIODS
    return Case(codes, _as_rate(real, predict, now, before), [where])


KINDS: dict[str, Callable[[np.random.Generator], Case]] = {
    "S": lambda rng: amounts(rng, SMALL),
    "L": lambda rng: amounts(rng, LAST),
    "C": counts,
    "R": lambda rng: counts(rng, rate=True),
    "D": single,
    "O": incident,
}


def _as_rate(real: Floats, predict: Floats, now: Floats, before: Floats) -> dict[str, Floats]:
    return {"real_events": real, "predict_events": predict, "real_exposure": now, "predict_exposure": before}


def _grid(sizes: tuple[int, ...]) -> Ints:
    return np.stack([axis.ravel() for axis in np.indices(sizes)], axis=1).astype(np.int64)


def _inside(codes: Ints, where: CodedSlice) -> NDArray[np.bool_]:
    inside: NDArray[np.bool_] = np.logical_and.reduce([codes[:, d] == v for d, v in where])
    return inside


def _elements(
    rng: np.random.Generator, sizes: tuple[int, ...], order: int, count: int, taken: list[CodedSlice]
) -> list[CodedSlice]:
    """Different slices over the same attributes, which share no value with the slices that are taken."""
    dims = sorted(rng.choice(len(sizes), order, replace=False).tolist())
    used = {condition for where in taken for condition in where}
    free = {d: [v for v in range(sizes[d]) if (d, v) not in used] for d in dims}
    if not all(free.values()):
        return []
    return list({tuple((d, int(rng.choice(free[d]))) for d in dims) for _ in range(count)})


def write(kind: str, count: int, seed: int, out: Path) -> None:
    """Write `kind`.parquet and `kind`.causes.csv into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    tables, labels = [], []
    for number in range(count):
        case = KINDS[kind](np.random.default_rng([seed, number]))
        names = [chr(ord("a") + d) for d in range(case.codes.shape[1])]
        texts = {n: [f"{n}{v}" for v in case.codes[:, d]] for d, n in enumerate(names)}
        tables.append(pa.table({"case": [f"{kind}{number}"] * len(case.codes), **texts, **case.measures}))
        causes = ["&".join(f"{names[d]}={names[d]}{v}" for d, v in where) for where in case.causes]
        labels.append((f"{kind}{number}", ";".join(causes)))
    widest = max(tables, key=lambda table: table.num_columns)
    pq.write_table(
        pa.concat_tables(tables, promote_options="default").select(widest.column_names), out / f"{kind}.parquet"
    )
    with (out / f"{kind}.causes.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("case", "causes"), *labels])


def main() -> None:
    """Read the arguments, write the cases."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kind", choices=list(KINDS), required=True)
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    chosen = parser.parse_args()
    write(chosen.kind, chosen.count, chosen.seed, chosen.out)


if __name__ == "__main__":
    main()
