"""History scanned again: what the weekly scan would have told at the end of each week, by what was known then."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from zhenyin.core.words import Words
from zhenyin.job.progress import Tell, silent
from zhenyin.job.workspace import Workspace
from zhenyin.question.weekly import Weeks, Where
from zhenyin.watch import service
from zhenyin.watch.models import Finding
from zhenyin.watch.scan import findings
from zhenyin.watch.scan.ticket_cube import Board

_WORDS = Words("重放历史", "Replaying history")


@dataclass(frozen=True, slots=True)
class Story:
    """One event as scan after scan told it. told: the weeks whose scans did, 0 for the first one replayed."""

    finding: Finding
    told: tuple[int, ...]

    @property
    def where(self) -> Where:
        return self.finding.where

    @property
    def since(self) -> date:
        """The earliest first day that any scan told: windows slide on, and an event does not begin later by that."""
        return self.finding.since

    def goes_on(self, finding: Finding, week: int) -> "Story":
        since = min(self.finding.since, finding.since)
        return replace(self, finding=replace(finding, since=since), told=(*self.told, week))


def replay(workspace: Workspace, found: Board, weeks: int, tell: Tell = silent) -> list[Story]:
    """What the scans of the last so many weeks told, put together to events. tell: up to 1."""
    stories: list[Story] = []
    for week in range(weeks):
        tell(week / weeks, _WORDS)
        then = Weeks(found.weeks.first, found.weeks.count - weeks + week + 1)
        for finding in findings.weekly_events(workspace, then, found=found.until(then)):
            sort_in(stories, finding, week)
    return stories


def begins_in(found: Board, weeks: int) -> date:
    """The Monday of the first of the last so many weeks."""
    return found.weeks.end - timedelta(weeks=weeks)


def sort_in(stories: list[Story], finding: Finding, week: int) -> None:
    """Let a finding of a week's scan go on with the story that it belongs to, or begin one."""
    for i, story in enumerate(stories):
        if service.same_event(story.finding, finding):
            stories[i] = story.goes_on(finding, week) if week not in story.told else story
            return
    stories.append(Story(finding, (week,)))
