"""The one door to the demo company: write its files into a folder."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from zhenyin.core.clock import today
from zhenyin.demo.files import Story
from zhenyin.demo.files import shelf as file_shelf
from zhenyin.demo.story import generate_tickets
from zhenyin.demo.texts import descriptions
from zhenyin.demo.truth import LABELS, Truth, truth_of, write_labels
from zhenyin.demo.world import World

Progress = Callable[[str, float], None]


def _silent(_step: str, _share: float) -> None:
    """Progress that nobody watches."""


def generate(
    folder: Path,
    *,
    seed: int = 7,
    until: date | None = None,
    tickets: int = 120_000,
    progress: Progress | None = None,
) -> Truth:
    """Write two years of the company's files, truth.json and truth_labels.csv into `folder` (made if missing).

    `until`: the first day that is no longer told (default: today). `tickets`: about how many; rates stay the same at
    any size. `progress` is called with the name of the step and the share of all work that is done, 0 to 1.
    The same seed, until and tickets give the same bytes.
    """
    report = progress or _silent
    world = World(seed, until or today(), tickets)
    folder.mkdir(parents=True, exist_ok=True)
    known = generate_tickets(world, lambda share: report("工单", 0.25 * share))
    story = Story(world, known, list(descriptions(world, known)))
    files = list(file_shelf().values())
    rows = {}
    for done, file in enumerate(files):
        report(file.name, 0.45 + 0.55 * done / len(files))
        rows[file.name] = file.write(folder / file.name, story)
    truth = truth_of(world, known, rows)
    truth.write(folder / "truth.json")
    write_labels(folder / LABELS, world, known)
    report("truth.json", 1.0)
    return truth
