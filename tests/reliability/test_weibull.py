"""What was put into simulated units comes out of them: the life, and what they will bring."""

import numpy as np
import pytest

from zhenyin.reliability.chain_ladder import to_come
from zhenyin.reliability.cohorts import Cohorts
from zhenyin.reliability.delay import reported_share, reported_within
from zhenyin.reliability.failure_forecast import forecast_failures
from zhenyin.reliability.life_table import LifeTable, life_table
from zhenyin.reliability.weibull import constant, fit, fit_from

SHARE, SCALE, SHAPE = 0.10, 8.0, 2.5
MONTHS, AHEAD, UNITS = 16, 6, 600
SEEDS = range(30)
EVEN = np.ones(AHEAD)


def simulated(seed: int, late: float = 0.0) -> tuple[Cohorts, np.ndarray, np.ndarray]:
    """Units shipped over months; those that fail are reported with an exponential delay of `late` months on average.

    Returns what is known at the end, the months' failures to come, and the known share of each month's failures.
    """
    rng = np.random.default_rng(seed)
    failed = np.zeros((MONTHS, MONTHS + AHEAD))
    known = np.zeros_like(failed)
    for month in range(MONTHS):
        defective = rng.random(UNITS) < SHARE
        at = month + rng.random(UNITS) + np.where(defective, SCALE * rng.weibull(SHAPE, UNITS), np.inf)
        at = at[at < MONTHS + AHEAD]
        reported = at + (rng.exponential(late, len(at)) if late else 0.0)
        failed[month] = np.bincount(at.astype(int), minlength=MONTHS + AHEAD)
        known[month] = np.bincount(at[reported < MONTHS].astype(int), minlength=MONTHS + AHEAD)
    ago = MONTHS - np.arange(MONTHS)
    # The mean over a month of the chance to be told by the end.
    seen = 1 - late * (np.exp(-(ago - 1) / late) - np.exp(-ago / late)) if late else np.ones(MONTHS)
    cohorts = Cohorts(np.full(MONTHS, float(UNITS)), np.arange(MONTHS), known[:, :MONTHS], seen)
    return cohorts, failed[:, MONTHS:].sum(axis=0), seen


@pytest.fixture(scope="module")
def fleets() -> list[tuple[bool, bool, float, float, float]]:
    """For each seed: whether share and failures to come lie in their intervals, both errors, and the medians."""
    results = []
    for seed in SEEDS:
        cohorts, coming, _ = simulated(seed)
        life = fit(life_table(cohorts), best=False)
        ahead = forecast_failures(cohorts, life, EVEN)
        share, low, high = life.bounds(life.share)
        inside = ahead.total_low <= coming.sum() <= ahead.total_high
        ladder = to_come(cohorts, AHEAD).sum()
        results.append((low <= SHARE <= high, inside, ahead.total - coming.sum(), ladder - coming.sum(), share))
    return results


def test_the_intervals_cover_as_often_as_they_say(fleets: list[tuple[bool, ...]]) -> None:
    shares, totals, *_ = zip(*fleets, strict=True)
    assert sum(shares) / len(shares) >= 0.88  # of 95 %, less two standard errors of 30 seeds
    assert 0.66 <= sum(totals) / len(totals) <= 0.93  # of 80 %


def test_share_and_failures_to_come_are_right_on_average(fleets: list[tuple[float, ...]]) -> None:
    _, _, errors, _, shares = zip(*fleets, strict=True)
    assert np.mean(shares) == pytest.approx(SHARE, rel=0.04)
    assert abs(np.mean(errors)) < 12  # of about 250


def test_it_beats_chain_ladder(fleets: list[tuple[float, ...]]) -> None:
    _, _, errors, ladder, _ = zip(*fleets, strict=True)
    assert np.std(errors) < 0.6 * np.std(ladder)


def test_the_best_fit_is_that_of_the_library_and_lies_among_the_likely() -> None:
    life = fit(life_table(simulated(3)[0]))
    assert life.best is not None
    for best, values in zip(life.best, (life.shape, life.scale, life.share), strict=True):
        _, low, high = life.bounds(values)
        assert low <= best <= high
    assert life.best[0] == pytest.approx(SHAPE, rel=0.25)
    assert life.best[1] == pytest.approx(SCALE, rel=0.25)


def test_failures_that_are_reported_late_do_not_look_like_fewer_failures() -> None:
    blind, predicted = [], []
    for seed in range(5):
        cohorts, coming, _ = simulated(seed, late=0.8)
        unaware = Cohorts(cohorts.shipped, cohorts.month, cohorts.failed, np.ones(MONTHS))
        predicted.append(forecast_failures(cohorts, fit(life_table(cohorts), best=False), EVEN).total / coming.sum())
        blind.append(forecast_failures(unaware, fit(life_table(unaware), best=False), EVEN).total / coming.sum())
    assert np.mean(predicted) == pytest.approx(1, abs=0.06)
    assert np.mean(blind) < 0.93


