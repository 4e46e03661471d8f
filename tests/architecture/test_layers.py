"""The house stands: contracts hold, nothing runs in a circle, every room is on the map."""

import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

import zhenyin
from zhenyin.core.shelf import Shelf

HOUSE = Path(__file__).parents[2]
PACKAGE = HOUSE / "src" / "zhenyin"
ROOMS = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))

DATABASE = {"sqlalchemy", "duckdb"}
ALLOWED_FRAMEWORK = re.compile(r"zhenyin\.(web(\..*)?|\w+\.api|account\.access)$")
ALLOWED_DATABASE = re.compile(r"zhenyin\.(\w+(\.\w+)?\.store|warehouse(\..*)?|core\.(store|migrations)(\..*)?)$")
# A service takes an open connection: naming its type is not talking to a database.
TYPES_ONLY = re.compile(r"from sqlalchemy(\.engine)? import (Connection|make_url)$", re.MULTILINE)


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("zhenyin", include_external_packages=True)


def test_the_import_contracts_hold() -> None:
    tool = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([tool], cwd=HOUSE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_two_modules_import_each_other_in_a_circle(graph: grimp.ImportGraph) -> None:
    ours = [name for name in graph.modules if name.startswith("zhenyin")]
    state: dict[str, int] = {}
    circles: list[str] = []

    def visit(name: str) -> None:
        state[name] = 1
        for imported in sorted(graph.find_modules_directly_imported_by(name)):
            if not imported.startswith("zhenyin") or _lazy(name, imported):
                continue
            if state.get(imported) == 1:
                circles.append(f"{name} -> {imported}")
            elif imported not in state:
                visit(imported)
        state[name] = 2

    for name in sorted(ours):
        if name not in state:
            visit(name)
    assert circles == []


def _lazy(importer: str, imported: str) -> bool:
    """Whether the import runs only when a function does, or is for the type checker."""
    file = PACKAGE.parent / Path(*importer.split("."))
    text = (file / "__init__.py" if file.is_dir() else file.with_suffix(".py")).read_text("utf-8")
    parent, _, name = imported.rpartition(".")
    return not re.search(
        rf"^(from {imported} import|import {imported}|from {parent} import .*\b{name}\b)", text, re.MULTILINE
    )


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
    assert f"`{room}/" in (HOUSE / "docs" / "map.md").read_text("utf-8")


@pytest.mark.parametrize(
    "folder", [path.name for path in sorted(HOUSE.iterdir()) if path.is_dir() and path.name[0] != "."]
)
def test_every_folder_beside_the_package_is_on_the_map(folder: str) -> None:
    tracked = subprocess.run(["git", "ls-files", folder], cwd=HOUSE, capture_output=True, text=True, check=True).stdout
    assert not tracked or f"`{folder}/" in (HOUSE / "docs" / "map.md").read_text("utf-8")


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
