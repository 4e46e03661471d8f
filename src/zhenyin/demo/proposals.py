"""What would be reported in ordinary times: proposals, thinned by what the planted truths make of them.

Every ticket starts as a proposal. Proposals come `CEILING` times as often as tickets do, and one is kept with the
probability (how much likelier the planted truths make it) / CEILING. Counts stay exactly Poisson in every slice.
Where two truths meet and would go beyond the ceiling, they stop there.
"""

from collections.abc import Callable

import numpy as np

from zhenyin.core.arrays import Floats, Ints, Mask
from zhenyin.demo import catalogue as words
from zhenyin.demo.frame import Tickets, blank
from zhenyin.demo.geography import city_weights, contractor_weights
from zhenyin.demo.rollout import STREAM_OF_MODEL
from zhenyin.demo.seasons import day_factors, line_factors, warmth
from zhenyin.demo.world import World

CEILING = 8.0
ROUGH_PROVINCES = ("河南省", "湖北省", "安徽省")
"""Where the rough contractor of T4 works."""

_LINE_OF_MODEL = np.array([words.LINES.index(model.line) for model in words.MODELS])
_LINE_RATES = np.array([1.0, 0.9, 0.9, 1.0, 0.8])
_FOLLOW_UPS = 1.10
"""Tickets per first report: repeats and duplicates come on top."""
_FITTED = np.array([line in (words.LOCK, words.WASHER, words.AIRCON) for line in words.LINES])
_HOURS = np.array(
    [5, 3, 2, 2, 2, 4, 10, 22, 52, 72, 76, 70, 56, 58, 66, 68, 66, 60, 54, 56, 44, 34, 20, 10], dtype=float
)

Likelihood = Callable[[World, Tickets], Floats]


def pick(rng: np.random.Generator, weights: Floats, rows: Ints) -> Ints:
    """For each entry of `rows`, a column drawn with the weights of that row of the table [rows, columns]."""
    edges = np.cumsum(weights, axis=1)
    edges = edges / edges[:, -1:]
    picked = np.empty(len(rows), dtype=np.int64)
    order = np.argsort(rows, kind="stable")
    chance = rng.random(len(rows))
    bounds = np.searchsorted(rows[order], np.arange(len(weights) + 1))
    for row in np.flatnonzero(np.diff(bounds)):
        members = order[bounds[row] : bounds[row + 1]]
        picked[members] = np.searchsorted(edges[row], chance[members], side="right")
    return np.asarray(np.minimum(picked, weights.shape[1] - 1))


def expected(world: World) -> Floats:
    """[models, days]: ordinary first reports; they add up to what the size of the world asks for."""
    units = world.base.units.sum(axis=(2, 3))[:, world.month_of_day]
    season = line_factors(world.dates)[_LINE_OF_MODEL] * day_factors(world.dates)
    raw = units * _LINE_RATES[_LINE_OF_MODEL][:, None] * season
    scaled: Floats = raw * (world.tickets / _FOLLOW_UPS / raw.sum())
    return scaled


def month_of_reports(world: World, month: int, rates: Floats, rate_factors: list[Likelihood], part: int = 0) -> Tickets:
    """The first reports of one month of the story; other `part`s are further, independent draws."""
    rng = world.dice("reports", month + 100 * part)
    days = np.flatnonzero(world.month_of_day == month)
    counts = rng.poisson(rates[:, days] * CEILING)
    model, day = (index.ravel() for index in np.indices(counts.shape))
    proposals = _describe(world, month, np.repeat(model, counts.ravel()), np.repeat(days[day], counts.ravel()), rng)
    return proposals.take(_kept(world, proposals, rate_factors, rng))


def _kept(world: World, proposals: Tickets, rate_factors: list[Likelihood], rng: np.random.Generator) -> Mask:
    factor = np.ones(len(proposals))
    for likelihood in rate_factors:
        factor *= likelihood(world, proposals)
    kept: Mask = rng.random(len(proposals)) < factor / CEILING
    return kept


def _describe(world: World, month: int, model: Ints, day: Ints, rng: np.random.Generator) -> Tickets:
    size, line = len(model), _LINE_OF_MODEL[model]
    batch, province, unit = _devices(world, month, model, rng)
    fault = pick(rng, _fault_weights(world, month), line)
    return blank(
        size,
        created=day * 86_400
        + pick(rng, _HOURS[None, :], np.zeros(size, dtype=np.int64)) * 3_600
        + rng.integers(0, 3_600, size),
        model=model,
        batch=batch,
        province=province,
        unit=unit,
        version=versions(world, model, day, rng),
        city=pick(rng, city_weights(), province),
        channel=_plain(rng, words.CHANNEL_WEIGHTS, size),
        kind=pick(rng, np.array([f.kinds for f in words.FAULTS]), fault),
        fault=fault,
        phone=_plain(rng, words.PHONE_SYSTEM_WEIGHTS, size),
        app=_row_choice(rng, world.apps[day]),
        contractor=np.where(_FITTED[line], pick(rng, contractor_weights(ROUGH_PROVINCES), province), -1),
    )


def _plain(rng: np.random.Generator, weights: tuple[float, ...], size: int) -> Ints:
    return pick(rng, np.array([weights]), np.zeros(size, dtype=np.int64))


def _row_choice(rng: np.random.Generator, shares: Floats) -> Ints:
    over = rng.random(len(shares))[:, None] > np.cumsum(shares, axis=1)[:, :-1]
    return np.asarray(over.sum(axis=1))


def versions(world: World, model: Ints, day: Ints, rng: np.random.Generator) -> Ints:
    """The firmware that devices of these models have on these days, drawn by its share of users."""
    version = np.zeros(len(model), dtype=np.int64)
    for stream, shares in enumerate(world.firmware):
        rows = np.flatnonzero(STREAM_OF_MODEL[model] == stream)
        version[rows] = _row_choice(rng, shares[day[rows]])
    return version


def _devices(world: World, month: int, model: Ints, rng: np.random.Generator) -> tuple[Ints, Ints, Ints]:
    units = world.base.units[:, month]
    cell = pick(rng, units.reshape(len(units), -1).astype(float), model)
    batch, province = np.divmod(cell, units.shape[2])
    unit = (rng.random(len(model)) * units[model, batch, province]).astype(np.int64)
    return batch, province, unit


def _fault_weights(world: World, month: int) -> Floats:
    """[lines, faults]: how common each fault is in this month."""
    weights = np.array([[f.weight * (line in f.lines) for f in words.FAULTS] for line in words.LINES])
    warm = float(warmth([world.month(month).replace(day=15)])[0])
    weights[:, words.fault_codes(names=("不制冷",))] *= 0.2 + 1.6 * warm**2
    weights[:, words.fault_codes(names=("不制热",))] *= 0.1 + 3.0 * (1 - warm) ** 2
    return weights


def month_of_devices(world: World, month: int, fixed: dict[str, Ints], rng: np.random.Generator) -> Tickets:
    """One ordinary ticket for each device given (columns model, batch, province, unit), at some time of the month."""
    model = fixed["model"]
    days = np.flatnonzero(world.month_of_day == month)
    tickets = _describe(world, month, model, rng.choice(days, len(model)), rng)
    return tickets.changed(
        batch=fixed["batch"],
        province=fixed["province"],
        unit=fixed["unit"],
        city=pick(rng, city_weights(), fixed["province"]),
    )
