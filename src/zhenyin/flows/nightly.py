"""Every night: scan, keep the signals, tell what is new, and judge the actions whose day has come.

The first night with enough text also finds what customers talk about.
"""

import logging
import threading
from dataclasses import dataclass
from datetime import date
from typing import Any

from zhenyin.core.errors import Refusal
from zhenyin.core.words import Words
from zhenyin.flows import verify_actions
from zhenyin.job.progress import Tell, part, silent
from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.notifiers import NOTIFIERS, Message
from zhenyin.question import weekly
from zhenyin.topic.first_run import find_first
from zhenyin.watch import rules, service
from zhenyin.watch.models import Signal, title
from zhenyin.watch.scan import findings

log = logging.getLogger("zhenyin.nightly")

_TURN = threading.Lock()
"""One scan at a time: two would each keep the same event as a signal of its own."""


@dataclass(frozen=True, slots=True)
class NightlyResult:
    """What a night brought: signals that are open and were seen, those new among them, problems reopened, by id.

    judged: actions that have their verdict since.
    """

    signals: tuple[Signal, ...]
    new: tuple[Signal, ...]
    quiet: tuple[Signal, ...]
    reopened: tuple[str, ...]
    judged: int

    def as_dict(self) -> dict[str, Any]:
        told = {"signals": len(self.signals), "new": len(self.new), "quiet": len(self.quiet)}
        return told | {"reopened": list(self.reopened), "judged": self.judged}


def run(workspace: Workspace, progress: Tell = silent, as_of: date | None = None) -> NightlyResult:
    """Scan, explain, keep the signals, and say what is new. `as_of`: the day whose night it is (default: the data's).

    Tickets from that day on are not looked at, and those of the week that it lies in by days alone.
    """
    with _TURN:
        told = _night(workspace, progress, as_of)
    _first_topics(workspace, progress)
    return told


def _first_topics(workspace: Workspace, progress: Tell) -> None:
    """After everything else: on many tickets it takes minutes, for which no signal should wait."""
    try:
        find_first(workspace, part(progress, 0.96, 1.0))
    except Refusal as refused:
        log.warning("topics not found: %s", refused)


def _night(workspace: Workspace, progress: Tell, as_of: date | None) -> NightlyResult:
    weeks = weekly.whole_weeks(workspace, as_of)
    until = weekly.scanned_until(workspace, as_of)
    found = list(findings.findings(workspace, weeks, progress, until)) if weeks else []
    today = as_of or (weeks.end if weeks else date.today())
    with workspace.store.begin() as db:
        scanned = service.record(db, found, as_of or until or today)
    progress(0.95, Words("通知", "Telling"))
    _tell(workspace, scanned.new + scanned.returned)
    _tell(workspace, scanned.quiet, Words("已连续四周平静：", "Quiet for four weeks: "))
    verified = verify_actions.run(workspace, today)
    return NightlyResult(scanned.open, scanned.new, scanned.quiet, tuple(verified.reopened), len(verified.judged))


def _tell(workspace: Workspace, signals: tuple[Signal, ...], first: Words | None = None) -> None:
    target = str(workspace.settings.data_dir / "signals.log")
    for signal in signals:
        metric = METRICS[signal.finding.metric].title
        told = title(signal.finding)
        text = Words(f"{metric.zh}，{told.zh}", f"{metric.en}, {told.en}")
        if first is not None:
            text = Words(f"{first.zh}{text.zh}", f"{first.en}{text.en}")
        try:
            NOTIFIERS[rules.NOTIFIER].send(Message(told, text, {"signal": signal.id}), target)
        except Refusal:
            # A message that cannot be sent must not undo a night's work; the signal is on the list anyway.
            continue
