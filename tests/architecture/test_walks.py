"""The walks in docs/walks.md are true to the code: each stop exists, and an earlier one leads to it."""

import ast
import re
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
PACKAGE = REPOSITORY / "src" / "zhenyin"
SHELVES = {"connectors", "quality_rules", "metrics", "locators"}
STOP = re.compile(r"^\| `(?P<path>[\w/]+\.py)` `(?P<name>\w+)` \|", re.MULTILINE)


def walks() -> dict[str, list[tuple[str, str]]]:
    parts = (REPOSITORY / "docs" / "walks.md").read_text("utf-8").split("\n## ")[1:]
    return {part.split(":")[0]: [(stop["path"], stop["name"]) for stop in STOP.finditer(part)] for part in parts}


WALKS = walks()


def tree(path: str) -> ast.Module:
    return ast.parse((PACKAGE / path).read_text("utf-8"))


def defined(path: str) -> set[str]:
    """Functions, classes and constants of a file, at its top."""
    names = set()
    for node in tree(path).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return names


def imported(path: str) -> set[str]:
    """Modules that a file imports, and every name `from a import b` as the module a.b."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def module(path: str) -> str:
    return "zhenyin." + path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def test_there_are_three_walks() -> None:
    assert list(WALKS) == ["A ticket", "A figure", 'A "why?"']
    assert all(len(stops) >= 10 for stops in WALKS.values())


@pytest.mark.parametrize(("path", "name"), [stop for stops in WALKS.values() for stop in stops])
def test_a_stop_is_there(path: str, name: str) -> None:
    assert name in defined(path)


@pytest.mark.parametrize("walk", list(WALKS))
def test_an_earlier_stop_leads_to_each(walk: str) -> None:
    stops = [path for path, _ in WALKS[walk]]
    for place, path in enumerate(stops[1:], 1):
        # A thing on a shelf is found by its key: who imports the shelf leads to it.
        modules = {module(path)} | ({module(path).rpartition(".")[0]} if path.split("/")[0] in SHELVES else set())
        reached = set().union(*(imported(earlier) for earlier in stops[:place]))
        assert modules & reached, f"{path}: no earlier stop imports it"
