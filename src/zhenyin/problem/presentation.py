"""Problems as the pages read them: the brief of a list, and everything about one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy.engine import Connection

from zhenyin.account import store as accounts
from zhenyin.charts import ChartSpec, Mark, Series
from zhenyin.core.words import Words
from zhenyin.metrics import METRICS
from zhenyin.problem import facts, figures, lifecycle
from zhenyin.problem.facts import Count
from zhenyin.problem.models import OVER, STAGES, Dossier, Where
from zhenyin.question.filters import Filter
from zhenyin.ticket import service as tickets
from zhenyin.warehouse.gateway import Warehouse

_ROWS = 20
_WEEKS = 78
_NOTHING = Count(0, None)


def names(db: Connection) -> dict[str, str]:
    """The names of people by login."""
    return {user.person.login: user.person.name for user in accounts.users(db)}


def brief(dossier: Dossier, count: Count, people: dict[str, str], today: date) -> dict[str, Any]:
    """A problem as a line of a list."""
    p, judged = dossier.problem, dossier.judged
    told: dict[str, Any] = {
        name: getattr(p, name) for name in ("id", "title", "stage", "metric", "where", "owner", "signal_id")
    }
    told |= {"stage_title": STAGES[p.stage].as_dict(), "owner_name": people.get(p.owner or "")}
    told |= {"since": _iso(p.since), "due": _iso(p.due)}
    told |= {"overdue": p.due is not None and p.due < today and p.stage not in OVER}
    told |= {"created_at": p.created_at.isoformat(), "created_by": p.created_by}
    told |= {"tickets": count.tickets, "priority": count.priority, "actions": len(dossier.actions)}
    return told | {"verdict": judged.verdict.outcome if judged and judged.verdict else None}


def briefs(
    warehouse: Warehouse, dossiers: Sequence[Dossier], people: dict[str, str], today: date
) -> list[dict[str, Any]]:
    counts = facts.counts(warehouse)
    return [brief(d, counts.get(d.problem.id, _NOTHING), people, today) for d in dossiers]


def detail(warehouse: Warehouse, dossier: Dossier, people: dict[str, str], today: date) -> dict[str, Any]:
    """Everything about one problem."""
    p = dossier.problem
    mine = tickets.search(warehouse, filters=[Filter("problem", "in", (p.id,))], limit=_ROWS)
    told = briefs(warehouse, [dossier], people, today)[0]
    told |= {"description": p.description, "article_id": p.article_id, "links": list(dossier.links)}
    told |= {"tickets_rows": mine.tickets, "causes": [cause.as_dict() for cause in dossier.causes]}
    told |= {"actions": [action.as_dict(today, people) for action in dossier.actions]}
    told |= {"history": [line.as_dict() for line in dossier.history], "moves": lifecycle.moves(dossier, today)}
    return told | {"chart": _chart(warehouse, dossier)}


def _chart(warehouse: Warehouse, dossier: Dossier) -> dict[str, Any] | None:
    """The slice week by week with its actions; None for a problem of single tickets, or a figure that is no sum."""
    p = dossier.problem
    if not p.where or not figures.judgeable(p.metric):
        return None
    figure, metric = figures.weekly(warehouse, p.metric, p.where), METRICS[p.metric]
    shown = slice(-_WEEKS, None)
    weeks = figure.weeks[shown]
    marks = [
        Mark(a.plan.first_week.isoformat(), Words(a.plan.title, a.plan.title), "fix")
        for a in dossier.actions
        if a.cancelled is None and a.plan.first_week in weeks
    ]
    unit = metric.unit
    return ChartSpec(
        kind="trend",
        title=_finding(p.title, p.where),
        subtitle=Words(f"{metric.title.zh}（{unit.words.zh}），按周", f"{metric.title.en} ({unit.words.en}), by week"),
        unit=unit.words,
        unit_key=unit.key,
        better=metric.better,
        x=[week.isoformat() for week in weeks],
        series=[Series(p.metric, metric.title, figure.values(metric.per)[shown])],
        marks=marks + [Mark(m.isoformat(), Words("开始", "Since"), "onset") for m in weeks if m == p.since],
    ).as_dict()


def _finding(title: str, where: Where) -> Words:
    slice_, named = "、".join(where.values()), ", ".join(where.values())
    return Words(f"{title}（{slice_}）", f"{title} ({named})")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
