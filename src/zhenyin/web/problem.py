"""Problem documents (RFC 9457): the one shape of every answer that is an error, in the reader's language and in both."""

import json
from http import HTTPStatus
from typing import get_args

from fastapi import Request
from fastapi.responses import Response
from pydantic import JsonValue

from zhenyin.core.schema import Model
from zhenyin.core.words import Language, Words

MEDIA_TYPE = "application/problem+json"
_LANGUAGES: dict[str, Language] = {language: language for language in get_args(Language)}


class FieldError(Model):
    """What is wrong with one part of a request.

    loc: where it lies, such as ["query", "limit"]; pointer: the same as a JSON pointer, for a part of the body;
    code: the kind of error; value: what was sent, where that is short and no secret.
    """

    loc: list[str | int]
    pointer: str | None
    code: str
    message: Words
    value: JsonValue


class Problem(Model):
    """What is wrong and what to do next.

    code: stable, for programs; detail: for the reader, in the language of `Accept-Language`, else of the person, else of
    the installation; details: the same in both languages; errors: every part of the request that does not fit.
    """

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str
    code: str
    details: Words
    errors: list[FieldError] | None = None


def respond(
    request: Request,
    status: int,
    code: str,
    words: Words,
    errors: list[FieldError] | None = None,
    headers: dict[str, str] | None = None,
) -> Response:
    """The problem as an answer to the request."""
    language = reader_language(request)
    problem = Problem(
        title=HTTPStatus(status).phrase,
        status=status,
        detail=words.into(language),
        instance=request.scope.get("raw_path", request.url.path.encode()).decode("ascii", "replace"),
        code=code,
        details=words,
        errors=errors,
    )
    # In ASCII, since what was sent and is quoted may be no valid Unicode (a lone surrogate).
    body = json.dumps(problem.model_dump(exclude=None if errors else {"errors"}))
    spoken = {"Content-Language": language, "Vary": "Accept-Language"}
    return Response(body, status, {**spoken, **(headers or {})}, media_type=MEDIA_TYPE)


def reader_language(request: Request) -> Language:
    """The first of: what `Accept-Language` prefers, the person's language, the installation's."""
    if accepted_language := accepted(request.headers.get("Accept-Language", "")):
        return accepted_language
    if person := getattr(request.state, "person", None):
        return person.language  # type: ignore[no-any-return]
    workspace = getattr(request.app.state, "workspace", None)
    return workspace.settings.language if workspace else "zh"


def accepted(header: str) -> Language | None:
    """Which of our languages the header prefers; None where it names neither.

    >>> accepted("de, en-GB;q=0.8, zh;q=0.5"), accepted("zh-Hans-CN,en;q=0.9"), accepted("de, en;q=0"), accepted("*")
    ('en', 'zh', None, None)
    """
    best: Language | None = None
    most = 0.0
    for part in header.split(","):
        tag, _, parameter = part.partition(";")
        language, quality = _LANGUAGES.get(tag.strip().lower().split("-")[0]), _quality(parameter)
        if language and quality > most:
            best, most = language, quality
    return best


def _quality(parameter: str) -> float:
    name, _, number = parameter.strip().partition("=")
    try:
        return float(number) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0
