"""The only table of allowed moves between stages, and what each of them needs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from zhenyin.core.words import Words
from zhenyin.problem.models import STAGES, Dossier, Stage


@dataclass(frozen=True, slots=True)
class Need:
    """What must be there before a move; `there(dossier, today, reason)` tells whether it is."""

    words: Words
    there: Callable[[Dossier, date, str], bool]


def _acted(dossier: Dossier, today: date) -> bool:
    return any(a.state(today) in ("running", "judged") for a in dossier.actions)


def _worked(dossier: Dossier) -> bool:
    judged = dossier.judged
    return judged is not None and judged.verdict is not None and judged.verdict.outcome == "effective"


NEEDS: dict[str, Need] = {
    "owner": Need(Words("负责人", "an owner"), lambda d, _today, _why: bool(d.problem.owner)),
    "action": Need(
        Words("一项未取消的措施", "an action that is not cancelled"),
        lambda d, today, _why: any(a.state(today) != "cancelled" for a in d.actions),
    ),
    "started": Need(Words("一项已开始的措施", "an action that has started"), lambda d, today, _why: _acted(d, today)),
    "effective": Need(Words("“有效”的验证结论", "the verdict “effective”"), lambda d, _today, _why: _worked(d)),
    "reason": Need(Words("原因说明", "a reason"), lambda _d, _today, why: bool(why.strip())),
}

MOVES: dict[Stage, dict[Stage, tuple[str, ...]]] = {
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


def missing(dossier: Dossier, to: Stage, today: date, reason: str = "") -> list[Words] | None:
    """What a move still lacks; empty when it may be made, None when there is no such move."""
    needs = MOVES[dossier.problem.stage].get(to)
    if needs is None:
        return None
    return [NEEDS[key].words for key in needs if not NEEDS[key].there(dossier, today, reason)]


def moves(dossier: Dossier, today: date) -> list[dict[str, Any]]:
    """The moves from here, each with the keys of what it still lacks."""
    return [
        {
            "to": to,
            "title": STAGES[to].as_dict(),
            "needs": [key for key in needs if not NEEDS[key].there(dossier, today, "")],
            "lacks": [NEEDS[key].words.as_dict() for key in needs if not NEEDS[key].there(dossier, today, "")],
        }
        for to, needs in MOVES[dossier.problem.stage].items()
    ]
