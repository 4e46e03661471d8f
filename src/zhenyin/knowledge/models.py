"""Article of the knowledge base: symptom, cause, fix, and the effect that was measured."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from zhenyin.core.words import Words

ArticleState = Literal["proposed", "published", "retired"]


@dataclass(frozen=True, slots=True)
class Article:
    """One lesson. It is proposed when an action was verified, and counts once a person has reviewed it.

    by, at: who proposed or last edited it, and when. effect: as it was measured; nobody edits it.
    """

    id: str
    title: str
    problem_id: str
    symptom: str
    cause: str
    fix: str
    effect: Words
    state: ArticleState
    by: str
    at: datetime
    reviewed_by: str | None = None
    reviewed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SimilarCase:
    """A resolved ticket like a query text. common_words: words that both have, the most informative first.

    cause, solution: as they were recorded; at least one of them is known.
    """

    ticket_id: str
    created_at: datetime
    text: str
    model: str | None
    fault: str | None
    cause: str | None
    solution: str | None
    common_words: tuple[str, ...]
