"""A house of its own for every test."""

from collections.abc import Iterator

import pytest

from zhenyin.core.settings import Settings
from zhenyin.job.house import House, open_house


@pytest.fixture
def house(settings: Settings) -> Iterator[House]:
    opened = open_house(settings)
    yield opened
    opened.close()
