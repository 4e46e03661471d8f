"""Which verbs an address takes. The framework names those of one route only, and has a page where the API has a verb."""

from fastapi import FastAPI, Request
from starlette.routing import Match

from zhenyin.web.static import ANY_PATH

_VERBS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def allowed(request: Request) -> list[str]:
    """The verbs of the request's address: of all routes below /api, of a page GET and HEAD; empty where there is neither."""
    app: FastAPI = request.app
    routes = [route for route in app.routes if getattr(route, "path", "") != ANY_PATH]

    def takes(verb: str) -> bool:
        scope = {**request.scope, "method": verb}
        return any(route.matches(scope)[0] == Match.FULL for route in routes)

    return [verb for verb in _VERBS if takes(verb)]
