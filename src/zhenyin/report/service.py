"""Reports: which figures head one, how it is written, found, and taken away."""

from pathlib import Path

from sqlalchemy.engine import Connection

from zhenyin.core.errors import NotFound
from zhenyin.core.words import Language
from zhenyin.dimensions import used_for
from zhenyin.report import page, paper, store
from zhenyin.report.models import Report, Review
from zhenyin.report.store import Form

HEADLINES = (
    "ticket_count",
    "customer_count",
    "failure_rate",
    "complaint_share",
    "first_response_hours",
    "resolution_hours",
    "sla_resolution_rate",
    "backlog",
    "reopen_rate",
    "repeat_rate",
    "fcr_rate",
    "satisfaction_rate",
)
"""The figures of the whole that every report shows."""
WATCHED = (
    "failure_rate",
    "complaint_share",
    "first_response_hours",
    "resolution_hours",
    "reopen_rate",
    "repeat_rate",
    "satisfaction_rate",
)
"""The figures that are looked at place by place; counts are left to the signals, which know their history."""
PLACES = used_for("report_figures")


def write(review: Review, language: Language, form: Form) -> bytes:
    """The report as a file. Raises Unavailable (`font-missing`) for a PDF without a font for Chinese."""
    return page.html(review, language).encode() if form == "html" else paper.pdf(review, language)


def get(db: Connection, report_id: str) -> Report:
    report = store.get(db, report_id)
    if report is None:
        raise NotFound("report-unknown", en=f"There is no report {report_id!r}.", zh=f"没有报告 {report_id}。")
    return report


def remove(db: Connection, data_dir: Path, report_id: str) -> None:
    """Take a report away, with its files."""
    get(db, report_id)
    store.delete(db, report_id)
    store.drop(data_dir, report_id)


def file(db: Connection, data_dir: Path, report_id: str, form: Form) -> tuple[Report, Path]:
    """A report and its file. Raises NotFound where it was written without one, as a PDF is without a font."""
    report = get(db, report_id)
    path = store.file(data_dir, report.id, form)
    if not path.is_file():
        raise NotFound(
            "report-file-missing",
            en=f"The report has no {form.upper()} file. Install fonts-noto-cjk, then make the report again.",
            zh=f"该报告没有 {form.upper()} 文件。请安装 fonts-noto-cjk 后重新生成报告。",
        )
    return report, path
