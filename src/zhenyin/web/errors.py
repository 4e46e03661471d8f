"""Our refusals as HTTP: RFC 9457 problem details, in both languages."""

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from zhenyin.core import ids
from zhenyin.core.errors import Refusal
from zhenyin.core.words import Words

log = logging.getLogger("zhenyin.web")


def register(app: FastAPI) -> None:
    """No route catches an error: these four do."""
    app.add_exception_handler(Refusal, _refusal)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unexpected)


def problem(status: int, code: str, words: Words, headers: dict[str, str] | None = None) -> JSONResponse:
    """A problem document: what is wrong and what to do next, under a stable code."""
    body: dict[str, Any] = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "code": code}
    return JSONResponse({**body, **words.as_dict()}, status, headers, media_type="application/problem+json")


def _refusal(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Refusal)
    wait = getattr(error, "retry_after", None)
    return problem(error.status, error.code, error.words, {"Retry-After": str(wait)} if wait else None)


def _validation(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"][1:]) or str(first["loc"][0])
    words = Words(f"请求中的 {place} 无效：{first['msg']}。", f"{place} in the request is invalid: {first['msg']}.")
    return problem(422, "input-invalid", words)


def _http(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    path, status = request.url.path, error.status_code
    if status == 404:
        return problem(status, "path-unknown", Words(f"没有 {path}。", f"There is nothing at {path}."))
    words = Words(f"无法处理 {request.method} {path}：{error.detail}。", f"{request.method} {path}: {error.detail}.")
    return problem(status, f"http-{status}", words, dict(error.headers or {}))


def _unexpected(request: Request, error: Exception) -> JSONResponse:
    mark = ids.new("error")
    log.error("%s: %s %s failed", mark, request.method, request.url.path, exc_info=error)
    words = Words(f"程序内部错误，日志编号 {mark}。", f"An internal error; the log has more under {mark}.")
    return problem(500, "internal", words)
