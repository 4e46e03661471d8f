"""The scan names what was planted, and nothing when nothing was."""

from pathlib import Path

import numpy as np
import pytest

from zhenyin.locators import LOCATORS, Localisation, Options
from zhenyin.locators.scan import locate
from zhenyin.stats.leaves import ComparedLeaves

SHAPE = (6, 5, 4)


def _leaves(rng: np.random.Generator, factor: np.ndarray, mean: float = 3.0, kind: str = "count") -> ComparedLeaves:
    codes = np.stack([a.ravel() for a in np.indices(SHAPE)], axis=1)
    base = rng.gamma(1.0, mean, len(codes))
    values = [[f"{name}{i}" for i in range(n)] for name, n in zip("abc", SHAPE, strict=True)]
    before = rng.poisson(base * 4) / 4
    return ComparedLeaves(
        ("a", "b", "c"), values, codes, rng.poisson(base * factor.ravel()).astype(float), before, periods=4
    )


def _named(found: Localisation) -> list[dict[str, str]]:
    return [s.where for s in found.suspects]


def test_one_slice_that_triples_is_named_and_not_its_parent() -> None:
    factor = np.ones(SHAPE)
    factor[2, 3, :] = 3.0
    named = [_named(locate(_leaves(np.random.default_rng(s), factor, mean=10))) for s in range(20)]
    hits = [n == [{"a": "a2", "b": "b3"}] for n in named]
    assert np.mean(hits) >= 0.8


def test_the_half_that_moved_is_named_and_not_the_half_that_stayed() -> None:
    codes = np.stack([a.ravel() for a in np.indices((2, 4))], axis=1)
    values = [["1.9.0", "2.0.0"], ["n", "e", "s", "w"]]
    hits = []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        real = rng.poisson(np.where(codes[:, 0] == 1, 24.0, 4.0)).astype(float)
        leaves = ComparedLeaves(("version", "province"), values, codes, real, np.full(8, 3.0), periods=1.2)
        hits.append(_named(locate(leaves)) == [{"version": "2.0.0"}])
    assert np.mean(hits) >= 0.9


def test_a_parent_is_named_when_all_its_children_moved() -> None:
    factor = np.ones(SHAPE)
    factor[1] = 0.4
    hits = [_named(locate(_leaves(np.random.default_rng(s), factor))) == [{"a": "a1"}] for s in range(20)]
    assert np.mean(hits) >= 0.8


def test_nothing_is_named_when_nothing_moved() -> None:
    found = [locate(_leaves(np.random.default_rng(s), np.ones(SHAPE))) for s in range(100)]
    assert np.mean([bool(e.suspects) for e in found]) <= 0.05


def test_a_change_everywhere_lies_outside_the_attributes() -> None:
    found = [locate(_leaves(np.random.default_rng(s), np.full(SHAPE, 2.0))) for s in range(20)]
    assert np.mean([e.outside and not e.suspects for e in found]) >= 0.9


def test_the_interval_of_a_suspect_covers_the_planted_factor() -> None:
    factor = np.ones(SHAPE)
    factor[0, 0, :] = 4.0
    covered = []
    for seed in range(30):
        for s in locate(_leaves(np.random.default_rng(seed), factor, mean=8)).suspects:
            covered += [s.low <= 4.0 <= s.high] if s.where == {"a": "a0", "b": "b0"} else []
    assert len(covered) >= 25
    assert np.mean(covered) >= 0.85


def test_leaves_of_a_rate_without_exposure_are_refused() -> None:
    with pytest.raises(ValueError, match="exposure"):
        ComparedLeaves(("a",), [["x"]], np.zeros((1, 1), dtype=int), np.ones(1), np.ones(1), kind="rate")


@pytest.mark.parametrize("key", list(LOCATORS))
def test_every_locator_finds_one_big_slice_and_has_words(key: str) -> None:
    factor = np.ones(SHAPE)
    factor[3] = 6.0
    found = LOCATORS[key].run(_leaves(np.random.default_rng(1), factor, mean=20), Options(max_order=2))
    assert {"a": "a3"} in _named(found)
    assert all(LOCATORS[key].title.values())
    assert all(LOCATORS[key].about.values())


@pytest.mark.parametrize(("name", "least"), [("S", 0.9), ("L", 0.95), ("C", 0.95), ("B0", 0.9), ("DR", 0.9)])
def test_the_bench_reaches_its_bar(name: str, least: float, shared_data: Path) -> None:
    import importlib.util

    spec = importlib.util.spec_from_file_location("bench_locate", Path(__file__).parents[2] / "bench/locate.py")
    assert spec is not None
    assert spec.loader is not None
    bench = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bench)
    folder = shared_data / "rca"
    result = bench.score(folder / f"{name}.parquet", folder / f"{name}.causes.csv", "scan")
    assert result["f1"] >= least
    assert result["seconds_per_case"] <= 0.5


@pytest.mark.parametrize("key", sorted(LOCATORS))
def test_figures_without_any_attribute_are_told_and_nothing_is_named(key: str) -> None:
    def located(observed: float) -> Localisation:
        one = np.array([observed]), np.array([20.0])
        return LOCATORS[key].run(ComparedLeaves((), [], np.zeros((1, 0), dtype=np.int64), *one, periods=4), Options())

    assert (located(90.0).suspects, located(90.0).outside, located(20.0).no_change) == ((), True, True)
