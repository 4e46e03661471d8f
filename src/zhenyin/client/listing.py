"""Long lists of the API as sequences: a page is fetched when it is read."""

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from zhenyin.client.tables import Tabular

if TYPE_CHECKING:
    import pyarrow

T = TypeVar("T")

# As many as a page may have (`account.paging.MAX_LIMIT`, which brings the web framework along).
ROWS_A_PAGE = 500


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page. total: of the whole list; next: the offset of the next page, None on the last one."""

    items: list[T]
    total: int
    next: int | None


Fetch = Callable[[int, int], Page[T]]
"""The page of at most `limit` items from `offset` on."""


class Listing(Sequence[T], Tabular):
    """A list that is fetched page by page as it is read, each time anew; the last page read is kept.

    limit: the list ends after so many.

    >>> numbers = list(range(1200))
    >>> class Numbers(Listing[int]):
    ...     def to_arrow(self): ...
    >>> def fetch(limit, offset):
    ...     page = numbers[offset:offset + limit]
    ...     return Page(page, len(numbers), offset + len(page) if offset + len(page) < len(numbers) else None)
    >>> found = Numbers(fetch)
    >>> len(found), found[700], found[-1], found[:2], list(found) == numbers
    (1200, 700, 1199, [0, 1], True)
    """

    def __init__(self, fetch: Fetch[T], limit: int | None = None) -> None:
        self._fetch, self._limit = fetch, limit
        self._page: tuple[int, Page[T]] | None = None

    def __len__(self) -> int:
        total = (self._page[1] if self._page else self._at(0)).total
        return total if self._limit is None else min(total, self._limit)

    def __iter__(self) -> Iterator[T]:
        offset: int | None = 0
        while offset is not None and (self._limit is None or offset < self._limit):
            page = self._at(offset)
            yield from page.items if self._limit is None else page.items[: self._limit - offset]
            offset = page.next

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        return self._at(place - place % ROWS_A_PAGE).items[place % ROWS_A_PAGE]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self)}>"

    @abstractmethod
    def to_arrow(self) -> "pyarrow.Table":
        """All of it, every page, as an Arrow table."""

    def _at(self, offset: int) -> Page[T]:
        """The page that begins there."""
        if self._page is None or self._page[0] != offset:
            wanted = ROWS_A_PAGE if self._limit is None else min(ROWS_A_PAGE, self._limit - offset)
            self._page = (offset, self._fetch(max(wanted, 1), offset))
        return self._page[1]


def as_page(document: dict[str, Any], items: list[T]) -> Page[T]:
    """A page of the API, with its items already made."""
    return Page(items, document["total"], document["next"])
