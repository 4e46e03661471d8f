"""The installed base: what was shipped where in which month, and what is in service since."""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.demo.catalogue import LINE_CODES, LINES, MODELS
from zhenyin.demo.geography import PROVINCE_WEIGHTS

MONTHS = 25
"""Months of the story; the last one is unfinished."""
EARLIER = 12
"""Months of shipments before the story begins."""
MONTHS_A_BATCH = 3
BATCHES = -(-(EARLIER + MONTHS) // MONTHS_A_BATCH)
_STOCK_AT_START = 0.45


@dataclass(frozen=True, slots=True)
class Base:
    """`shipped` [models, EARLIER + MONTHS, provinces] and `units` in service [models, MONTHS, batches, provinces]."""

    shipped: Ints
    units: Ints

    def serial_start(self) -> Ints:
        """[models, batches, provinces]: how many devices come before the first of this batch and province."""
        total = self.units[:, -1]
        return (np.cumsum(total.ravel()) - total.ravel()).reshape(total.shape)

    def shipping_month(self, model: Ints, batch: Ints, province: Ints, unit: Ints) -> Ints:
        """Months since the start of the story (negative: before it) in which these devices were shipped."""
        first = np.maximum(first_month(batch), -EARLIER)
        month, left = first.copy(), unit.copy()
        for step in range(MONTHS_A_BATCH - 1):
            index = np.minimum(first + step, MONTHS - 1) + EARLIER
            left = left - self.shipped[model, index, province]
            month = month + (left >= 0)
        return np.minimum(month, MONTHS - 1)


def batch_of_month(month: Ints) -> Ints:
    """The batch shipped in a month of the story: three months each, counted back from the last month."""
    return BATCHES - 1 - (MONTHS - 1 - month) // MONTHS_A_BATCH


def first_month(batch: Ints) -> Ints:
    """The first month (of the story) in which a batch was shipped."""
    return MONTHS - MONTHS_A_BATCH * (BATCHES - batch)


def build(total: int, rng: np.random.Generator) -> Base:
    """Ship `total` devices in all: growing, with a little chance in each month, model and province."""
    weights = np.array([model.weight for model in MODELS])
    expected = total * weights[:, None, None] * _monthly_shares()[None, :, None] * PROVINCE_WEIGHTS[None, None, :]
    shipped = rng.poisson(expected).astype(np.int64)
    return Base(shipped, _in_service(shipped))


def _monthly_shares() -> Floats:
    earlier = np.full(EARLIER, _STOCK_AT_START / EARLIER)
    later = np.linspace(0.9, 1.3, MONTHS)
    return np.concatenate([earlier, later / later.sum() * (1 - _STOCK_AT_START)])


def _in_service(shipped: Ints) -> Ints:
    months = np.arange(-EARLIER, MONTHS)
    by_batch = np.zeros((len(MODELS), EARLIER + MONTHS, BATCHES, shipped.shape[2]), dtype=np.int64)
    by_batch[:, months + EARLIER, batch_of_month(months)] = shipped
    return np.cumsum(by_batch, axis=1)[:, EARLIER:]


def batch_name(model: int, month_label: str) -> str:
    """The printed code of a batch: the line, the model, the year and month it began with, as `R-X30PRO-2603`.

    >>> batch_name(0, "2603")
    'R-X30PRO-2603'
    """
    line = LINE_CODES[LINES.index(MODELS[model].line)]
    return f"{line}-{MODELS[model].name.replace(' ', '').upper()}-{month_label}"