def test_the_delay_is_learned_from_reports_that_have_come_so_far() -> None:
    rng = np.random.default_rng(1)
    days, delays, chance = 60, 12, 0.3
    counts = np.zeros((days, delays))
    for day in range(days):
        late = rng.geometric(chance, 200) - 1
        late = late[(late < delays) & (day + late < days)]
        counts[day] = np.bincount(late, minlength=delays)
    within = reported_within(counts)
    truth = 1 - (1 - chance) ** np.arange(1, delays + 1)
    assert within == pytest.approx(truth / truth[-1], abs=0.02)
    assert reported_share(within, np.array([-1, 0, 100])).tolist() == pytest.approx([0, within[0], 1])


def test_few_failures_give_one_rate_for_all_ages() -> None:
    table = LifeTable(np.array([1.0, 2, 1]), np.array([1000.0, 1000, 1000]))
    life = constant(table)
    rate, low, high = life.bounds(1 / life.scale)
    assert rate == pytest.approx(4 / 3000, rel=0.1)
    assert low < 4 / 3000 < high
    with pytest.raises(ValueError, match="needs 10 failures, got 4"):
        fit(table)


def test_what_heat_does_is_not_taken_for_wear() -> None:
    """One cohort, a constant rate, months that are busy by turns: the rate is found, and the busy months are told."""
    season = 1 + 0.8 * np.sin(np.arange(24) / 12 * 2 * np.pi)
    failed = np.round(200 * season)[None, :]
    failed[0, 0] /= 2  # shipped on any day of its month, the cohort is watched for half of it
    cohorts = Cohorts(np.array([100_000.0]), np.array([0]), failed, np.ones(24))
    aware, unaware = (fit(life_table(cohorts, known), best=False) for known in (season, None))
    ahead = forecast_failures(cohorts, aware, season[:6])
    assert ahead.total == pytest.approx(200 * season[:6].sum(), rel=0.1)
    assert aware.dispersion < 3 < unaware.dispersion


def test_the_same_data_gives_the_same_outlook() -> None:
    cohorts, *_ = simulated(5)
    first, again = (forecast_failures(cohorts, fit(life_table(cohorts), best=False), EVEN) for _ in range(2))
    assert first.low.tolist() == again.low.tolist()
    assert first.total == again.total


def test_a_fault_that_begins_at_an_age_is_told_from_there_on() -> None:
    """5 % a month from the sixth month on, next to nothing before: a life from shipping on would be over too soon."""
    rng = np.random.default_rng(9)
    failed = np.zeros((8, 16))
    for month in range(8):
        left = 2_000
        for at in range(month, 16):
            gone = int(rng.binomial(left, 0.05 if at - month >= 6 else 0.0005))
            failed[month, at], left = gone, left - gone
    whole = Cohorts(np.full(8, 2_000.0), np.arange(8), failed, np.ones(16))
    known = whole.until(13)
    table = life_table(known)
    coming = failed[:, 13:].sum()
    predicted = forecast_failures(known, fit_from(table, 6, best=False), np.ones(3))
    assert predicted.total_low <= coming <= predicted.total_high
    assert predicted.total == pytest.approx(coming, rel=0.15)
    assert fit(table, best=False).dispersion > 2
    with pytest.raises(ValueError, match="between 1 and"):
        fit_from(table, 13)


@pytest.mark.parametrize("begins", [4.6, 5.0, 5.4])
def test_the_day_of_its_age_at_which_a_fault_begins_need_not_be_known(begins: float) -> None:
    """6 % a month from some day of the fifth or sixth month on; few months of it are known."""
    ratios, inside = [], 0
    for seed in range(12):
        rng = np.random.default_rng(seed)
        failed = np.zeros((8, 16))
        for month in range(8):
            at = month + rng.random(1_500) + begins + rng.exponential(1 / 0.06, 1_500)
            failed[month] = np.bincount(at[at < 16].astype(int), minlength=16)
        failed += rng.poisson(0.3, failed.shape) * (np.arange(16) >= np.arange(8)[:, None])
        known = Cohorts(np.full(8, 1_500.0), np.arange(8), failed, np.ones(16)).until(10)
        predicted = forecast_failures(known, fit_from(life_table(known), 5, best=False), EVEN)
        coming = failed[:, 10:].sum()
        ratios.append(predicted.total / coming)
        inside += predicted.total_low <= coming <= predicted.total_high
    assert np.mean(ratios) == pytest.approx(1, abs=0.16)
    assert inside >= 6
