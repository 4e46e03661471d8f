"""Members of the CRM and what they bought: consumables and further devices, until they leave (T14)."""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Ints, Mask
from zhenyin.demo.catalogue import MODELS
from zhenyin.demo.devices import customer_of, customer_type
from zhenyin.demo.frame import Tickets
from zhenyin.demo.plants.t14_repeats_leave import LEAVES, RATIO, WINDOW, twice_disappointed
from zhenyin.demo.world import World

_MEMBER_SHARE = 0.2
_HUNDRED = 100
_NEW_DEVICE = 0.12
"""Share of orders that are a further device rather than consumables."""


@dataclass(frozen=True, slots=True)
class Members:
    """The customers whom the CRM knows; `since` is a day of the story, negative before it."""

    customer: Ints
    kind: Ints
    province: Ints
    city: Ints
    since: Ints
    model: Ints
    disappointed: Mask


@dataclass(frozen=True, slots=True)
class Orders:
    customer: Ints
    day: Ints
    model: Ints
    amount: Ints


def members_of(world: World, tickets: Tickets) -> Members:
    """A fifth of the customers with tickets, and everyone whose trouble came back twice."""
    customers, rows = np.unique(customer_of(world, tickets), return_index=True)
    twice = np.isin(customers, twice_disappointed(world, tickets))
    rng = world.dice("members")
    kept = twice | (rng.random(len(customers)) < _MEMBER_SHARE)
    first, customers = tickets.take(rows[kept]), customers[kept]
    since = first.day - rng.integers(WINDOW * 2, 900, len(first))
    return Members(customers, customer_type(customers), first.province, first.city, since, first.model, twice[kept])


def orders_of(world: World, members: Members) -> Orders:
    """Orders of the two windows that decide on leaving, and some older ones.

    Those who stay order again within the last WINDOW days; who leaves depends on nothing but two repeats.
    """
    rng = world.dice("orders")
    size, end = len(members.customer), world.days
    leaves = rng.random(size) < np.where(members.disappointed, LEAVES * RATIO, LEAVES)
    active = rng.random(size) < 0.7
    spans = (
        (end - 2 * WINDOW, end - WINDOW, active),
        (end - WINDOW, end, active & ~leaves),
        (0, end - 2 * WINDOW, rng.random(size) < 0.6),
    )
    who = np.concatenate([np.flatnonzero(there) for _, _, there in spans])
    day = np.concatenate([rng.integers(low, high, int(there.sum())) for low, high, there in spans])
    order = np.lexsort((who, day))
    who, day = who[order], day[order]
    device = rng.random(len(who)) < _NEW_DEVICE
    model = np.where(device, rng.integers(0, len(MODELS), len(who)), members.model[who])
    amount = np.where(device, rng.integers(8, 60, len(who)) * _HUNDRED - 1, rng.integers(29, 299, len(who)))
    return Orders(members.customer[who], day, model, amount)
