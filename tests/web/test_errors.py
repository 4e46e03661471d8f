"""Every error is a problem document, in the reader's language and in both, with all that is wrong."""

import re
from collections.abc import Callable
from typing import Annotated, Literal

import pytest
from fastapi import FastAPI, Query
from fastapi.testclient import TestClient
from pydantic_core._pydantic_core import list_all_errors
from tests.web.conftest import PASSWORD, Browser

from zhenyin.account.models import Role
from zhenyin.core.errors import TooMany
from zhenyin.core.schema import Request
from zhenyin.web import errors, static, validation
from zhenyin.web.app import describe

LogIn = Callable[[Role], Browser]
HAN = re.compile(r"[\u4e00-\u9fff]")


class Bread(Request):
    """A body with parts of many kinds."""

    name: str
    slices: int
    spread: list[Literal["butter", "jam"]]
    password: int | None = None


@pytest.fixture(scope="module")
def bare() -> TestClient:
    """An app of a few routes that fail, with our handlers."""
    made = FastAPI()
    errors.register(made)

    @made.post("/api/bread")
    def bake(body: Bread, oven: Annotated[int, Query(ge=1)] = 1) -> None: ...

    @made.get("/api/broken")
    def fail() -> float:
        return 1 / 0

    @made.get("/api/large")
    def ask() -> None:
        raise TooMany("query-too-large", en="More than 10 rows. Add a filter.", zh="结果超过 10 行。请增加筛选条件。")

    static.mount(made)
    return TestClient(made, raise_server_exceptions=False)


def test_an_error_is_a_problem_document(stranger: TestClient, log_in: LogIn) -> None:
    unknown = log_in("viewer").get("/api/jobs/nothing?x=1")
    for answer in (unknown, stranger.get("/api/nothing"), stranger.post("/api/session"), stranger.get("/api/jobs")):
        assert answer.headers.get_list("content-type") == ["application/problem+json"]
        problem = answer.json()
        assert problem["status"] == answer.status_code
        assert all(problem[name] for name in ("type", "title", "detail", "code"))
        assert problem["detail"] in (problem["details"]["zh"], problem["details"]["en"])
        assert HAN.search(problem["details"]["zh"])
        assert not HAN.search(problem["details"]["en"])
    assert unknown.json()["instance"] == "/api/jobs/nothing"


def test_the_detail_is_in_the_language_of_the_request_else_of_the_person(stranger: TestClient, log_in: LogIn) -> None:
    browser = log_in("agent")
    assert browser.send("PATCH", "/api/me", {"language": "en"}).status_code == 200
    spoken = [
        browser.get("/api/audit"),
        browser.get("/api/audit", headers={"Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8"}),
        browser.get("/api/audit", headers={"Accept-Language": "fr"}),
        stranger.get("/api/audit"),
        stranger.get("/api/audit", headers={"Accept-Language": "en-GB"}),
    ]
    browser.send("PATCH", "/api/me", {"language": "zh"})
    assert [answer.headers["content-language"] for answer in spoken] == ["en", "zh", "en", "zh", "en"]
    assert [answer.json()["detail"] == answer.json()["details"]["en"] for answer in spoken] == [
        *(True, False, True, False, True)
    ]


def test_all_that_does_not_fit_is_named_at_once(bare: TestClient) -> None:
    body = {"slices": "many", "spread": ["jam", "honey"], "colour": "brown"}
    answer = bare.post("/api/bread?oven=0", json=body, headers={"Accept-Language": "en"})
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (422, "input-invalid")
    found = {(".".join(map(str, one["loc"])), one["pointer"], one["code"], one["value"]) for one in problem["errors"]}
    assert found == {
        ("query.oven", None, "greater_than_equal", "0"),
        ("body.name", "/name", "missing", None),
        ("body.slices", "/slices", "int_parsing", "many"),
        ("body.spread.1", "/spread/1", "literal_error", "honey"),
        ("body.colour", "/colour", "extra_forbidden", "brown"),
    }
    messages = {one["code"]: one["message"] for one in problem["errors"]}
    assert messages["literal_error"] == {"zh": "可用值：'butter' 或 'jam'", "en": "must be one of 'butter' or 'jam'"}
    assert "slices must be a whole number" in problem["detail"]


