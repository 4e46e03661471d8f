"""What was planted, written beside the data, so that findings can be held against it."""

import csv
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from zhenyin.demo.catalogue import CHANNELS, FAULTS, KINDS
from zhenyin.demo.files import shelf as file_shelf
from zhenyin.demo.frame import NEVER, Tickets
from zhenyin.demo.naming import source_ids
from zhenyin.demo.plants import Facts
from zhenyin.demo.plants import shelf as plant_shelf
from zhenyin.demo.world import World

LABELS = "truth_labels.csv"
COMPANY = "星云智家"


@dataclass(frozen=True, slots=True)
class Truth:
    """Everything that truth.json says. `planted` is by T1 to T16; `files` holds the number of rows of each file."""

    seed: int
    start: date
    until: date
    tickets: int
    duplicates: int
    repeats: int
    files: dict[str, Facts]
    planted: dict[str, Facts]

    def write(self, path: Path) -> None:
        """Write truth.json."""
        facts = {name: getattr(self, name) for name in self.__slots__}
        facts["company"] = COMPANY
        path.write_text(json.dumps(facts, ensure_ascii=False, indent=1, default=str) + "\n", "utf-8")


def truth_of(world: World, tickets: Tickets, rows: dict[str, int]) -> Truth:
    """The truth about a finished story whose files have these numbers of rows."""
    planted = {}
    for key, plant in plant_shelf().items():
        number = f"T{int(key[1:3])}"
        planted[number] = {"title": plant.title.as_dict(), **plant.truth(world, tickets)}
    return Truth(
        seed=world.seed,
        start=world.start,
        until=world.until,
        tickets=len(tickets),
        duplicates=int((tickets.original != NEVER).sum()),
        repeats=int((tickets.earlier != NEVER).sum()),
        files=_files(tickets, rows),
        planted=planted,
    )


def write_labels(path: Path, world: World, tickets: Tickets) -> None:
    """Write what each ticket really is, also where the exports leave it blank: kind, category, fault, first report."""
    names = source_ids(world, tickets)
    originals = [names[number - 1] if number != NEVER else "" for number in tickets.original.tolist()]
    columns = (tickets.channel, tickets.kind, tickets.fault)
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["source_id", "channel", "kind", "category", "fault", "duplicate_of"])
        for name, original, channel, kind, fault in zip(
            names, originals, *(column.tolist() for column in columns), strict=True
        ):
            known = FAULTS[fault]
            writer.writerow([name, CHANNELS[channel], KINDS[kind], known.category, known.name, original])


def _files(tickets: Tickets, rows: dict[str, int]) -> dict[str, Facts]:
    facts: dict[str, Facts] = {}
    for file in file_shelf().values():
        there = np.isin(tickets.channel, [CHANNELS.index(name) for name in file.channels])
        duplicates = int((there & (tickets.original != NEVER)).sum())
        counts = {"channels": list(file.channels), "tickets": int(there.sum()), "duplicates": duplicates}
        facts[file.name] = {"rows": rows[file.name], **(counts if file.channels else {})}
    return facts
