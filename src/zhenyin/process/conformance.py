"""Do tickets keep to the standard process, where do they leave it, and what does that cost?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zhenyin.core.errors import unknown
from zhenyin.core.words import Words
from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import SECONDS, choose
from zhenyin.process.mining.conformance import (
    KEPT,
    KINDS,
    Conformance,
    Deviation,
    Kind,
    alike,
    conformance,
    summed,
    ways,
)
from zhenyin.process.mining.naming import Naming
from zhenyin.process.mining.steps import By
from zhenyin.process.mining.stratified_excess import Excess
from zhenyin.process.ping_pong import LIKE
from zhenyin.process.reference_model import InForce, in_force
from zhenyin.process.tickets import page, taken_hours
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

KIND_WORDS: dict[Kind, Words] = {
    "unknown": Words("标准外步骤", "not in the standard"),
    "again": Words("重复", "repeated"),
    "order": Words("顺序颠倒", "out of order"),
    "skipped": Words("跳过", "skipped"),
}
_MOST = 40
_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Conforming:
    """Tickets held against the standard in force."""

    by: By
    naming: Naming
    force: InForce
    found: Conformance

    def sentence(self) -> Words:
        told = self.found
        if not told.tickets:
            return Words("没有可比对的工单。", "There are no tickets to compare.")
        share = told.conforming / told.tickets
        head = Words(
            f"{share:.1%} 的工单（{told.conforming:,} / {told.tickets:,}）符合标准流程",
            f"{share:.1%} of tickets ({told.conforming:,} of {told.tickets:,}) keep to the standard process",
        )
        if not told.deviations:
            return Words(f"{head.zh}。", f"{head.en}.")
        top, longer = self._name(told.deviations[0]), told.longer
        n, hours = told.deviations[0].tickets, (longer.secs / _HOUR, longer.low / _HOUR, longer.high / _HOUR)
        return Words(
            f"{head.zh}；最常见的偏差是{top.zh}（{n:,} 件）。有偏差的工单比同类合规工单共多用 {hours[0]:,.0f} 小时"
            f"（{hours[1]:,.0f} 至 {hours[2]:,.0f}）。",
            f"{head.en}; most often {top.en} ({n:,} tickets). Those that deviate took {hours[0]:,.0f} hours longer in all "
            f"than conforming tickets like them ({hours[1]:,.0f} to {hours[2]:,.0f}).",
        )

    def as_dict(self) -> dict[str, Any]:
        told = self.found
        return {
            "by": self.by,
            "stated": self.force.stated,
            "standard": {language: self.force.standard.text(self.naming, language) for language in ("zh", "en")},
            "tickets": told.tickets,
            "conforming": told.conforming,
            "longer": _excess(told.longer),
            "deviations": [self._row(one) for one in told.deviations],
            "of": told.of,
            "like": list(LIKE),
            "sentence": self.sentence().as_dict(),
        }

    def _row(self, one: Deviation) -> dict[str, Any]:
        return {
            "kind": one.kind,
            "step": one.step,
            "title": self._name(one).as_dict(),
            "tickets": one.tickets,
            "share": one.tickets / self.found.tickets,
            "times": one.times,
            "longer": _excess(one.longer),
        }

    def _name(self, one: Deviation) -> Words:
        kind, step = KIND_WORDS[one.kind], self.naming.title(one.step)
        return Words(f"{kind.zh}：{step.zh}", f"{kind.en}: {step.en}")


def _excess(one: Excess) -> dict[str, Any]:
    """Hours in all, and a ticket; unknown where no ticket could be compared."""
    told = {"hours": one.secs, "low": one.low, "high": one.high}
    hours = {name: value / _HOUR if one.n else None for name, value in told.items()}
    return hours | {"each": one.secs / _HOUR / one.n if one.n else None, "n": one.n, "of": one.of}


def conforming(
    workspace: Workspace, filters: Sequence[Filter] = (), period: Period | None = None, by: str = "auto"
) -> Conforming | None:
    """The tickets created in a period, held against the standard; None while there are no events at all.

    Raises what `choose` and `in_force` raise.
    """
    choice = choose(workspace, filters, period, by)
    if choice is None:
        return None
    force, names = in_force(workspace, choice), choice.naming.names
    tickets = alike(choice.tickets, LIKE)
    asked = summed(ways(choice.of(tickets, KEPT), force.standard, names, KEPT), tickets, LIKE, _MOST)
    rows = workspace.warehouse.query(asked, seconds=SECONDS).to_pylist()
    return Conforming(choice.by, choice.naming, force, conformance(rows, names, LIKE))


def deviating_tickets(
    workspace: Workspace,
    kind: str,
    step: str,
    filters: Sequence[Filter] = (),
    period: Period | None = None,
    by: str = "auto",
    limit: int = 50,
    offset: int = 0,
) -> dict[str, Any]:
    """The tickets of one deviation, those that took longest first: how many (`total`), and one page of them (`rows`).

    Raises NotFound (`deviation-unknown`, `step-unknown`), and what `choose` and `in_force` raise.
    """
    if kind not in KINDS:
        raise unknown(Words("偏差", "deviation"), kind, KINDS, "deviation-unknown")
    choice = choose(workspace, filters, period, by)
    if choice is None:
        return {"total": 0, "rows": []}
    found = ways(choice.named_steps, in_force(workspace, choice).standard, choice.naming.names, ("ticket_id",))
    wrong = found.deviations.filter(
        found.deviations.deviation == KINDS.index(kind), found.deviations.code == choice.code(step)
    )
    tickets = found.cases.semi_join(wrong, "way").select("ticket_id")
    return page(workspace, tickets, "taken_hours", taken_hours, limit, offset)
