"""The sizes that style.md aims at, so that drift shows."""

import ast
from pathlib import Path
from statistics import median, quantiles

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
