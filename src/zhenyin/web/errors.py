"""Our refusals as HTTP: every one is a problem document. No route catches an error; these handlers do."""

import logging

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from zhenyin.core import ids
from zhenyin.core.errors import RateLimited, Refusal, Unauthenticated
from zhenyin.core.translation import refusal_of
from zhenyin.core.words import Words
from zhenyin.web import body_limit, validation
from zhenyin.web.headers import HEADERS
from zhenyin.web.problem import respond
from zhenyin.web.verbs import allowed

log = logging.getLogger("zhenyin.web")
FROM_BELOW: tuple[type[Exception], ...] = (OverflowError, UnicodeError, RecursionError, MemoryError, OSError)
"""Errors of what lies below, some of which say that the asker's input or the machine is at fault."""


def register(app: FastAPI) -> None:
    """Let the app answer errors of every kind with a problem document."""
    app.add_exception_handler(Refusal, _refusal)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    for kind in FROM_BELOW:
        app.add_exception_handler(kind, _from_below)
    app.add_exception_handler(ClientDisconnect, _broken_off)
    app.add_exception_handler(Exception, _unexpected)


def _refusal(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    headers = {}
    if isinstance(error, RateLimited):
        headers["Retry-After"] = str(error.retry_after)
    if isinstance(error, Unauthenticated):
        headers["WWW-Authenticate"] = error.challenge
    return respond(request, error.status, error.code, error.words, headers=headers)


def _validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    if found[0]["type"] == "json_invalid":
        return respond(request, 400, "body-unreadable", _unreadable(str(found[0]["loc"][-1])))
    errors = validation.field_errors(found)
    return respond(request, 422, "input-invalid", validation.summary(errors), errors)


def _http(request: Request, error: Exception) -> Response:
    """What the framework refuses: an address or a verb that no route has, or a body that it cannot take apart."""
    assert isinstance(error, HTTPException)
    path, status = request.url.path, error.status_code
    if status == 413:
        return respond(request, 413, "body-too-large", body_limit.WORDS, headers=dict(error.headers or {}))
    if status not in (404, 405):
        words = Words(
            f"服务器无法读取发往 {path} 的请求。", f"The request to {path} could not be read: {error.detail}."
        )
        return respond(request, status, f"http-{status}", words, headers=dict(error.headers or {}))
    verbs = allowed(request)
    if not verbs:
        return respond(request, 404, "path-unknown", Words(f"没有 {path}。", f"There is nothing at {path}."))
    listed = ", ".join(verbs)
    words = Words(
        f"{path} 不支持 {request.method}，可用：{listed}。", f"{path} does not take {request.method}. Use {listed}."
    )
    return respond(request, 405, "verb-unknown", words, headers={"Allow": listed})


def _from_below(request: Request, error: Exception) -> Response:
    refusal = refusal_of(error)
    return _refusal(request, refusal) if refusal else _unexpected(request, error)


def _broken_off(request: Request, _error: Exception) -> Response:
    """The asker left, or sent nothing more, before the request was whole."""
    words = Words("请求未发送完整，请重新发送。", "The request was not sent to its end. Send it again.")
    return respond(request, 408, "request-broken-off", words, headers={"Connection": "close"})


def _unexpected(request: Request, error: Exception) -> Response:
    if refusal := refusal_of(error):
        return _refusal(request, refusal)
    mark = ids.new("error")
    log.error("%s: %s %s failed", mark, request.method, request.url.path, exc_info=error)
    words = Words(f"程序内部错误，日志编号 {mark}。", f"An internal error; the log has more under {mark}.")
    # This handler stands outside of the middleware that adds them.
    return respond(request, 500, "internal", words, headers={**HEADERS, "Cache-Control": "no-store"})


def _unreadable(position: str) -> Words:
    return Words(
        f"请求体不是有效的 JSON（位置 {position}）。",
        f"The body is no valid JSON (at character {position}). Mend it there.",
    )
