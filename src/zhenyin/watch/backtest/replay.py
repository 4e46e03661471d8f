"""Replay of the weekly scan: what it would have reported at the end of each past week, by what was known then."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from zhenyin.core.schema import Coordinates
from zhenyin.core.words import Words
from zhenyin.job.progress import ProgressCallback, no_progress
from zhenyin.job.workspace import Workspace
from zhenyin.question.weekly import Weeks
from zhenyin.watch import service
from zhenyin.watch.models import Finding
from zhenyin.watch.scan import findings
from zhenyin.watch.scan.ticket_cube import TicketCube

_WORDS = Words("重放历史", "Replaying history")


@dataclass(frozen=True, slots=True)
class ReplayedEvent:
    """One event as successive scans reported it. reported_in: the weeks of these scans, 0 for the first one replayed."""

    finding: Finding
    reported_in: tuple[int, ...]

    @property
    def where(self) -> Coordinates:
        """The slice of the event."""
        return self.finding.where

    @property
    def since(self) -> date:
        """The earliest first day that any scan reported: an event does not begin later because the window moves on."""
        return self.finding.since

    def extended_by(self, finding: Finding, week: int) -> "ReplayedEvent":
        """The event with the finding of one more week."""
        since = min(self.finding.since, finding.since)
        return replace(self, finding=replace(finding, since=since), reported_in=(*self.reported_in, week))


def replay(
    workspace: Workspace, cube: TicketCube, weeks: int, progress: ProgressCallback = no_progress
) -> list[ReplayedEvent]:
    """The events that the scans of the last `weeks` weeks reported. progress: up to 1."""
    events: list[ReplayedEvent] = []
    for week in range(weeks):
        progress(week / weeks, _WORDS)
        then = Weeks(cube.weeks.first, cube.weeks.count - weeks + week + 1)
        for finding in findings.weekly_events(workspace, then, cube=cube.until(then)):
            merge_finding(events, finding, week)
    return events


def first_day(cube: TicketCube, weeks: int) -> date:
    """The Monday of the first of the last `weeks` weeks."""
    return cube.weeks.end - timedelta(weeks=weeks)


def merge_finding(events: list[ReplayedEvent], finding: Finding, week: int) -> None:
    """Add a finding of a week's scan to the event that it belongs to, or to the list as a new event."""
    for i, event in enumerate(events):
        if service.same_event(event.finding, finding):
            events[i] = event.extended_by(finding, week) if week not in event.reported_in else event
            return
    events.append(ReplayedEvent(finding, (week,)))
