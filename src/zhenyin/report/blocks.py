"""What a page is built of. HTML and PDF are made of the same blocks, so that both say the same."""

from dataclasses import dataclass
from typing import Literal

from zhenyin.charts import ChartSpec
from zhenyin.core.words import Words
from zhenyin.report.formatting import same

Tone = Literal["worse", "better", "plain", "muted"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One cell of a table. Worse is shown by sign and word, and only then by colour."""

    text: Words
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Column:
    title: Words
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class FindingBlock:
    """One finding: a headline, its sentences, and a picture."""

    title: Words
    tone: Tone
    lines: tuple[Words, ...]
    chart: ChartSpec | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    chart: ChartSpec


@dataclass(frozen=True, slots=True)
class Note:
    text: Words


Block = Table | FindingBlock | Picture | Note


@dataclass(frozen=True, slots=True)
class Lead:
    """One sentence of the summary on top."""

    text: Words
    tone: Tone = "plain"


def entry(text: str, tone: Tone = "plain") -> Entry:
    return Entry(same(text), tone)
