"""No list of dimensions is kept by hand: what a dimension is good for stands in its own file."""

import ast
from collections.abc import Iterator
from pathlib import Path

from zhenyin.dimensions import DIMENSIONS

PACKAGE = Path(__file__).parents[2] / "src" / "zhenyin"
NAMES = frozenset(key for key, dimension in DIMENSIONS.items() if dimension.grain is None)
# Columns of a table or fields of a form, which are a schema and no choice among dimensions. This list only shrinks.
ALLOWED = {
    "classifiers/__init__.py": "what a classifier says of a ticket",
    "metrics/_relations.py": "what is known of a customer",
    "process/mining/sojourns.py": "the state whose sojourn time is learned",
    "ticket/models.py": "what a person may correct in a ticket",
    "warehouse/load.py": "the columns of a fact",
}
ROOMS_WITHOUT = ("demo", "dimensions")


def _lists() -> Iterator[tuple[str, list[str]]]:
    """Every literal tuple, list or set of three or more names of which most are dimensions: its file, its names."""
    for path in sorted(PACKAGE.rglob("*.py")):
        where = path.relative_to(PACKAGE)
        if where.parts[0] in ROOMS_WITHOUT:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
                texts = [e.value for e in node.elts if isinstance(e, ast.Constant) and isinstance(e.value, str)]
                known = [text for text in texts if text in NAMES]
                if len(known) >= 3 and 2 * len(known) > len(node.elts):
                    yield where.as_posix(), texts


def test_no_list_of_dimensions_is_kept_by_hand() -> None:
    assert [(place, names) for place, names in _lists() if place not in ALLOWED] == []


def test_every_exception_is_still_needed() -> None:
    assert {place for place, _ in _lists()} == set(ALLOWED)
