"""A store with the account tables."""

from collections.abc import Iterator

import pytest
from sqlalchemy.engine import Connection

from zhenyin.core import store
from zhenyin.core.migrations import upgrade
from zhenyin.core.settings import Settings


@pytest.fixture
def db(settings: Settings) -> Iterator[Connection]:
    opened = store.connect(settings)
    upgrade(opened)
    with opened.begin() as connection:
        yield connection
