"""T14: customers whose trouble came back twice leave three times as often (the orders of the CRM tell)."""

import numpy as np

from zhenyin.core.arrays import Ints
from zhenyin.core.words import Words
from zhenyin.demo.devices import customer_of
from zhenyin.demo.frame import NEVER, Tickets
from zhenyin.demo.plants import Facts, Plant
from zhenyin.demo.world import World

LEAVES, RATIO = 0.2, 3.0
WINDOW = 180
"""Days without an order after which a customer counts as gone."""


def twice_disappointed(world: World, tickets: Tickets) -> Ints:
    """Customers with at least two repeats that began early enough for their leaving to show in the orders."""
    repeats = (tickets.earlier != NEVER) & (tickets.day < world.days - WINDOW)
    customers, count = np.unique(customer_of(world, tickets)[repeats], return_counts=True)
    found: Ints = customers[count >= 2]
    return found


def _truth(world: World, tickets: Tickets) -> Facts:
    return {
        "customers": len(twice_disappointed(world, tickets)),
        "metric": "churn_rate",
        "churn": {"others": LEAVES, "two repeats": LEAVES * RATIO},
        "window_days": WINDOW,
        "repeats_before": world.calendar(world.days - WINDOW).isoformat(),
        "ratio": RATIO,
        "expected": "churn driver named",
    }


PLANT = Plant(Words("两次回头的客户流失", "Two repeats and they leave"), _truth)