def test_a_secret_is_not_sent_back(bare: TestClient, stranger: TestClient) -> None:
    answer = bare.post("/api/bread", json={"name": "a", "slices": 1, "spread": [], "password": PASSWORD})
    assert answer.json()["errors"][0]["pointer"] == "/password"
    assert PASSWORD not in answer.text
    assert PASSWORD not in stranger.post("/api/session", json={"password": PASSWORD}).text


def test_what_cannot_be_parsed_is_400_and_what_does_not_fit_is_422(bare: TestClient) -> None:
    broken = bare.post("/api/bread", content='{"name": ', headers={"Content-Type": "application/json"})
    assert (broken.status_code, broken.json()["code"]) == (400, "body-unreadable")
    assert bare.post("/api/bread", json=[]).status_code == 422
    assert bare.post("/api/bread").json()["errors"][0]["loc"] == ["body"]


def test_too_large_an_answer_is_no_matter_of_rate(bare: TestClient) -> None:
    answer = bare.get("/api/large")
    assert (answer.status_code, "retry-after" in answer.headers) == (422, False)


def test_an_unexpected_error_says_where_to_look_and_no_more(bare: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    answer = bare.get("/api/broken")
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "division" not in answer.text
    assert answer.json()["details"]["en"].split()[-1].rstrip(".") in caplog.text


@pytest.mark.parametrize("error", list_all_errors(), ids=lambda error: error["type"])
def test_an_error_of_every_type_is_told_in_both_languages(error: dict) -> None:
    words = validation.message(error["type"], error.get("example_context") or {}, error["example_message_python"])
    assert HAN.search(words.zh)
    assert not HAN.search(words.en)
    assert "{" not in words.zh + words.en


def test_the_table_names_types_that_exist() -> None:
    assert set(validation.MESSAGES) <= {error["type"] for error in list_all_errors()}


@pytest.mark.parametrize("path", ["/api/nothing", "/api", "/api/problems/a/b/c", "/.well-known/security.txt"])
@pytest.mark.parametrize("verb", ["GET", "POST", "PUT", "PATCH", "DELETE"])
def test_an_unknown_path_is_unknown_to_every_verb(stranger: TestClient, verb: str, path: str) -> None:
    answer = stranger.request(verb, path)
    assert (answer.status_code, answer.json()["code"]) == (404, "path-unknown")


@pytest.mark.parametrize(
    ("verb", "path", "allow"),
    [
        ("GET", "/api/scans", "POST"),
        ("PUT", "/api/users", "GET, POST"),
        ("POST", "/api/users/user-1", "PATCH"),
        ("PATCH", "/api/session", "GET, POST, DELETE"),
        ("DELETE", "/api/sources/a/b/mapping", "GET, PUT"),
    ],
)
def test_a_verb_that_an_address_lacks_is_refused_with_those_that_it_has(
    stranger: TestClient, verb: str, path: str, allow: str
) -> None:
    answer = stranger.request(verb, path)
    assert (answer.status_code, answer.headers["allow"]) == (405, allow)
    assert allow in answer.json()["details"]["zh"]


def test_every_route_describes_its_errors() -> None:
    described = describe()
    for path, verbs in described["paths"].items():
        for verb, operation in verbs.items():
            answers = operation["responses"]
            assert answers["default"] == {"$ref": "#/components/responses/Problem"}, (verb, path)
            assert "422" not in answers, (verb, path)
    content = described["components"]["responses"]["Problem"]["content"]
    assert content == {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    schemas = described["components"]["schemas"]
    assert {"code", "detail", "details", "errors", "instance"} <= set(schemas["Problem"]["properties"])
    assert {"FieldError", "Words"} <= set(schemas)
    assert "HTTPValidationError" not in schemas
