"""How long will this ticket still take, told from which tickets; or why that cannot be told."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import numpy as np

from zhenyin.core import clock
from zhenyin.core.errors import NotFound
from zhenyin.core.words import Words
from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import SECONDS, Choice, choose
from zhenyin.process.mining import sojourns
from zhenyin.process.mining.remaining_time import LEAST, Basis, Stays, late, outlook
from zhenyin.process.remaining_time_model import COVERS, Learned, known_now, secs, telling
from zhenyin.warehouse.facts import table

_HOUR, _DAY, _TOLD_IN_HOURS, _TOLD_WITH_HOURS = 3600, 24, 48, 10
_SHARED = (
    Words("不论停在哪一步", "whatever the step"),
    Words("不论来源", "of any source"),
    Words("同来源", "of the same source"),
    Words("同来源、同处理组", "of the same source and team"),
    Words("同来源、同处理组、同类型", "of the same source, team and kind"),
)
"""What tickets share with this one beside its step, by how many parts of the state they have in common."""


@dataclass(frozen=True, slots=True)
class Told:
    """What remains of one open ticket, in hours; low and high hold what comes in `covers` of such tickets.

    high: None where too few are on record that took that long. likely: how likely the ticket is still open at its limit
    (`due`); None without one, or after it. n: ended tickets that this is told from.
    """

    mid: float
    low: float
    high: float | None
    n: int
    likely: float | None


@dataclass(frozen=True, slots=True)
class TicketRemaining:
    """What can be told of a ticket: `told`, or the `reason` why nothing can, under a stable `code`.

    step: where the ticket stands (None before its first step), since: from when on.
    """

    ticket: str
    told: Told | None = None
    due: datetime | None = None
    step: Words | None = None
    since: datetime | None = None
    basis: Words | None = None
    held: float | None = None
    checked: int = 0
    code: str | None = None
    reason: Words | None = None

    def sentence(self) -> Words:
        if self.told is None:
            assert self.reason is not None, "what cannot be told has a reason"
            return Words(f"无法预计还需多久：{self.reason.zh}", f"Cannot say how long it still takes: {self.reason.en}")
        mid, low = lasting(self.told.mid), lasting(self.told.low)
        if self.told.high is None:
            zh, en = f"{low.zh}以上，上限未知", f"more than {low.en}, no upper end known"
        else:
            high = lasting(self.told.high)
            zh, en = f"{low.zh} – {high.zh}", f"{low.en} – {high.en}"
        return Words(f"预计还需 {mid.zh}（{COVERS:.0%}：{zh}）", f"About {mid.en} to go ({COVERS:.0%}: {en})")

    def as_dict(self) -> dict[str, Any]:
        told = self.told
        figures = {name: getattr(told, name) if told else None for name in Told.__slots__}
        words = {name: getattr(self, name) for name in ("step", "basis", "reason")}
        return {
            "ticket_id": self.ticket,
            **figures,
            "covers": COVERS,
            "held": self.held,
            "checked": self.checked,
            "due": self.due.isoformat() if self.due else None,
            "since": self.since.isoformat() if self.since else None,
            "code": self.code,
            **{name: value.as_dict() if value else None for name, value in words.items()},
            "sentence": self.sentence().as_dict(),
        }


def ticket_remaining(workspace: Workspace, ticket_id: str) -> TicketRemaining:
    """What remains of one ticket. Raises NotFound (`ticket-unknown`)."""
    t = table("tickets")
    asked = t.filter(t.ticket_id == ticket_id)
    rows = workspace.warehouse.query(
        asked.select("source", "created_at", "ended_at", "waited", "valid", "duplicate_of", "resolution_due_at")
    ).to_pylist()
    if not rows:
        raise NotFound("ticket-unknown", en=f"There is no ticket {ticket_id!r}.", zh=f"没有工单 {ticket_id}。")
    now = clock.now(workspace.settings.zone)
    reason = _over(rows[0], now)
    if reason:
        return TicketRemaining(ticket_id, code=reason[0], reason=reason[1])
    choice = choose(workspace, (), None)
    reason = _untold(workspace, rows[0]["source"], choice)
    if choice is None or reason:
        assert reason is not None, "without events there is a reason"
        return TicketRemaining(ticket_id, due=rows[0]["resolution_due_at"], code=reason[0], reason=reason[1])
    learned = known_now(workspace, choice)
    found = workspace.warehouse.query(sojourns.stays(table("events"), asked, choice.by, newest=True), seconds=SECONDS)
    stays, step = sojourns.read(found, learned.own_codes()), found["step"][0].as_py()
    return _told(ticket_id, learned, stays, choice.naming.title(step) if step else None, rows[0], now)


Reason = tuple[str, Words]


def _over(row: dict[str, Any], now: datetime) -> Reason | None:
    """Why there is nothing to wait for."""
    if row["ended_at"] is not None or not row["waited"]:
        return "ticket-over", Words("该工单已经结束。", "the ticket is over.")
    if row["duplicate_of"]:
        first = row["duplicate_of"]
        return "ticket-duplicate", Words(
            f"它是 {first} 的重复，随那张工单处理。", f"it repeats {first} and ends with that one."
        )
    if not row["valid"]:
        return "ticket-invalid", Words("该工单无效，不计入统计。", "the ticket is not valid and is not counted.")
    if row["created_at"] is None or row["created_at"] > now:
        return "ticket-undated", Words(
            "创建时间缺失或在未来。", "its creation is not on record, or lies in the future."
        )
    return None


def _untold(workspace: Workspace, source: str, choice: Choice | None) -> Reason | None:
    """Why nothing is known that it could be told from."""
    if choice is None:
        return "no-history", Words("还没有任何处理过程的记录。", "no history of any ticket is on record.")
    if source not in telling(workspace, choice):
        return "source-silent", Words(
            f"来源“{source}”从不给出工单的结束时间。", f"the source {source} never says when a ticket ended."
        )
    return None


def _told(
    ticket: str, learned: Learned, stays: Stays, step: Words | None, row: dict[str, Any], now: datetime
) -> TicketRemaining:
    moment, due = secs(now), row["resolution_due_at"]
    state, age = tuple(stays.state[0].tolist()), max(moment - float(stays.since[0]), 0.0)
    basis = learned.past.basis(state, age)
    view, n = outlook(learned.past, stays, moment, learned.right, COVERS), len(basis.curve.after)
    (ends,) = view.hours()
    mid, low = ends["mid"], ends["low"]
    stands = TicketRemaining(ticket, due=due, step=step, since=now - timedelta(seconds=age))
    if n < LEAST or mid is None or low is None:
        reason = Words(
            f"停留到同样久之后已结束的工单只有 {n:,} 件，不足以判断。",
            f"only {n:,} tickets that stood as long have ended, too few to tell.",
        )
        return replace(stands, code="too-few", reason=reason)
    pending = due is not None and due > now
    limit = np.array([secs(due) if pending else np.inf])
    likely = float(late(learned.past, stays, moment, learned.right, limit)[0]) if pending else None
    told = Told(mid, low, ends["high"], n, likely)
    return replace(stands, told=told, basis=_words(basis, step), held=learned.held, checked=learned.checked)


def _words(basis: Basis, step: Words | None) -> Words:
    """What it is told from."""
    n, age = len(basis.curve.after), lasting(basis.lasted / _HOUR)
    zh, en = (f"至少 {age.zh}", f" for at least {age.en}") if basis.lasted else ("", "")
    stood = (f"停在“{step.zh}”{zh}", f"stood at “{step.en}”{en}") if step else _untouched(zh, en)
    if basis.shared == 0:
        stood = (f"在任一步停留{zh}", f"stood at any step{en}")
    shared = _SHARED[basis.shared]
    return Words(
        f"依据 {n:,} 件已结束、曾{stood[0]}的工单（{shared.zh}）。",
        f"From {n:,} ended tickets that {stood[1]} ({shared.en}).",
    )


def _untouched(zh: str, en: str) -> tuple[str, str]:
    """Of a ticket without a step: nobody worked on it yet, or its source does not say."""
    return f"在创建后{zh}没有处理记录", f"had no step on record{en}"


def lasting(hours: float) -> Words:
    """A duration as a person says it, as the pages write theirs.

    >>> lasting(0.75).zh, lasting(3.52).en, lasting(52).zh, lasting(300).en
    ('45 分钟', '3.5 h', '2 天 4 小时', '12 d')
    """
    if hours < 1:
        return Words(f"{hours * 60:.0f} 分钟", f"{hours * 60:.0f} min")
    if hours < _TOLD_IN_HOURS:
        told = f"{hours:.1f}".removesuffix(".0")
        return Words(f"{told} 小时", f"{told} h")
    days, rest = divmod(round(hours), _DAY)
    if not rest or days >= _TOLD_WITH_HOURS:
        return Words(f"{days:,} 天", f"{days:,} d")
    return Words(f"{days} 天 {rest} 小时", f"{days} d {rest} h")
