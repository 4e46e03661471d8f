"""The event behind a weekly alarm: the slice, since when, and by how much; with what a person needs to believe it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from zhenyin.dimensions import FAULT_DIMENSIONS
from zhenyin.explain.models import Explanation, Suspect
from zhenyin.explain.service import explain
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.question.weekly import Where
from zhenyin.reliability.age_onset import age_onset_of
from zhenyin.reliability.presentation import present_onset
from zhenyin.stats.onset import onset
from zhenyin.watch import rules
from zhenyin.watch.models import Finding
from zhenyin.watch.scan.alarms import Out
from zhenyin.watch.scan.confirmation import confirmed, course, figures, near, others, shortest, suspect_of
from zhenyin.watch.scan.kept_evidence import keep_explanation, keep_suspect
from zhenyin.watch.scan.seasonality import reference
from zhenyin.watch.scan.slices import as_last_year
from zhenyin.watch.scan.ticket_cube import Board

_REFERENCE_WEEKS, _GUARD_WEEKS = 52, 4


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a second look at an alarm saw. before: what it was held against. root: the fault that was asked about."""

    where: Where
    since: date
    before: Period
    root: Where
    why: Explanation
    figures: dict[str, Any]


def weekly_event(found: Board, out: Out) -> Finding | None:
    """The slice behind an alarm, with its figures and evidence; None when a second look finds nothing there."""
    seen = _look(found, out)
    if seen is None:
        return None
    # An alarm tells the run of weeks that is most unlike the rest; its slice tells since when, and is asked again.
    first = _began(found, seen)
    if first is not None and first != out.alarm.onset:
        again = _look(found, replace(out, alarm=replace(out.alarm, onset=first)))
        seen = again if again is not None and again.where == seen.where else seen
    finding = Finding(
        metric=rules.WEEKLY.metric,
        where=seen.where,
        since=seen.since,
        until=found.weeks.end - timedelta(days=1),
        score=out.alarm.score,
        rule=rules.WEEKLY.key,
        **seen.figures,
    )
    return _with_evidence(found, finding, seen)


def _look(found: Board, out: Out) -> _Seen | None:
    weeks, metric = found.weeks, rules.WEEKLY.metric
    since = weeks.first + timedelta(weeks=out.alarm.onset)
    before = reference(found, out.where, since, found, _before(found, since))
    root = {d: v for d, v in out.where.items() if d in FAULT_DIMENSIONS}
    now = Period(since, weeks.end)
    why = explain(found.workspace, metric, Filter.of_slice(root), now, before=before, source=found)
    suspect = suspect_of(found, why, out)
    where = root | suspect.where if suspect else root if root and why.outside else dict(out.where)
    span = slice(*((day - weeks.first).days // 7 for day in (before.start, before.end)))
    if not confirmed(out, why, suspect, found.series(out.where), found.series({}), span):
        return None
    if where != out.where and _seasonal(found, where, out.alarm.window):
        return None
    told = figures(out, why, suspect, where == root)
    # By the figures that people would read, something must have risen.
    return _Seen(shortest(found, where), since, before, root, why, told) if told["low"] > 1 else None


def _before(found: Board, since: date) -> Period:
    """The year before an event, without its last weeks: an event may have begun before it was out of line."""
    first = max(since - timedelta(weeks=_REFERENCE_WEEKS), found.weeks.first)
    return Period(first, max(since - timedelta(weeks=_GUARD_WEEKS), first + timedelta(weeks=1)))


def _began(found: Board, seen: _Seen) -> int | None:
    """The week from which on a slice has more than is usual; None where none is sure.

    By the other tickets of its place, or those of all other places.
    """
    since = (seen.since - found.weeks.first).days // 7
    beside = others(found, seen.where) if seen.root else found.series({}) - found.series(seen.where)
    usual = beside * seen.figures["expected"] / max(float(beside[since:].sum()), 1e-9)
    start = max(found.weeks.count - _REFERENCE_WEEKS, 0)
    first = onset(found.series(seen.where)[start:], usual[start:])
    return start + first if first else None


def _seasonal(found: Board, where: Where, window: int) -> bool:
    """Whether the slice had as large a share of all tickets in the same weeks of last year."""
    same = as_last_year(found.series(where), found.series({}), window)
    return same is True


def _with_evidence(found: Board, finding: Finding, seen: _Seen) -> Finding:
    inner = None
    if not seen.root:
        asked, now = Filter.of_slice(finding.where), Period(finding.since, found.weeks.end)
        inner = explain(found.workspace, finding.metric, asked, now, before=seen.before, source=found)
    why = seen.why
    told = keep_explanation(inner or why)
    told["suspects"] = [
        keep_suspect(s) | {"since": finding.since.isoformat()} for s in _all_suspects(finding.where, why, inner)
    ]
    # Of a fault that rises everywhere one may say so; of a slice that was named, its place is the explanation.
    told["outside"] = inner.outside if inner else why.outside and not why.suspects
    told["chart"] = course(found, finding)
    if begins := age_onset_of(found.workspace, finding.metric, Filter.of_slice(finding.where), found.weeks):
        age = present_onset(begins).model_dump(mode="json")
        told["age"] = age
        told["sentence"] = {
            lang: text + (" " if lang == "en" else "") + age["sentence"][lang]
            for lang, text in told["sentence"].items()
        }
    finding.evidence.update(told)
    return finding


def _all_suspects(where: Where, why: Explanation, inner: Explanation | None) -> tuple[Suspect, ...]:
    return near(why.suspects, where) + (inner.suspects if inner else ())
