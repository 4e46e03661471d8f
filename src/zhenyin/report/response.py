"""A kept report as answers show it."""

from datetime import datetime

from zhenyin.core.schema import DateRange, Model
from zhenyin.core.words import Language, Words
from zhenyin.report.models import Report


class ReportResponse(Model):
    """A report that was written; its files are fetched by its id."""

    id: str
    title: Words
    period: DateRange
    language: Language
    made_at: datetime
    made_by: str


def present_report(report: Report) -> ReportResponse:
    return ReportResponse(
        id=report.id,
        title=report.title,
        period=DateRange(start=report.period.start, end=report.period.end),
        language=report.language,
        made_at=report.made_at,
        made_by=report.made_by,
    )
