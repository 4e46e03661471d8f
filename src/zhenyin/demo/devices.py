"""Which device a ticket is about, and whose it is."""

import numpy as np

from zhenyin.core.arrays import Ints
from zhenyin.demo.catalogue import CUSTOMER_TYPE_WEIGHTS, LINE_CODES, LINES, MODELS
from zhenyin.demo.frame import Tickets
from zhenyin.demo.world import World

_LINE_CODE = [LINE_CODES[LINES.index(model.line)] for model in MODELS]
_TYPE_EDGES = np.cumsum(CUSTOMER_TYPE_WEIGHTS)[:-1]


def device_of(world: World, tickets: Tickets) -> Ints:
    """The running number of each ticket's device among all ever shipped."""
    numbers: Ints = world.serial_start[tickets.model, tickets.batch, tickets.province] + tickets.unit
    return numbers


def customer_of(world: World, tickets: Tickets) -> Ints:
    """The customer of each ticket; every seventh device belongs to somebody who has one already."""
    device = device_of(world, tickets)
    return np.where((device % 7 == 6) & (tickets.unit > 0), device - 1, device)


def customer_type(customer: Ints) -> Ints:
    """Position in CUSTOMER_TYPES; a property of the customer, not of the ticket."""
    share = customer * 2_654_435_761 % 4_294_967_296 / 4_294_967_296
    return np.searchsorted(_TYPE_EDGES, share, side="right")


def serial_names(model: Ints, device: Ints) -> list[str]:
    """Printed serial numbers, as `XYR00000123`."""
    return [f"XY{_LINE_CODE[m]}{d:08d}" for m, d in zip(model.tolist(), device.tolist(), strict=True)]


def customer_names(customer: Ints) -> list[str]:
    """Customer numbers as the company writes them, as `C00000123`."""
    return [f"C{number:08d}" for number in customer.tolist()]
