"""The nightly run: scan, keep the signals, notify of new ones, and give due actions their verdict.

The first run with enough text also finds topics.
"""

import logging
import threading
from dataclasses import dataclass
from datetime import date

from zhenyin.core.errors import Refusal
from zhenyin.core.schema import Model
from zhenyin.core.words import Words
from zhenyin.flows import verify_actions
from zhenyin.job.progress import ProgressCallback, no_progress, part
from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.notifiers import NOTIFIERS, Message
from zhenyin.question import weekly
from zhenyin.topic.first_run import find_first
from zhenyin.watch import rules, service
from zhenyin.watch.models import Signal
from zhenyin.watch.presentation import title
from zhenyin.watch.scan import findings

log = logging.getLogger("zhenyin.nightly")

_RUN_LOCK = threading.Lock()
"""One scan at a time: two would each keep the same event as a signal of its own."""


@dataclass(frozen=True, slots=True)
class NightlyResult:
    """What a run changed. signals: open ones that it found; new: those new among them; inactive: those that became so.

    reopened: ids of problems. judged: number of actions that have their verdict since.
    """

    signals: tuple[Signal, ...]
    new: tuple[Signal, ...]
    inactive: tuple[Signal, ...]
    reopened: tuple[str, ...]
    judged: int

    def summary(self) -> "NightlySummary":
        """The result as numbers."""
        return NightlySummary(
            signals=len(self.signals),
            new=len(self.new),
            inactive=len(self.inactive),
            reopened=list(self.reopened),
            judged=self.judged,
        )


class NightlySummary(Model):
    """What a nightly run changed, as the result of its job. signals, new, inactive, judged: numbers of signals, actions."""

    signals: int
    new: int
    inactive: int
    reopened: list[str]
    judged: int


def run(workspace: Workspace, progress: ProgressCallback = no_progress, as_of: date | None = None) -> NightlyResult:
    """Scan, keep the signals, and notify of new ones. as_of: the day of the run (default: the day after the last ticket).

    Tickets from that day on are left out, and those of its week are scanned by day alone.
    """
    with _RUN_LOCK:
        result = _run(workspace, progress, as_of)
    _first_topics(workspace, progress)
    return result


def _first_topics(workspace: Workspace, progress: ProgressCallback) -> None:
    """After everything else: on many tickets it takes minutes, for which no signal should wait."""
    try:
        find_first(workspace, part(progress, 0.96, 1.0))
    except Refusal as refused:
        log.warning("topics not found: %s", refused)


def _run(workspace: Workspace, progress: ProgressCallback, as_of: date | None) -> NightlyResult:
    weeks = weekly.whole_weeks(workspace, as_of)
    until = weekly.scanned_until(workspace, as_of)
    found = list(findings.findings(workspace, weeks, progress, until)) if weeks else []
    today = as_of or (weeks.end if weeks else date.today())
    with workspace.store.begin() as db:
        scanned = service.record(db, found, as_of or until or today)
    progress(0.95, Words("通知", "Notifying"))
    _notify(workspace, scanned.new + scanned.reopened)
    _notify(workspace, scanned.inactive, Words("已连续四周平静：", "Quiet for four weeks: "))
    verified = verify_actions.run(workspace, today)
    return NightlyResult(scanned.open, scanned.new, scanned.inactive, tuple(verified.reopened), len(verified.judged))


def _notify(workspace: Workspace, signals: tuple[Signal, ...], first: Words | None = None) -> None:
    target = str(workspace.settings.data_dir / "signals.log")
    for signal in signals:
        metric = METRICS[signal.finding.metric].title
        line = title(signal.finding)
        text = Words(f"{metric.zh}，{line.zh}", f"{metric.en}, {line.en}")
        if first is not None:
            text = Words(f"{first.zh}{text.zh}", f"{first.en}{text.en}")
        try:
            NOTIFIERS[rules.NOTIFIER].send(Message(line, text, {"signal": signal.id}), target)
        except Refusal:
            # A message that cannot be sent must not undo the run; the signal is on the list anyway.
            continue
