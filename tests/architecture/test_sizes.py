"""The sizes that style.md aims at, so that drift shows."""

import ast
import io
import tokenize
from pathlib import Path
from statistics import median, quantiles

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "zhenyin"
# Alembic writes the migrations: a list of tables and columns, one statement after the other.
TEXTS = {path: path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py")) if path.parent.name != "versions"}


def _modules() -> dict[str, int]:
    return {str(path.relative_to(PACKAGE)): len(text.splitlines()) for path, text in TEXTS.items()}


def _functions() -> dict[str, int]:
    sizes = {}
    for path, text in TEXTS.items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                assert node.end_lineno is not None
                sizes[f"{path.relative_to(PACKAGE)}:{node.name}"] = node.end_lineno - node.lineno + 1
    return sizes


def test_modules_stay_small() -> None:
    sizes = _modules()
    assert {name: size for name, size in sizes.items() if size > 400} == {}
    assert median(sizes.values()) <= 90
    assert quantiles(sizes.values(), n=10)[-1] <= 250


def test_functions_stay_small() -> None:
    sizes = _functions()
    assert {name: size for name, size in sizes.items() if size > 60} == {}
    assert median(sizes.values()) <= 10
    assert quantiles(sizes.values(), n=10)[-1] <= 30


_NO_CODE = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}


def _lines(path: Path) -> int:
    """Lines with something in them; of Python neither comments nor docstrings."""
    text = path.read_text("utf-8")
    if path.suffix != ".py":
        return sum(1 for line in text.splitlines() if line.strip() and not line.startswith("#"))
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in _NO_CODE:
            lines |= set(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            lines -= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return len(lines)


@pytest.mark.parametrize("room", ["warehouse", "question", "stats", "explain", "watch"])
def test_a_room_of_figures_has_tests_of_its_own(room: str) -> None:
    tests = PACKAGE.parents[1] / "tests"
    own = [path for folder in (tests / room, tests / "cases" / room) for path in folder.rglob("*")]
    tested = sum(_lines(path) for path in own if path.suffix in {".py", ".csv", ".yaml"})
    assert tested >= 0.6 * sum(_lines(path) for path in (PACKAGE / room).rglob("*.py"))
