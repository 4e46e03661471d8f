"""Which slices left their history, and which event is behind them.

One event is one signal: the strongest alarm is explained, the event's own tickets are taken out of all slices, and
what is still out of line after that is the next event.
"""

from collections.abc import Collection, Iterator
from datetime import date

from zhenyin.core.words import Words
from zhenyin.detectors import Settings
from zhenyin.dimensions import FAULT_DIMENSIONS
from zhenyin.forecast.common_days import common_days
from zhenyin.job.progress import Tell, silent
from zhenyin.job.workspace import Workspace
from zhenyin.question.weekly import Table, Weeks, whole_weeks
from zhenyin.reliability.exposure import reported_share
from zhenyin.watch import rules, service
from zhenyin.watch.models import Finding
from zhenyin.watch.scan import peers_and_limits
from zhenyin.watch.scan.alarms import Out, Watched
from zhenyin.watch.scan.confirmation import inside
from zhenyin.watch.scan.daily import daily_events
from zhenyin.watch.scan.seasonality import out_of_season
from zhenyin.watch.scan.slice_families import Look, looks
from zhenyin.watch.scan.slices import Slices, assemble, restarted, without
from zhenyin.watch.scan.ticket_cube import Board, board, exposed
from zhenyin.watch.scan.topics import topic_events
from zhenyin.watch.scan.weekly import weekly_event

MOST_EVENTS = 12
_CLOSE = 0.5
"""An alarm that names a fault is preferred to a stronger one that names only its category, down to this share."""


def too_short(workspace: Workspace) -> Words | None:
    """Why there is nothing to scan yet: a slice is judged by the weeks before those that are looked at."""
    weeks, least = whole_weeks(workspace, None), 2 * Settings().windows + 1
    count = weeks.count if weeks else 0
    if count >= least:
        return None
    return Words(
        f"未扫描：只有 {count} 个完整的周，至少需要 {least} 周的历史。",
        f"Not scanned: there are {count} whole weeks, and a history of {least} is needed.",
    )


def findings(
    workspace: Workspace, weeks: Weeks, progress: Tell = silent, until: date | None = None
) -> Iterator[Finding]:
    """Everything that is out of line at the end of some weeks; and of the days until then, where a day is given."""
    found = board(workspace, rules.WEEKLY.metric, weeks)
    told = []
    for finding in weekly_events(workspace, weeks, progress, found):
        told.append(finding)
        yield finding
    if until is not None:
        progress(0.75, Words("按天扫描", "Scanning days"))
        with workspace.store.read() as db:
            usual = service.resets(db)
        for finding in daily_events(workspace, found, until, [*told, *usual]):
            told.append(finding)
            yield finding
    yield from topic_events(workspace, weeks, told)
    progress(0.8, Words("比较各地与各批次", "Comparing places and batches"))
    for gap in rules.GAPS:
        yield from peers_and_limits.gaps(workspace, gap, weeks)
    for limit in rules.LIMITS:
        yield from peers_and_limits.limits(workspace, limit, until or weeks.end)


def weekly_events(
    workspace: Workspace, weeks: Weeks, progress: Tell = silent, found: Board | None = None
) -> Iterator[Finding]:
    """Slices that left their own history, one finding for each event behind them. found: the tickets, if they are there."""
    settings = Settings(false_alarms=rules.WEEKLY.false_alarms(workspace.settings.false_alarms_per_week))
    found = found or board(workspace, rules.WEEKLY.metric, weeks)
    slices = _restarted(workspace, found, slices_of(found, settings, progress), settings)
    watched = Watched(slices, settings, rules.WEEKLY.detector)
    told: list[Finding] = []
    category_of = _categories(found)
    for number in range(MOST_EVENTS):
        progress(0.5 + 0.25 * number / MOST_EVENTS, Words("归因预警", "Explaining alarms"))
        known = {category_of.get(f.where.get("fault", ""), "") for f in told}
        # What a category has too many of may be the tickets of a fault that was told already.
        top = _strongest(found, [o for o in watched.out() if o.where.get("category") not in known])
        if top is None:
            return
        finding = weekly_event(found, top)
        if finding is not None and not any(service.same_event(finding, other) for other in told):
            told.append(finding)
            yield finding
        where = top.where if finding is None else finding.where
        watched.take_out(inside(found.within(where)), top.where)


def slices_of(
    found: Board, settings: Settings, progress: Tell = silent, crossed: Collection[frozenset[str]] | None = None
) -> Slices:
    """Everything that is watched, put together. crossed: of three dimensions only these; None for all."""
    own = tuple(d for d in found.dims if d.startswith("extra."))
    wanted = [
        look
        for look in looks(own, exposed(found.workspace))
        if crossed is None or len(look.dims) < 3 or frozenset(look.dims) in crossed
    ]
    shared: dict[tuple[str, ...], Table] = {}
    units: dict[tuple[str, ...], Table] = {}
    known = reported_share(found.workspace, found.weeks)
    tables: list[tuple[Look, Table, Table]] = []
    for number, look in enumerate(wanted):
        progress(0.1 + 0.4 * number / len(wanted), Words("扫描切片", "Scanning slices"))
        if look.shared and look.base not in shared:
            shared[look.base] = found.weekly(look.base)
        if not look.shared and look.base not in units:
            units[look.base] = {key: told * known for key, told in found.units(look.base).items()}
        # Of three dimensions there are too many slices to hold: only those with recent tickets are.
        least = settings.least if len(look.dims) > 2 else 0.0
        table = found.weekly(look.dims, settings.windows, least) if least else found.weekly(look.dims)
        tables.append((look, table, (shared if look.shared else units)[look.base]))
    return assemble(tables, settings.windows, settings.least, common_days(found.weeks))


def _restarted(workspace: Workspace, found: Board, slices: Slices, settings: Settings) -> Slices:
    """The slices without the tickets of levels that people took for usual, and with those levels for themselves."""
    with workspace.store.read() as db:
        resets = [finding for finding in service.resets(db) if finding.where.keys() <= set(found.dims)]
    for finding in resets:
        place = {d: v for d, v in finding.where.items() if d not in FAULT_DIMENSIONS}
        counts = found.series(finding.where)
        base = found.series(place if len(place) < len(finding.where) else {})
        since = max((finding.since - found.weeks.first).days // 7, 0)
        slices = without(slices, inside(found.within(finding.where)), finding.where)
        slices = restarted(slices, finding.where, since, counts, base, settings.windows)
    return slices


def _categories(found: Board) -> dict[str, str]:
    """The category that each fault mostly stands in."""
    table = found.weekly(("fault", "category"))
    by_size = sorted((float(series.sum()), fault, category) for (fault, category), series in table.items())
    return {fault: category for _, fault, category in by_size}


def _strongest(found: Board, out: list[Out]) -> Out | None:
    """The alarm to explain: the strongest, or a nearly as strong one that names the fault and not only its category."""
    above = (o for o in out if out_of_season(found, o, found))
    top = next(above, None)
    if top is None or "category" not in top.where:
        return top
    close = (o for o in above if "fault" in o.where and o.alarm.score >= _CLOSE * top.alarm.score)
    return next(close, top)
