"""The only SQL of jobs."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from zhenyin.core.store import METADATA
from zhenyin.core.words import Words
from zhenyin.job.models import Failure, Job

JOBS = sa.Table(
    "jobs",
    METADATA,
    sa.Column("id", sa.String(40), primary_key=True),
    sa.Column("kind", sa.String(40), nullable=False),
    sa.Column("title", sa.JSON, nullable=False),
    sa.Column("state", sa.String(12), nullable=False, index=True),
    sa.Column("done", sa.Float, nullable=False),
    sa.Column("message", sa.JSON(none_as_null=True)),
    sa.Column("result", sa.JSON(none_as_null=True)),
    sa.Column("error", sa.JSON(none_as_null=True)),
    sa.Column("made_at", sa.DateTime, nullable=False),
    sa.Column("started_at", sa.DateTime),
    sa.Column("ended_at", sa.DateTime),
    sa.Column("by", sa.String(80), nullable=False),
)


def insert(db: Connection, job: Job) -> None:
    db.execute(
        JOBS.insert().values(
            id=job.id,
            kind=job.kind,
            title=job.title.as_dict(),
            state=job.state,
            done=job.done,
            made_at=job.made_at,
            by=job.by,
        )
    )


def change(db: Connection, job_id: str, **values: Any) -> None:
    db.execute(JOBS.update().where(JOBS.c.id == job_id).values(values))


def get(db: Connection, job_id: str) -> Job | None:
    row = db.execute(JOBS.select().where(JOBS.c.id == job_id)).one_or_none()
    return _job(row) if row else None


def recent(db: Connection, limit: int, offset: int = 0) -> tuple[list[Job], int]:
    """Part of the jobs, newest first, and how many there are."""
    total = db.execute(sa.select(sa.func.count()).select_from(JOBS)).scalar_one()
    query = JOBS.select().order_by(JOBS.c.made_at.desc(), JOBS.c.id.desc())
    return [_job(row) for row in db.execute(query.limit(limit).offset(offset))], total


def end_interrupted(db: Connection, error: Failure, at: datetime) -> int:
    """Mark as failed what a former process left unfinished; returns how many jobs that were."""
    left = JOBS.c.state.in_(("waiting", "running"))
    return db.execute(JOBS.update().where(left).values(state="failed", error=error.as_dict(), ended_at=at)).rowcount


def _job(row: sa.Row[Any]) -> Job:
    return Job(
        id=row.id,
        kind=row.kind,
        title=Words(**row.title),
        state=row.state,
        done=row.done,
        message=Words(**row.message) if row.message else None,
        result=row.result,
        error=_failure(row.error) if row.error else None,
        made_at=row.made_at,
        started_at=row.started_at,
        ended_at=row.ended_at,
        by=row.by,
    )


def _failure(kept: dict[str, Any]) -> Failure:
    # Jobs of earlier versions keep their texts beside the code.
    words = kept.get("details") or kept
    return Failure(kept["code"], Words(words["zh"], words["en"]))
