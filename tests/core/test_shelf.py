"""The scanner of shelves."""

import sys
from pathlib import Path

import pytest

from zhenyin.core.errors import NotFound
from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf[int]:
    folder = tmp_path / "fruit_shelf"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "pear.py").write_text("FRUIT = 2\n")
    (folder / "apple.py").write_text("FRUIT = 1\n")
    (folder / "_peel.py").write_text("raise AssertionError('private files are not loaded')\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in [name for name in sys.modules if name.startswith("fruit_shelf")]:
        monkeypatch.delitem(sys.modules, name)
    return Shelf("fruit_shelf", "FRUIT", Words("水果", "fruit"))


def test_a_file_is_found_under_its_name(shelf: Shelf[int]) -> None:
    assert dict(shelf.items()) == {"apple": 1, "pear": 2}


def test_an_unknown_key_names_the_nearest_one(shelf: Shelf[int]) -> None:
    with pytest.raises(NotFound, match="Did you mean apple"):
        shelf["aple"]


def test_asking_whether_a_key_is_there_does_not_raise(shelf: Shelf[int]) -> None:
    assert "pear" in shelf
    assert "plum" not in shelf


def test_a_file_without_its_thing_is_named(shelf: Shelf[int], tmp_path: Path) -> None:
    (tmp_path / "fruit_shelf" / "stone.py").write_text("VEGETABLE = 3\n")
    with pytest.raises(TypeError, match=r"stone\.py"):
        list(shelf)
