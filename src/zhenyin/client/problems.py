"""Problems: what is being solved, by whom, what is believed to be the cause, and whether the actions worked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from zhenyin.client import slices
from zhenyin.client.connection import ApiConnection
from zhenyin.client.listing import Page, as_page
from zhenyin.client.records import Interval, Records, in_both, parsed
from zhenyin.client.slices import Slice
from zhenyin.client.tables import Columns
from zhenyin.core.words import Words

Stage = Literal["open", "investigating", "acting", "verifying", "verified", "closed", "reopened"]

_COLUMNS: Columns = {
    "id": "string",
    "title": "string",
    "stage": "string",
    "metric": "string",
    "where": "string",
    "since": "date32",
    "owner": "string",
    "owner_name": "string",
    "due": "date32",
    "overdue": "bool",
    "tickets": "int64",
    "priority": "string",
    "actions": "int64",
    "verdict": "string",
    "signal_id": "string",
    "created_at": "timestamp[us]",
    "created_by": "string",
    "stage_zh": "string",
    "stage_en": "string",
}


@dataclass(frozen=True, slots=True)
class Effect:
    """Effect of an action. ratio: to the level without it (0.7 = 30 % less), with its interval; percent: as a change.

    p: probability of a change as large if the action had no effect.
    """

    ratio: float
    interval: Interval
    percent: float
    p: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an action worked: `effective`, `not_effective`, `too_early` or `not_measurable`, and why so in words.

    effect: net of comparison slice and season; naive: plain before and after. season: ratio of the same weeks a year
    before. n: events after the start. weeks: observed so far. verdict_due_on: from when on a final verdict is possible.
    """

    outcome: str
    title: Words
    sentence: Words
    naive_sentence: Words
    effect: Effect | None
    naive: Effect | None
    season: float
    n: float
    weeks: int
    verdict_due_on: date | None
    judged_on: date
    final: bool


@dataclass(frozen=True, slots=True)
class Action:
    """What is done about a problem. target: ratio aimed at (0.7 = 30 % less), `direction` of the metric by it.

    comparison: slice without the action. judge_on: the day from which it can be judged. state: `planned`, `running`,
    `judged` or `cancelled`; cancelled: the reason.
    """

    id: str
    problem_id: str
    title: str
    owner: str
    owner_name: str | None
    due: date
    metric: str
    where: Slice
    comparison: Slice | None
    direction: str
    target: float
    start: date
    window_weeks: int
    cost: str | None
    judge_on: date
    state: str
    cancelled: str | None
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Cause:
    """A statement about why. grade: of its evidence: `guess`, `correlated`, `tested` or `confirmed`."""

    id: str
    text: str
    grade: str
    evidence: list[str]
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """What happened to a problem, when, and by whom."""

    at: datetime
    by: str
    sentence: Words


@dataclass(frozen=True, slots=True)
class ProblemBase:
    """A set of tickets with one believed cause: a slice of a metric since a day, and tickets added by hand.

    overdue: past its due date, and still worked on. tickets: how many belong to it; priority: the most frequent among
    them. verdict: outcome of the last final one. owner, created_by: logins.
    """

    id: str
    title: str
    stage: str
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
    verdict: str | None


@dataclass(frozen=True, slots=True)
class Problem(ProblemBase):
    """A problem in a list. actions: how many it has."""

    actions: int


@dataclass(frozen=True, slots=True)
class ProblemDetail(ProblemBase):
    """Everything about one problem. newest_tickets: of those that belong to it. body: the whole answer, with its chart."""

    description: str
    article_id: str | None
    causes: list[Cause]
    actions: list[Action]
    history: list[HistoryLine]
    newest_tickets: list[dict[str, Any]]
    body: Mapping[str, Any] = field(repr=False)


class Problems(Records[Problem]):
    """Problems, the newest first. search: words that title or description must hold."""

    def __init__(self, api: ApiConnection, stage: Stage | None = None, owner: str = "", search: str = "") -> None:
        def fetch(limit: int, offset: int) -> Page[Problem]:
            query = {"stage": stage, "owner": owner, "q": search, "limit": limit, "offset": offset}
            found = api.get("/problems", query)
            return as_page(found, parsed(list[Problem], found["items"]))

        super().__init__(fetch, _COLUMNS, _row)


def problem(api: ApiConnection, problem_id: str) -> ProblemDetail:
    """One problem. Raises NotFound (`problem-unknown`)."""
    body = api.get(f"/problems/{problem_id}")
    return parsed(ProblemDetail, {**body, "newest_tickets": body["tickets_rows"], "body": body})


def _row(one: Problem) -> dict[str, Any]:
    plain = {name: getattr(one, name) for name in _COLUMNS if not name.startswith("stage_")}
    return {**plain, "where": slices.text(one.where), **in_both("stage", one.stage_title)}
