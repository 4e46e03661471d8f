"""The files that a company like 星云智家 has, one per module, found by scanning."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words
from zhenyin.demo.frame import Tickets
from zhenyin.demo.world import World


@dataclass(frozen=True, slots=True)
class Story:
    """What the files tell: the world, its tickets, and the text of each ticket."""

    world: World
    tickets: Tickets
    texts: list[str]


@dataclass(frozen=True, slots=True)
class DemoFile:
    """One export. `write` fills the path and gives back the number of data rows; `channels` are the tickets in it."""

    name: str
    write: Callable[[Path, Story], int]
    channels: tuple[str, ...] = ()


def shelf() -> Shelf[DemoFile]:
    """All files by the names of their modules."""
    return Shelf(__name__, "FILE", Words("演示文件", "demo file"))
