"""The one way in which routes are paged: `limit` and `offset` in, a `core.schema.Page` out."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

MAX_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Paging:
    """Which part of a list is asked for."""

    limit: int = 50
    offset: int = 0


def _paging(
    limit: Annotated[int, Query(ge=1, le=MAX_LIMIT, description="how many at most")] = 50,
    offset: Annotated[int, Query(ge=0, description="`next` of the page before")] = 0,
) -> Paging:
    return Paging(limit, offset)


Paged = Annotated[Paging, Depends(_paging)]
