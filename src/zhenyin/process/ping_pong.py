"""Which tickets bounce between teams, who sends them back, what they are about, and how many hours that costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zhenyin.core.words import Words
from zhenyin.dimensions import used_for
from zhenyin.explain.subgroups import StandsOut, standing_out
from zhenyin.job.workspace import Workspace
from zhenyin.process.event_log import SECONDS, choose
from zhenyin.process.mining import ping_pong
from zhenyin.process.mining.ping_pong import Round, SentBack
from zhenyin.process.mining.stratified_excess import Excess, excess, strata
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

LIKE = used_for("like_tickets")
"""What makes two tickets alike: how long they take to solve depends on the first most."""
ABOUT = used_for("ping_pong")
_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Bouncing:
    """Tickets that came back to a team that had them before. tickets: those whose teams are on record."""

    tickets: int
    round: Round
    senders: tuple[SentBack, ...]
    lost: Excess
    about: tuple[StandsOut, ...]

    def sentence(self) -> Words:
        if not self.round.tickets:
            return Words("没有工单被踢回原处理组。", "No ticket went back to a team that had it before.")
        zh = "".join(f"，集中在{'、'.join(one.where.values())}" for one in self.about[:1])
        en = "".join(f", most of them about {', '.join(one.where.values())}" for one in self.about[:1])
        hours, low, high = (value / _HOUR for value in (self.lost.secs, self.lost.low, self.lost.high))
        n, of = self.round.tickets, self.tickets
        return Words(
            f"{n:,} 件工单（{n / of:.1%}）被踢回原处理组{zh}；比同类工单共多用 {hours:,.0f} 小时"
            f"（{low:,.0f} 至 {high:,.0f}），平均每件 {hours / n:,.1f} 小时。",
            f"{n:,} tickets ({n / of:.1%}) went back to an earlier team{en}; they took {hours:,.0f} "
            f"hours longer than tickets like them ({low:,.0f} to {high:,.0f}), {hours / n:,.1f} each.",
        )

    def as_dict(self) -> dict[str, Any]:
        lost, seen = self.lost, self.round
        return {
            "tickets": self.tickets,
            "bounced": seen.tickets,
            "handovers": seen.handovers,
            "returns": seen.returns,
            "round_hours": seen.secs / _HOUR,
            "lost": {
                "hours": lost.secs / _HOUR,
                "low": lost.low / _HOUR,
                "high": lost.high / _HOUR,
                "n": lost.n,
                "of": lost.of,
                "like": list(LIKE),
            },
            "senders": [
                {"by": s.by, "to": s.to, "returns": s.returns, "tickets": s.tickets, "hours": s.secs / _HOUR}
                for s in self.senders
            ],
            "about": [one.as_dict() for one in self.about],
            "sentence": self.sentence().as_dict(),
        }


def bouncing(workspace: Workspace, filters: Sequence[Filter] = (), period: Period | None = None) -> Bouncing | None:
    """The tickets created in a period that bounce between teams; None while no teams are on record.

    Raises Invalid for filters that tickets cannot take.
    """
    choice = choose(workspace, filters, period, "team")
    if choice is None:
        return None
    t, ask = choice.tickets, workspace.warehouse
    recorded = t.filter(t.ping_pongs.notnull())
    steps = choice.of(recorded.filter(recorded.ping_pongs > 0))
    names = choice.naming.names
    return Bouncing(
        tickets=ask.query(recorded.aggregate(n=recorded.count()))["n"][0].as_py(),
        round=ping_pong.bounces(ask.query(ping_pong.rounds(steps), seconds=SECONDS).to_pylist()[0]),
        senders=ping_pong.senders(ask.query(ping_pong.sent_back(steps), seconds=SECONDS).to_pylist(), names),
        lost=excess(ask.query(strata(recorded, recorded.ping_pongs > 0, LIKE)).to_pylist(), LIKE),
        about=standing_out(workspace, recorded, recorded.ping_pongs > 0, [f.dimension for f in filters], ABOUT),
    )
