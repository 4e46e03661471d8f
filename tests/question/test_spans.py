"""The span that a period is compared with: as long as what is known of it."""

from datetime import date, datetime
from typing import Any

import pytest

from zhenyin.question.models import Question, Span
from zhenyin.question.period import Period
from zhenyin.question.service import _earlier

KNOWN = Span(datetime(2025, 1, 1), datetime(2026, 3, 18, 9))
MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))
JANUARY = Period(date(2026, 1, 1), date(2026, 2, 1))


@pytest.mark.parametrize(
    ("period", "compare", "start", "end"),
    [
        (JANUARY, "previous", date(2025, 12, 1), date(2026, 1, 1)),
        (JANUARY, "year", date(2025, 1, 1), date(2025, 2, 1)),
        (MARCH, "previous", date(2026, 2, 1), date(2026, 2, 19)),
        (MARCH, "year", date(2025, 3, 1), date(2025, 3, 19)),
        (Period(date(2026, 3, 19), date(2026, 3, 26)), "previous", date(2026, 3, 12), date(2026, 3, 19)),
        (Period(date(2026, 5, 1), date(2026, 6, 1)), "previous", date(2026, 4, 1), date(2026, 5, 1)),
    ],
)
def test_a_period_under_way_is_compared_with_as_many_days(period: Period, compare: Any, start: date, end: date) -> None:
    assert _earlier(Question(("ticket_count",), period=period, compare=compare), KNOWN) == Period(start, end)


def test_without_data_the_whole_span_is_compared_with() -> None:
    question = Question(("ticket_count",), period=MARCH, compare="previous")
    assert _earlier(question, None) == Period(date(2026, 2, 1), date(2026, 3, 1))
