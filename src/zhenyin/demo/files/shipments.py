"""出货与在保.csv: what was shipped and what is in service, per month, model, firmware, batch and province."""

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.demo.base import EARLIER, batch_of_month
from zhenyin.demo.catalogue import MODELS
from zhenyin.demo.files import DemoFile, Story
from zhenyin.demo.geography import PROVINCE_NAMES
from zhenyin.demo.rollout import FIRMWARES, STREAM_OF_MODEL
from zhenyin.demo.world import World

_HEADER = ["月份", "产品线", "产品", "型号", "固件版本", "生产批次", "省份", "出货量", "在保量"]
_LEAST = 0.004
"""A version that fewer users than this share are on is not listed; its units count with the others."""


def monthly_shares(world: World, model: int, month: int) -> Floats:
    """[versions]: the mean share of each firmware over the days of a month; sums to 1."""
    share = world.firmware[STREAM_OF_MODEL[model]][world.month_of_day == month].mean(axis=0)
    kept = np.where(share < _LEAST, 0.0, share)
    return np.asarray(kept / kept.sum())


def split(units: Ints, shares: Floats) -> Ints:
    """[versions, ...]: whole units by version; every cell adds up to its units exactly."""
    edges = np.rint(np.cumsum(shares)[:, None, None] * units[None]).astype(np.int64)
    return np.diff(edges, axis=0, prepend=0)


def exposure(world: World) -> Iterator[tuple[int, int, int, int, int, int, int]]:
    """Rows (month, model, version, batch, province, shipped, in service); units are shipped with the newest version."""
    for month in range(int(world.month_of_day[-1]) + 1):
        for model in range(len(MODELS)):
            yield from _cells(world, month, model)


def _cells(world: World, month: int, model: int) -> Iterator[tuple[int, int, int, int, int, int, int]]:
    shares = monthly_shares(world, model, month)
    units = split(world.base.units[model, month], shares)
    newest = int(np.flatnonzero(shares)[-1])
    made = int(batch_of_month(np.array(month)))
    shipped = world.base.shipped[model, EARLIER + month]
    for version, batch, province in np.argwhere(units > 0).tolist():
        new = int(shipped[province]) if (version, batch) == (newest, made) else 0
        yield month, model, version, batch, province, new, int(units[version, batch, province])


def _write(path: Path, story: Story) -> int:
    world, rows = story.world, 0
    labels = [world.month(month).strftime("%Y-%m") for month in range(25)]
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(_HEADER)
        for month, code, version, batch, province, shipped, units in exposure(world):
            model = MODELS[code]
            firmware = FIRMWARES[STREAM_OF_MODEL[code]][version].version
            made = world.batch_names[code][batch]
            place = PROVINCE_NAMES[province]
            writer.writerow(
                (labels[month], model.line, model.product, model.name, firmware, made, place, shipped, units)
            )
            rows += 1
    return rows


FILE = DemoFile("出货与在保.csv", _write)
