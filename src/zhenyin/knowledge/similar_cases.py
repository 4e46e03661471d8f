"""Cases like one at hand: earlier, solved, with why they are like it and what solved them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from zhenyin.core.arrays import Floats
from zhenyin.job.workspace import Workspace
from zhenyin.problem import service as problems
from zhenyin.text import similar
from zhenyin.text.segment import Segmenter
from zhenyin.text.topics import TopicModel
from zhenyin.ticket import service as tickets
from zhenyin.topic import facts, service

RANKINGS = (2.0, 0.5, 1.0, 0.2)
"""What words, pairs of letters, meaning, and names of models and errors count for."""
_ASKED = 12
"""Words by which the engine looks for cases, those that tell most."""
_EACH_WAY = 300
"""Cases that are ranked: those with most of the words, and the newest of the same topic."""
_WHY = 6
_TELLS = 0.2
"""Share of the weight of the most telling word that a word needs to tell anything."""


@dataclass(frozen=True, slots=True)
class Case:
    """A solved ticket. why: the words that both have, those that tell most first. cause, solution: what it was."""

    ticket_id: str
    created_at: datetime
    text: str
    model: str | None
    fault: str | None
    cause: str | None
    solution: str | None
    why: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        same = ("ticket_id", "text", "model", "fault", "cause", "solution")
        told: dict[str, Any] = {name: getattr(self, name) for name in same}
        return told | {"created_at": self.created_at.isoformat(), "why": list(self.why)}


def of_ticket(workspace: Workspace, ticket_id: str, limit: int = 5) -> list[Case]:
    """Cases from before the ticket that are most like it. Raises NotFound."""
    with workspace.store.read() as db:
        ticket = tickets.detail(workspace.warehouse, db, ticket_id)["ticket"]
    text = "。".join(filter(None, (ticket["title"], ticket["description"])))
    return like(workspace, text, limit, datetime.fromisoformat(str(ticket["created_at"])), ticket["topic"])


def of_problem(workspace: Workspace, problem_id: str, limit: int = 5) -> list[Case]:
    """Cases that are most like what a problem says. Raises NotFound."""
    with workspace.store.read() as db:
        problem = problems.get(db, problem_id).problem
    return like(workspace, "。".join([problem.title, problem.description, *problem.where.values()]), limit)


def like(
    workspace: Workspace, text: str, limit: int = 5, before: datetime | None = None, topic: str | None = None
) -> list[Case]:
    """Solved cases most like a text, from before a moment."""
    model = service.model(workspace)
    segmenter = model.segmenter if model else Segmenter()
    asked = segmenter.words(text)
    weight = dict(zip(model.vocabulary.words, model.weights.tolist(), strict=True)) if model else {}
    telling = _telling(asked, weight)
    rows = facts.similar(
        workspace.warehouse, {word: weight.get(word, 0.01) for word in telling}, topic, before, _EACH_WAY
    )
    if not rows:
        return []
    texts = [row["text"] for row in rows]
    words = [segmenter.words(one) for one in texts]
    outcomes = [row["cause"] or row["solution"] for row in rows]
    best = similar.different(ranked(text, asked, texts, words, model), outcomes, limit)
    return [_case(rows[i], [word for word in telling if word in words[i]]) for i in best]


def _telling(asked: list[str], weight: dict[str, float]) -> list[str]:
    """The words of a text that say what it is about, the most telling first."""
    words = sorted({word for word in asked if len(word) > 1}, key=lambda word: (-weight.get(word, 0.0), word))
    least = _TELLS * weight.get(words[0], 0.0) if words else 0.0
    return [word for word in words if weight.get(word, 0.0) >= least][:_ASKED]


def ranked(text: str, asked: list[str], texts: list[str], words: list[list[str]], model: TopicModel | None) -> Floats:
    """float [texts], how like each is to the text asked about. asked, words: the texts cut into words."""
    letters = similar.bm25(similar.pairs(text), [similar.pairs(one) for one in texts])
    named = similar.bm25(similar.entities(text), [similar.entities(one) for one in texts])
    if model is None:
        return similar.fused([similar.bm25(asked, words), letters, named])
    weight = dict(zip(model.vocabulary.words, model.weights.tolist(), strict=True))
    meaning = (model.placed(words) @ model.placed([asked])[0]).astype(float)
    return similar.fused([similar.bm25(asked, words, weight), letters, meaning, named], RANKINGS)


def _case(row: dict[str, Any], why: list[str]) -> Case:
    return Case(**row, why=tuple(why[:_WHY]))
