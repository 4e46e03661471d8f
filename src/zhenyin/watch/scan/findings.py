"""The scan: which slices left their baseline, and which events are behind them.

One event is one finding: the strongest alarm is explained, the event's own tickets are removed from all slices, and the
strongest alarm that remains is the next event.
"""

from collections.abc import Collection, Iterator
from datetime import date

from zhenyin.core.words import Words
from zhenyin.detectors import DetectorSettings
from zhenyin.dimensions import FAULT_DIMENSIONS
from zhenyin.forecast.calendar import week_covariates
from zhenyin.job.progress import ProgressCallback, no_progress
from zhenyin.job.workspace import Workspace
from zhenyin.question.weekly import Table, Weeks, whole_weeks
from zhenyin.reliability.exposure import reported_share
from zhenyin.watch import rules, service
from zhenyin.watch.models import Finding
from zhenyin.watch.scan import peers_and_limits
from zhenyin.watch.scan.alarms import AlarmScan, SliceAlarm
from zhenyin.watch.scan.daily import daily_events
from zhenyin.watch.scan.seasonality import exceeds_season
from zhenyin.watch.scan.slice_families import SliceFamily, slice_families
from zhenyin.watch.scan.slices import Slices, assemble, rebaselined, without_event
from zhenyin.watch.scan.ticket_cube import TicketCube, event_counts, exposure_dimensions, ticket_cube
from zhenyin.watch.scan.topics import topic_events
from zhenyin.watch.scan.weekly import weekly_event

MAX_EVENTS = 12
_TIE_SHARE = 0.5
"""An alarm that names a fault is preferred to a stronger one that names only its category, down to this share."""


def history_too_short(workspace: Workspace) -> Words | None:
    """Why nothing can be scanned yet: a baseline needs as many weeks as are tested, and one more. None where it can."""
    weeks, least = whole_weeks(workspace, None), 2 * DetectorSettings().windows + 1
    count = weeks.count if weeks else 0
    if count >= least:
        return None
    return Words(
        f"未扫描：只有 {count} 个完整的周，至少需要 {least} 周的历史。",
        f"Not scanned: there are {count} whole weeks, and a history of {least} is needed.",
    )


def findings(
    workspace: Workspace, weeks: Weeks, progress: ProgressCallback = no_progress, until: date | None = None
) -> Iterator[Finding]:
    """All findings at the end of some weeks; and of the days after them until `until`, where that is given."""
    cube = ticket_cube(workspace, rules.WEEKLY.metric, weeks)
    reported = []
    for finding in weekly_events(workspace, weeks, progress, cube):
        reported.append(finding)
        yield finding
    if until is not None:
        progress(0.75, Words("按天扫描", "Scanning days"))
        with workspace.store.read() as db:
            accepted = service.rebaselined_findings(db)
        for finding in daily_events(workspace, cube, until, [*reported, *accepted]):
            reported.append(finding)
            yield finding
    yield from topic_events(workspace, weeks, reported)
    progress(0.8, Words("比较各地与各批次", "Comparing places and batches"))
    for gap in rules.GAPS:
        yield from peers_and_limits.gap_findings(workspace, gap, weeks)
    for limit in rules.limits(workspace.settings):
        yield from peers_and_limits.limit_findings(workspace, limit, until or weeks.end)


