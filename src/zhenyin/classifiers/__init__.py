"""Shelf: one way to label tickets per file. A classifier fills what a source left blank, and keeps why.

It gets columns and gives columns back; it reads no table and overwrites nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from zhenyin.classifiers._taxonomy import Fault, Rated, Taxonomy, Type, default_taxonomy, read_taxonomy, same_words
from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words

__all__ = [
    "CLASSIFIERS",
    "FIELDS",
    "Classifier",
    "Fault",
    "Given",
    "Labels",
    "Rated",
    "Taxonomy",
    "Type",
    "default_taxonomy",
    "read_taxonomy",
    "same_words",
]

Column = Sequence[str | None]
FIELDS = ("category", "fault", "kind", "severity", "sentiment")
"""The columns of a ticket that a classifier may fill."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of some tickets, one entry per ticket: the text, and the labels that their source brought."""

    text: Column
    category: Column
    fault: Column
    kind: Column
    severity: Column
    sentiment: Column

    def __len__(self) -> int:
        return len(self.text)


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels of one field. rows: int [labels], positions in what was given; `why` names the words that decided."""

    field: str
    rows: NDArray[np.int64]
    values: list[str]
    why: list[str]


@dataclass(frozen=True, slots=True)
class Classifier:
    """One way to classify: words for people, and the function."""

    title: Words
    about: Words
    run: Callable[[Given, Taxonomy], list[Labels]] = field(repr=False)


CLASSIFIERS: Shelf[Classifier] = Shelf("zhenyin.classifiers", "CLASSIFIER", Words("分类方法", "classifier"))
