"""The workspace stands: contracts hold, nothing runs in a circle, every room is on the map."""

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest

import zhenyin
from zhenyin.core.shelf import Shelf

REPOSITORY = Path(__file__).parents[2]
PACKAGE = REPOSITORY / "src" / "zhenyin"
MODULES = {
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
ROOMS = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))

DATABASE = {"sqlalchemy", "duckdb"}
ALLOWED_FRAMEWORK = re.compile(r"zhenyin\.(web(\..*)?|\w+\.api|account\.(access|paging))$")
ALLOWED_DATABASE = re.compile(r"zhenyin\.(\w+(\.\w+)?\.store|warehouse(\..*)?|core\.(store|migrations)(\..*)?)$")
# A service takes an open connection: naming its type is not talking to a database.
TYPES_ONLY = re.compile(r"from sqlalchemy(\.engine)? import (Connection|make_url)$", re.MULTILINE)


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("zhenyin", include_external_packages=True)


def test_the_import_contracts_hold() -> None:
    tool = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([tool], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def _imports(path: Path, name: str) -> Iterator[str]:
    """Every module of ours that a file imports: at the top, over several lines, or inside a function; not for types alone."""
    tree = ast.parse(path.read_text("utf-8"))
    for_types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in for_types:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (full for full in inner if full in MODULES)
            # A package is imported for itself where something of it is, which is no module.
            if any(full not in MODULES for full in inner) and node.module != name:
                yield node.module


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Deferred imports count as well: what must be imported late to run at all is tied together all the same."""
    imports = {name: sorted(set(_imports(path, name))) for name, path in MODULES.items()}
    state: dict[str, int] = {}
    circles: list[str] = []

    def visit(name: str, path: tuple[str, ...]) -> None:
        state[name] = 1
        for imported in imports[name]:
            if state.get(imported) == 1:
                circles.append(" -> ".join((*path[path.index(imported) :], imported)))
            elif imported not in state:
                visit(imported, (*path, imported))
        state[name] = 2

    for name in MODULES:
        if name not in state:
            visit(name, (name,))
    assert circles == []


DOMAINS = {"intake", "ticket", "topic", "watch", "problem", "knowledge", "report", "process"}


@pytest.mark.parametrize("flow", sorted(name for name in MODULES if name.startswith("zhenyin.flows.")))
def test_a_flow_crosses_two_domains_or_starts_another_flow(flow: str) -> None:
    """What asks one question and computes its answer belongs to the domain whose question it is."""
    rooms = [name.split(".")[1] for name in _imports(MODULES[flow], flow)]
    assert len(DOMAINS & set(rooms)) >= 2 or "flows" in rooms


def test_only_routes_import_the_web_framework(graph: grimp.ImportGraph) -> None:
    users = graph.find_modules_that_directly_import("fastapi")
    assert [name for name in sorted(users) if not ALLOWED_FRAMEWORK.match(name)] == []


def test_only_the_command_line_imports_its_framework(graph: grimp.ImportGraph) -> None:
    users = graph.find_modules_that_directly_import("typer")
    assert [name for name in sorted(users) if not name.startswith("zhenyin.cli")] == []


def test_only_stores_and_the_warehouse_talk_to_a_database(graph: grimp.ImportGraph) -> None:
    users = {name for database in DATABASE for name in graph.find_modules_that_directly_import(database)}
    others = [name for name in sorted(users) if not ALLOWED_DATABASE.match(name)]
    assert [name for name in others if _more_than_types(name)] == []


def _more_than_types(module: str) -> bool:
    file = PACKAGE.parent / Path(*module.split("."))
    text = (file / "__init__.py" if file.is_dir() else file.with_suffix(".py")).read_text("utf-8")
    lines = [line.strip() for line in text.splitlines() if re.match(r"\s*(from|import) (sqlalchemy|duckdb)", line)]
    return any(not TYPES_ONLY.fullmatch(line) for line in lines)


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_says_what_it_is_and_is_on_the_map(room: str) -> None:
    assert (importlib.import_module(f"zhenyin.{room}").__doc__ or "").strip()
    assert f"`{room}/" in (REPOSITORY / "docs" / "map.md").read_text("utf-8")


@pytest.mark.parametrize(
    "folder", [path.name for path in sorted(REPOSITORY.iterdir()) if path.is_dir() and path.name[0] != "."]
)
def test_every_folder_beside_the_package_is_on_the_map(folder: str) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", folder], cwd=REPOSITORY, capture_output=True, text=True, check=True
    ).stdout
    assert not tracked or f"`{folder}/" in (REPOSITORY / "docs" / "map.md").read_text("utf-8")


def _shelves() -> dict[str, Shelf]:
    found = {}
    for module in pkgutil.iter_modules(zhenyin.__path__, "zhenyin."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, Shelf):
                found[thing.package] = thing
    return found


@pytest.mark.parametrize("shelf", _shelves().values(), ids=lambda shelf: shelf.package)
def test_every_file_on_a_shelf_loads(shelf: Shelf) -> None:
    assert len(shelf) > 0
    assert all(thing is not None for thing in shelf.values())


def test_the_shelves_are_the_plural_rooms() -> None:
    scanned = {package.split(".")[1] for package in _shelves()}
    assert {"metrics", "dimensions", "connectors", "detectors", "locators", "charts"} <= scanned
