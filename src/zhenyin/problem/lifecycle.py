"""Lifecycle of a problem: the only table of allowed moves between stages, and what each of them needs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from zhenyin.core.words import Words
from zhenyin.problem.models import Dossier
from zhenyin.problem.vocabulary import Requirement, Stage


@dataclass(frozen=True, slots=True)
class Move:
    """A move from the present stage. lacks: what is still missing; empty when the move may be made."""

    to: Stage
    lacks: tuple[Requirement, ...]


def _has_started(dossier: Dossier, today: date) -> bool:
    return any(a.state(today) in ("running", "judged") for a in dossier.actions)


def _was_effective(dossier: Dossier, _today: date) -> bool:
    action = dossier.last_verdict_action
    return action is not None and action.verdict is not None and action.verdict.outcome == "effective"


_MET: dict[Requirement, Callable[[Dossier, date], bool]] = {
    "owner": lambda dossier, _today: bool(dossier.problem.owner),
    "action": lambda dossier, today: any(a.state(today) != "cancelled" for a in dossier.actions),
    "started": _has_started,
    "effective": _was_effective,
}
"""When a requirement is met by what is known of the problem; a reason comes with the move itself."""
REQUIREMENTS: dict[Requirement, Words] = {
    "owner": Words("负责人", "an owner"),
    "action": Words("一项未取消的措施", "an action that is not cancelled"),
    "started": Words("一项已开始的措施", "an action that has started"),
    "effective": Words("“有效”的验证结论", "the verdict “effective”"),
    "reason": Words("原因说明", "a reason"),
}
MOVES: dict[Stage, dict[Stage, tuple[Requirement, ...]]] = {
    "open": {"investigating": ("owner",), "acting": ("action",), "closed": ("reason",)},
    "investigating": {"open": ("reason",), "acting": ("action",), "closed": ("reason",)},
    "acting": {
        "investigating": ("reason",),
        "verifying": ("started",),
        "verified": ("effective",),
        "reopened": ("reason",),
        "closed": ("reason",),
    },
    "verifying": {"acting": ("reason",), "verified": ("effective",), "reopened": ("reason",), "closed": ("reason",)},
    "verified": {"closed": (), "reopened": ("reason",)},
    "closed": {"reopened": ("reason",)},
    "reopened": {"investigating": ("owner",), "acting": ("action",), "closed": ("reason",)},
}


def missing(dossier: Dossier, to: Stage, today: date, *, has_reason: bool = False) -> tuple[Requirement, ...] | None:
    """What a move still lacks; empty when it may be made, None when the table has no such move."""
    needs = MOVES[dossier.problem.stage].get(to)
    if needs is None:
        return None
    return tuple(need for need in needs if not (has_reason if need == "reason" else _MET[need](dossier, today)))


def moves(dossier: Dossier, today: date) -> list[Move]:
    """The moves from here, each with what it still lacks; a reason is lacking until somebody gives one."""
    return [Move(to, missing(dossier, to, today) or ()) for to in MOVES[dossier.problem.stage]]
