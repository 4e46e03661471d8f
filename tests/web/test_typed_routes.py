"""Every route under /api says in types what it answers, all the way down."""

import types
from typing import Any, Union, get_args, get_origin

import pytest
from fastapi import Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from pydantic import BaseModel, JsonValue
from tests.web.test_permissions import flat, path_of

from zhenyin.web.app import _assemble, names


def routes() -> dict[str, APIRoute]:
    found = {}
    for route in flat(_assemble(names()).routes):
        if not route.path.startswith("/{path"):
            found |= {f"{verb} {path_of(route)}": route for verb in route.methods}
    return found


ROUTES = routes()


def is_typed(route: APIRoute) -> bool:
    """A model or a plain type; or no body; or a file of a media type that is named."""
    response = route.response_class
    if isinstance(response, type) and not issubclass(response, JSONResponse) and response is not Response:
        return True
    if route.status_code == 204:
        return True
    return route.response_model is not None and _is_typed(route.response_model, set())


def _is_typed(kind: Any, seen: set[Any]) -> bool:
    if kind is JsonValue or kind in seen:
        return True
    if kind in (Any, object, dict, list, tuple, set):
        return False
    if get_origin(kind) in (Union, types.UnionType, dict, list, tuple, set) or hasattr(kind, "__metadata__"):
        parts = get_args(kind)[:1] if hasattr(kind, "__metadata__") else get_args(kind)
        return all(_is_typed(part, seen) for part in parts if part is not Ellipsis)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        seen.add(kind)
        return all(_is_typed(field.annotation, seen) for field in kind.model_fields.values())
    if isinstance(kind, type) and hasattr(kind, "__dataclass_fields__"):
        seen.add(kind)
        return all(_is_typed(field.type, seen) for field in kind.__dataclass_fields__.values())
    return True


@pytest.mark.parametrize("route", sorted(ROUTES))
def test_a_route_says_in_types_what_it_answers(route: str) -> None:
    assert is_typed(ROUTES[route]), "Give it a response model (core/schema.py, the room's presentation.py)."


class _Loose(BaseModel):
    inner: dict[str, Any]


class _Tight(BaseModel):
    inner: dict[str, JsonValue] | None
    again: "list[_Tight]"


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (dict[str, Any], False),
        (list[dict[str, Any]], False),
        (dict, False),
        (_Loose, False),
        (list[_Loose] | None, False),
        (_Tight, True),
        (dict[str, list[str]], True),
        (str, True),
    ],
)
def test_any_is_found_however_deep_it_lies(kind: Any, typed: bool) -> None:
    assert _is_typed(kind, set()) is typed