def weekly_events(
    workspace: Workspace, weeks: Weeks, progress: ProgressCallback = no_progress, cube: TicketCube | None = None
) -> Iterator[Finding]:
    """Slices that left their own baseline, one finding for each event behind them. cube: the tickets, if at hand."""
    settings = DetectorSettings(false_alarms=rules.WEEKLY.false_alarms(workspace.settings.false_alarms_per_week))
    cube = cube or ticket_cube(workspace, rules.WEEKLY.metric, weeks)
    slices = _rebaselined(workspace, cube, slices_of(cube, settings, progress), settings)
    scan = AlarmScan(slices, settings, rules.WEEKLY.detector)
    reported: list[Finding] = []
    category_of = _categories(cube)
    for number in range(MAX_EVENTS):
        progress(0.5 + 0.25 * number / MAX_EVENTS, Words("归因预警", "Explaining alarms"))
        known = {category_of.get(f.where.get("fault", ""), "") for f in reported}
        # The excess of a category may be the tickets of a fault that was reported already.
        top = _strongest_alarm(cube, [alarm for alarm in scan.alarms() if alarm.where.get("category") not in known])
        if top is None:
            return
        finding = weekly_event(cube, top)
        if finding is not None and not any(service.same_event(finding, other) for other in reported):
            reported.append(finding)
            yield finding
        where = top.where if finding is None else finding.where
        scan.remove_event(event_counts(cube.within(where)), top.where)


def slices_of(
    cube: TicketCube,
    settings: DetectorSettings,
    progress: ProgressCallback = no_progress,
    crossed: Collection[frozenset[str]] | None = None,
) -> Slices:
    """All slices of a scan. crossed: of families of three dimensions only these; None for all."""
    own = tuple(d for d in cube.dims if d.startswith("extra."))
    wanted = [
        family
        for family in slice_families(own, exposure_dimensions(cube.workspace))
        if crossed is None or len(family.dims) < 3 or frozenset(family.dims) in crossed
    ]
    shared: dict[tuple[str, ...], Table] = {}
    units: dict[tuple[str, ...], Table] = {}
    known = reported_share(cube.workspace, cube.weeks)
    tables: list[tuple[SliceFamily, Table, Table]] = []
    for number, family in enumerate(wanted):
        progress(0.1 + 0.4 * number / len(wanted), Words("扫描范围", "Scanning slices"))
        if family.shared and family.base not in shared:
            shared[family.base] = cube.weekly(family.base)
        if not family.shared and family.base not in units:
            units[family.base] = {key: in_service * known for key, in_service in cube.units(family.base).items()}
        # Of three dimensions there are too many slices to hold: only those with recent tickets are.
        least = settings.least if len(family.dims) > 2 else 0.0
        table = cube.weekly(family.dims, settings.windows, least) if least else cube.weekly(family.dims)
        tables.append((family, table, (shared if family.shared else units)[family.base]))
    return assemble(tables, settings.windows, settings.least, week_covariates(cube.weeks))


def _rebaselined(workspace: Workspace, cube: TicketCube, slices: Slices, settings: DetectorSettings) -> Slices:
    """The slices without the tickets of levels that people accepted as a baseline, and with those levels for themselves."""
    with workspace.store.read() as db:
        accepted = [one for one in service.rebaselined_findings(db) if one.where.keys() <= set(cube.dims)]
    for finding in accepted:
        place = {d: v for d, v in finding.where.items() if d not in FAULT_DIMENSIONS}
        counts = cube.series(finding.where)
        base = cube.series(place if len(place) < len(finding.where) else {})
        since = max((finding.since - cube.weeks.first).days // 7, 0)
        slices = without_event(slices, event_counts(cube.within(finding.where)), finding.where)
        slices = rebaselined(slices, finding.where, since, counts, base, settings.windows)
    return slices


def _categories(cube: TicketCube) -> dict[str, str]:
    """The most frequent category of each fault."""
    table = cube.weekly(("fault", "category"))
    by_size = sorted((float(series.sum()), fault, category) for (fault, category), series in table.items())
    return {fault: category for _, fault, category in by_size}


def _strongest_alarm(cube: TicketCube, alarms: list[SliceAlarm]) -> SliceAlarm | None:
    """The alarm to explain: the strongest, or a nearly as strong one that names the fault and not only its category."""
    above = (alarm for alarm in alarms if exceeds_season(cube, alarm, cube))
    top = next(above, None)
    if top is None or "category" not in top.where:
        return top
    close = (alarm for alarm in above if "fault" in alarm.where and alarm.alarm.score >= _TIE_SHARE * top.alarm.score)
    return next(close, top)
