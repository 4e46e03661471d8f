"""The OpenAPI description: what the framework says of the routes, with our errors and our ways to show who one is."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from zhenyin.account.access import COOKIE
from zhenyin.web.problem import MEDIA_TYPE, Problem

_REF = "#/components/schemas/{model}"
_FRAMEWORKS_OWN = ("HTTPValidationError", "ValidationError")


class DescribedApp(FastAPI):
    """An app whose description is true of its errors."""

    def openapi(self) -> dict[str, Any]:
        if not self.openapi_schema:
            self.openapi_schema = _with_errors(get_openapi(title=self.title, version=self.version, routes=self.routes))
        return self.openapi_schema


def _with_errors(description: dict[str, Any]) -> dict[str, Any]:
    """Every operation answers an error with a Problem; none with the framework's own shape."""
    for operations in description["paths"].values():
        for operation in operations.values():
            operation["responses"].pop("422", None)
            operation["responses"]["default"] = {"$ref": "#/components/responses/Problem"}
    components = description.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for name in _FRAMEWORKS_OWN:
        schemas.pop(name, None)
    problem = Problem.model_json_schema(mode="serialization", ref_template=_REF)
    schemas |= {**problem.pop("$defs"), "Problem": problem}
    reference = {"schema": {"$ref": _REF.format(model="Problem")}}
    components["responses"] = {"Problem": {"description": "What is wrong.", "content": {MEDIA_TYPE: reference}}}
    components["securitySchemes"] = {
        "session": {"type": "apiKey", "in": "cookie", "name": COOKIE},
        "token": {"type": "http", "scheme": "bearer", "description": "A personal access token."},
    }
    description["security"] = [{"session": []}, {"token": []}]
    return description
