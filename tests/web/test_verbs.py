"""Verbs of the API are the same everywhere: what a method does, one can tell from the method and the path.

GET reads. POST to a noun makes one, or begins the job of that name. POST to a verb under one thing is a step of its life,
which has rules of its own. PATCH changes fields that are given, PUT a whole, DELETE takes away.
"""

import re

from tests.web.test_typed_routes import ROUTES

STEPS = {
    "cancel", "confirm", "dismiss", "judge", "merge", "move", "publish", "rebaseline", "retire", "snooze", "split", "undo",
}  # fmt: skip
# A question, a reason and a file's preview are asked for by a body that is too long for an address.
QUERIES_IN_A_BODY = {"/api/questions", "/api/questions/rows", "/api/explain", "/api/uploads/{upload_id}/preview"}
# There is one of each.
SINGLE = {"/api/session", "/api/first-admin", "/api/demo", "/api/signals/{signal_id}/problem"}


def paths(method: str) -> list[str]:
    return sorted(name.split(" ", 1)[1] for name in ROUTES if name.startswith(f"{method} "))


def test_a_post_makes_one_of_a_collection_or_is_a_step_in_the_life_of_one_thing() -> None:
    odd = []
    for path in set(paths("POST")) - QUERIES_IN_A_BODY - SINGLE:
        parent, last = path.rsplit("/", 1)
        step = last in STEPS and parent.endswith("}")
        collection = re.fullmatch(r"[a-z-]+s", last) and last not in STEPS
        if not step and not collection:
            odd.append(path)
    assert odd == []


def test_a_patch_changes_one_thing_or_a_part_of_it() -> None:
    single = {"/api/me"}
    assert [path for path in paths("PATCH") if "{" not in path and path not in single] == []


def test_every_step_that_is_known_exists() -> None:
    assert {path.rsplit("/", 1)[1] for path in paths("POST")} >= STEPS
