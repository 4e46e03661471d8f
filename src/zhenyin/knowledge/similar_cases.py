"""Similar cases: earlier resolved tickets like a ticket, a problem or a text, with their cause and solution.

Candidates come from full-text search for the most informative words and from the same topic. They are ranked by BM25
over words and letter pairs, by topic vectors, and by names of models and errors; the rankings are fused.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from zhenyin.core.arrays import Floats
from zhenyin.job.workspace import Workspace
from zhenyin.knowledge.models import SimilarCase
from zhenyin.problem import service as problems
from zhenyin.text import similar
from zhenyin.text.segment import Segmenter
from zhenyin.text.topics import TopicModel
from zhenyin.ticket import service as tickets
from zhenyin.topic import facts, service

RANKING_WEIGHTS = (2.0, 0.5, 1.0, 0.2)
"""Weights of words, letter pairs, topic vectors, and names of models and errors in the fusion."""
_QUERY_TERMS = 12
"""Words that are searched for, the most informative ones."""
_CANDIDATES_PER_RANKING = 300
"""Cases that are ranked: those with the highest weight of these words, and the newest of the same topic."""
_SHOWN_WORDS = 6
_LEAST_WEIGHT = 0.2
"""Share of the highest word weight that an informative word needs."""
_MOST_INFORMATIVE, _LEAST_COMMON = 4, 0.25
"""Share of the weight of the four most informative words that a case must have in its words."""
_UNKNOWN_WORD = 0.01
"""Weight of a word that the topic model has not seen."""


def of_ticket(workspace: Workspace, ticket_id: str, limit: int = 5) -> list[SimilarCase]:
    """Cases from before the ticket that are most like it. Raises NotFound (`ticket-unknown`)."""
    with workspace.store.read() as db:
        ticket = tickets.detail(workspace.warehouse, db, ticket_id).ticket
    text = "。".join(filter(None, (ticket["title"], ticket["description"])))
    return of_text(workspace, text, limit, datetime.fromisoformat(str(ticket["created_at"])), ticket["topic"])


def of_problem(workspace: Workspace, problem_id: str, limit: int = 5) -> list[SimilarCase]:
    """Cases that are most like title, description and slice of a problem. Raises NotFound (`problem-unknown`)."""
    with workspace.store.read() as db:
        problem = problems.get(db, problem_id).problem
    values = (value for named in problem.where.values() for value in named)
    return of_text(workspace, "。".join([problem.title, problem.description, *values]), limit)


def of_text(
    workspace: Workspace, text: str, limit: int = 5, before: datetime | None = None, topic: str | None = None
) -> list[SimilarCase]:
    """Resolved cases most like a text. before: only tickets created before it. topic: whose newest cases count as well.

    Before topics were found the rankings are those that need no model.
    """
    model = service.model(workspace)
    segmenter = model.segmenter if model else Segmenter()
    query = segmenter.words(text)
    weight = _word_weights(model)
    terms = _informative_terms(query, weight)
    searched = {word: weight.get(word, _UNKNOWN_WORD) for word in terms}
    rows = facts.similar(workspace.warehouse, searched, topic, before, _CANDIDATES_PER_RANKING)
    if not rows:
        return []
    texts = [row["text"] for row in rows]
    words = [segmenter.words(one) for one in texts]
    outcomes = [row["cause"] or row["solution"] for row in rows]
    best = similar.different(ranked(text, query, texts, words, model), outcomes, limit)
    found = [(rows[i], [word for word in terms if word in words[i]]) for i in best]
    return [_case(row, common) for row, common in found if not weight or _is_alike(common, terms, weight)]


def ranked(text: str, query: list[str], texts: list[str], words: list[list[str]], model: TopicModel | None) -> Floats:
    """float [texts], similarity of each to the query text. query, words: text and texts as words."""
    letters = similar.bm25(similar.pairs(text), [similar.pairs(one) for one in texts])
    named = similar.bm25(similar.entities(text), [similar.entities(one) for one in texts])
    if model is None:
        return similar.fused([similar.bm25(query, words), letters, named])
    meaning = (model.placed(words) @ model.placed([query])[0]).astype(float)
    return similar.fused([similar.bm25(query, words, _word_weights(model)), letters, meaning, named], RANKING_WEIGHTS)


def _word_weights(model: TopicModel | None) -> dict[str, float]:
    return dict(zip(model.vocabulary.words, model.weights.tolist(), strict=True)) if model else {}


def _informative_terms(words: Sequence[str], weight: Mapping[str, float]) -> list[str]:
    """The words that distinguish a text, the highest weight first; single letters never do.

    >>> _informative_terms(["的", "配网", "超时", "请问"], {"配网": 5.0, "超时": 4.0, "请问": 0.3})
    ['配网', '超时']
    """
    terms = sorted({word for word in words if len(word) > 1}, key=lambda word: (-weight.get(word, 0.0), word))
    least = _LEAST_WEIGHT * weight.get(terms[0], 0.0) if terms else 0.0
    return [word for word in terms if weight.get(word, 0.0) >= least][:_QUERY_TERMS]


def _is_alike(common: Sequence[str], terms: Sequence[str], weight: Mapping[str, float]) -> bool:
    """Whether two texts share words that distinguish them: better no case than one that is alike in 客户 and 希望.

    >>> weights = {"配网": 5.0, "超时": 4.0, "希望": 1.2}
    >>> _is_alike(["配网"], ["配网", "超时", "希望"], weights), _is_alike(["希望"], ["配网", "超时", "希望"], weights)
    (True, False)
    """
    whole = sum(weight.get(word, 0.0) for word in terms[:_MOST_INFORMATIVE])
    return sum(weight.get(word, 0.0) for word in common) >= _LEAST_COMMON * whole


def _case(row: dict[str, Any], common_words: list[str]) -> SimilarCase:
    return SimilarCase(**row, common_words=tuple(common_words[:_SHOWN_WORDS]))
