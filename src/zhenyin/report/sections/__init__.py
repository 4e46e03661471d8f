"""Shelf: one part of a review per file. What a part has to say at the top of the page is its lead."""

from collections.abc import Callable
from dataclasses import dataclass

from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words
from zhenyin.report.blocks import Block, Lead
from zhenyin.report.models import Review


def _no_lead(_review: Review) -> tuple[Lead, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a report. place: its rank on the page, findings first."""

    place: int
    title: Words
    build: Callable[[Review], tuple[Block, ...]]
    lead: Callable[[Review], tuple[Lead, ...]] = _no_lead


SECTIONS: Shelf[Section] = Shelf("zhenyin.report.sections", "SECTION", Words("报告章节", "report section"))


def in_order() -> list[Section]:
    return sorted(SECTIONS.values(), key=lambda section: section.place)
