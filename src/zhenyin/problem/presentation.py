"""Problems as answers show them: the brief of a list, and everything about one."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy.engine import Connection

from zhenyin.account import store as accounts
from zhenyin.charts import ChartSpec
from zhenyin.core.schema import Model, Slice
from zhenyin.core.words import Words
from zhenyin.problem import facts, history_sentences, lifecycle
from zhenyin.problem.action_presentation import ActionResponse, present_action
from zhenyin.problem.chart import problem_chart
from zhenyin.problem.facts import TicketCount
from zhenyin.problem.history import EventData
from zhenyin.problem.models import Cause, Dossier
from zhenyin.problem.vocabulary import GRADES, OVER, STAGES, Grade, Requirement, Stage
from zhenyin.question.filters import Filter
from zhenyin.stats.effects import Outcome
from zhenyin.ticket import service as tickets
from zhenyin.ticket.presentation import TicketBrief
from zhenyin.ticket.presentation import present_brief as present_ticket
from zhenyin.warehouse.gateway import Warehouse

_ROWS = 20
_NO_TICKETS = TicketCount(0, None)


class ProblemBase(Model):
    """What a list and the page of a problem both show. overdue: past its due date, and still worked on.

    tickets: how many belong to it; priority: the most frequent among them. verdict: outcome of the last final one.
    owner_name: name of the person whose login is `owner`.
    """

    id: str
    title: str
    stage: Stage
    stage_title: Words
    metric: str
    where: Slice
    since: date | None
    owner: str | None
    owner_name: str | None
    due: date | None
    overdue: bool
    created_at: datetime
    created_by: str
    signal_id: str | None
    tickets: int
    priority: str | None
    verdict: Outcome | None


class ProblemBrief(ProblemBase):
    """A problem in a list. actions: how many it has."""

    actions: int


class CauseResponse(Model):
    """A cause with the grade of its evidence."""

    id: str
    text: str
    grade: Grade
    grade_title: Words
    evidence: list[str]
    by: str
    at: datetime


class MoveResponse(Model):
    """A move that the stage allows. needs: what it still lacks, as keys; lacks: the same in words."""

    to: Stage
    title: Words
    needs: list[Requirement]
    lacks: list[Words]


class HistoryLine(Model):
    """An event of the history: its kind and fields, and what happened in one sentence."""

    at: datetime
    by: str
    event: EventData
    sentence: Words


class ProblemDetail(ProblemBase):
    """Everything about one problem. links: tickets added by hand. chart: its weekly figure, None where it has none."""

    description: str
    article_id: str | None
    links: list[str]
    tickets_rows: list[TicketBrief]
    causes: list[CauseResponse]
    actions: list[ActionResponse]
    history: list[HistoryLine]
    moves: list[MoveResponse]
    chart: ChartSpec | None


def people_names(db: Connection) -> dict[str, str]:
    """The names of people by login."""
    return {user.person.login: user.person.name for user in accounts.users(db)}


def present_briefs(
    warehouse: Warehouse, dossiers: Sequence[Dossier], people: Mapping[str, str], today: date
) -> list[ProblemBrief]:
    """people: names by login."""
    counts = facts.counts(warehouse)
    return [
        ProblemBrief(
            **dict(_base(dossier, counts.get(dossier.problem.id, _NO_TICKETS), people, today)),
            actions=len(dossier.actions),
        )
        for dossier in dossiers
    ]


def present_detail(warehouse: Warehouse, dossier: Dossier, people: Mapping[str, str], today: date) -> ProblemDetail:
    """people: names by login."""
    problem = dossier.problem
    count = facts.counts(warehouse).get(problem.id, _NO_TICKETS)
    found = tickets.search(warehouse, filters=[Filter("problem", "in", (problem.id,))], limit=_ROWS)
    return ProblemDetail(
        **dict(_base(dossier, count, people, today)),
        description=problem.description,
        article_id=problem.article_id,
        links=list(dossier.links),
        tickets_rows=[present_ticket(row) for row in found.tickets],
        causes=[_cause(cause) for cause in dossier.causes],
        actions=[present_action(action, people, today) for action in dossier.actions],
        history=_history(dossier),
        moves=[_move(move) for move in lifecycle.moves(dossier, today)],
        chart=problem_chart(warehouse, dossier),
    )


def _base(dossier: Dossier, count: TicketCount, people: Mapping[str, str], today: date) -> ProblemBase:
    problem, action = dossier.problem, dossier.last_verdict_action
    return ProblemBase(
        id=problem.id,
        title=problem.title,
        stage=problem.stage,
        stage_title=STAGES[problem.stage],
        metric=problem.metric,
        where=problem.where,
        since=problem.since,
        owner=problem.owner,
        owner_name=people.get(problem.owner or ""),
        due=problem.due,
        overdue=problem.due is not None and problem.due < today and problem.stage not in OVER,
        created_at=problem.created_at,
        created_by=problem.created_by,
        signal_id=problem.signal_id,
        tickets=count.tickets,
        priority=count.priority,
        verdict=action.verdict.outcome if action and action.verdict else None,
    )


def _cause(cause: Cause) -> CauseResponse:
    return CauseResponse(
        id=cause.id,
        text=cause.text,
        grade=cause.grade,
        grade_title=GRADES[cause.grade],
        evidence=list(cause.evidence),
        by=cause.by,
        at=cause.at,
    )


def _move(move: lifecycle.Move) -> MoveResponse:
    lacks = [lifecycle.REQUIREMENTS[need] for need in move.lacks]
    return MoveResponse(to=move.to, title=STAGES[move.to], needs=list(move.lacks), lacks=lacks)


def _history(dossier: Dossier) -> list[HistoryLine]:
    return [
        HistoryLine(at=event.at, by=event.by, event=event.data, sentence=history_sentences.sentence(event, dossier))
        for event in dossier.history
    ]
