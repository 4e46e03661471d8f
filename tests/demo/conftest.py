"""One story of full size for the planted truths, one small folder of files for the formats."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from zhenyin.demo import Truth, generate
from zhenyin.demo.frame import NEVER, Tickets
from zhenyin.demo.story import generate_tickets
from zhenyin.demo.world import World

UNTIL = date(2026, 11, 20)


@pytest.fixture(scope="session")
def world() -> World:
    return World(7, UNTIL, 120_000)


@pytest.fixture(scope="session")
def story(world: World) -> Tickets:
    return generate_tickets(world)


@pytest.fixture(scope="session")
def counted(story: Tickets) -> Tickets:
    return story.take(story.original == NEVER)


@pytest.fixture(scope="session")
def weeks(world: World, counted: Tickets) -> np.ndarray:
    """The week of each counted ticket; 0 is the last, unfinished one."""
    return (counted.day - world.last_monday) // 7


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="session")
def truth(folder: Path) -> Truth:
    return generate(folder, seed=11, until=UNTIL, tickets=6_000)
