"""A gap of a source is told only where chance does not explain it."""

from datetime import date, timedelta

from fixtures_cases import table
from zhenyin.report.models import SourceGap
from zhenyin.report.source_quality import longest_gap

FIRST = date(2026, 3, 2)


@table("report/source_gaps.csv", ["days", "first", "last"])
def test_the_longest_gap_beyond_chance_is_found(days: str, first: str, last: str) -> None:
    counts = [(FIRST + timedelta(days=number), int(count)) for number, count in enumerate(days.split())]
    ends = [FIRST + timedelta(days=int(number)) for number in (first, last) if number]
    assert longest_gap(counts) == (SourceGap(*ends) if ends else None)


def test_a_gap_counts_both_of_its_ends() -> None:
    assert SourceGap(FIRST, FIRST).days == 1
