"""The only SQL of reports, and their files: which reports there are stands in the store, their bytes in the data folder."""

from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from zhenyin.core.store import METADATA
from zhenyin.core.words import Words
from zhenyin.question.period import Period
from zhenyin.report.models import Report

Form = Literal["html", "pdf"]
FORMS: tuple[Form, ...] = ("html", "pdf")

REPORTS = sa.Table(
    "reports",
    METADATA,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("title_zh", sa.Text, nullable=False),
    sa.Column("title_en", sa.Text, nullable=False),
    sa.Column("start", sa.Date, nullable=False),
    sa.Column("end", sa.Date, nullable=False),
    sa.Column("language", sa.String(2), nullable=False),
    sa.Column("made_at", sa.DateTime, nullable=False),
    sa.Column("made_by", sa.String(80), nullable=False),
)


def insert(db: Connection, report: Report) -> None:
    values: dict[str, Any] = {"id": report.id, "title_zh": report.title.zh, "title_en": report.title.en}
    values |= {"start": report.period.start, "end": report.period.end, "language": report.language}
    db.execute(REPORTS.insert().values(**values, made_at=report.made_at, made_by=report.made_by))


def delete(db: Connection, report_id: str) -> None:
    db.execute(REPORTS.delete().where(REPORTS.c.id == report_id))


def get(db: Connection, report_id: str) -> Report | None:
    row = db.execute(REPORTS.select().where(REPORTS.c.id == report_id)).one_or_none()
    return _report(row) if row else None


def reports(db: Connection) -> list[Report]:
    """All reports, the newest first."""
    return [
        _report(row) for row in db.execute(REPORTS.select().order_by(REPORTS.c.made_at.desc(), REPORTS.c.id.desc()))
    ]


def file(data_dir: Path, report_id: str, form: Form) -> Path:
    """Where a report's file lies. The id must come from the store, never from outside."""
    return data_dir / "reports" / f"{report_id}.{form}"


def keep(data_dir: Path, report_id: str, form: Form, content: bytes) -> None:
    path = file(data_dir, report_id, form)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def drop(data_dir: Path, report_id: str) -> None:
    for form in FORMS:
        file(data_dir, report_id, form).unlink(missing_ok=True)


def _report(row: Row[Any]) -> Report:
    title = Words(row.title_zh, row.title_en)
    return Report(row.id, title, Period(row.start, row.end), row.language, row.made_at, row.made_by)
