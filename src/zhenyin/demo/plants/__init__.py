"""The planted truths T1 to T16: what really happens to 星云智家, one file each, found by scanning."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats
from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words
from zhenyin.demo.frame import Tickets
from zhenyin.demo.world import World

Facts = dict[str, object]


@dataclass(frozen=True, slots=True)
class Plant:
    """One thing that happens, given by its effects; what is left out has no effect.

    `likelier`: how many times likelier each report becomes. `extra`: reports that would not exist otherwise.
    `route`: who gets a ticket, how often it changes hands. `slower`, `longer`: factors on the hours to the first reply
    and from there to the solution. `truth`: what stands in truth.json, told from the finished tickets.
    `decided`: what the company did about it, as its own ledger has it; that knows nothing of the truth.
    """

    title: Words
    truth: Callable[[World, Tickets], Facts]
    decided: Callable[[World], Facts] | None = None
    rate_factor: Callable[[World, Tickets], Floats] | None = None
    extra: Callable[[World, np.random.Generator], Tickets] | None = None
    route: Callable[[World, Tickets, np.random.Generator], Tickets] | None = None
    reply_factor: Callable[[World, Tickets], Floats] | None = None
    resolution_factor: Callable[[World, Tickets], Floats] | None = None


def shelf() -> Shelf[Plant]:
    """All planted truths by the names of their files."""
    return Shelf(__name__, "PLANT", Words("埋点", "planted truth"))
