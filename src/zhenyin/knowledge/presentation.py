"""Articles and similar cases as answers show them."""

from datetime import datetime

from zhenyin.core.schema import Model
from zhenyin.core.words import Words
from zhenyin.knowledge.models import Article, ArticleState, SimilarCase


class ArticleResponse(Model):
    """An article. effect: as it was measured. by, at: who proposed or last edited it, and when."""

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
    reviewed_by: str | None
    reviewed_at: datetime | None


class SimilarCaseResponse(Model):
    """A resolved ticket like the one in question. common_words: words that both have, the most informative first."""

    ticket_id: str
    created_at: datetime
    text: str
    model: str | None
    fault: str | None
    cause: str | None
    solution: str | None
    common_words: list[str]


def present_article(article: Article) -> ArticleResponse:
    return ArticleResponse.model_validate(article)


def present_case(case: SimilarCase) -> SimilarCaseResponse:
    return SimilarCaseResponse.model_validate(case)
