"""The shelf scanner: every file of a plural folder is one interchangeable thing, and the file's name is its key."""

import importlib
import pkgutil
from collections.abc import ItemsView, Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar

from zhenyin.core.errors import unknown
from zhenyin.core.words import Words

T = TypeVar("T")


class Shelf(Mapping[str, T], Generic[T]):
    """All things in a folder, found by scanning; imported when first asked for, in the order of their names.

    A file whose name begins with `_` is private to the folder and is passed over.
    """

    def __init__(self, package: str, attribute: str, kind: Words) -> None:
        self.package, self.attribute, self.kind = package, attribute, kind

    @cached_property
    def _things(self) -> dict[str, T]:
        folder = importlib.import_module(self.package)
        names = sorted(m.name for m in pkgutil.iter_modules(folder.__path__) if not m.name.startswith("_"))
        return {name: self._load(name) for name in names}

    def _load(self, name: str) -> T:
        module = importlib.import_module(f"{self.package}.{name}")
        try:
            thing: T = getattr(module, self.attribute)
        except AttributeError:
            raise TypeError(f"{module.__file__} lies on a shelf but has no {self.attribute}.") from None
        return thing

    def __getitem__(self, key: str) -> T:
        try:
            return self._things[key]
        except KeyError:
            raise unknown(self.kind, key, self._things, f"{self.kind.en.replace(' ', '-')}-unknown") from None

    def __contains__(self, key: object) -> bool:
        return key in self._things

    def __iter__(self) -> Iterator[str]:
        return iter(self._things)

    def __len__(self) -> int:
        return len(self._things)

    def items(self) -> ItemsView[str, T]:
        return self._things.items()
