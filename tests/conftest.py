"""What every test may ask for: the shared public data (or a skip), and settings in an empty folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from zhenyin.core import settings as settings_module
from zhenyin.core.settings import Settings
from zhenyin.job.workspace import Workspace, open_workspace
from zhenyin.warehouse import gateway
from zhenyin.warehouse.gateway import Warehouse

_LONGEST = "tests/story/test_findings.py"
SHARED = Path(__file__).parents[1].parent / "shared" / "data"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the file that takes longest, so that no worker is left with it at the end."""
    items.sort(key=lambda item: not item.nodeid.startswith(_LONGEST))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of public data beside the checkout; the test is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip("the shared data is not on this machine")
    return SHARED


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_module.load(data_dir=tmp_path / "data")


@pytest.fixture
def workspace(settings: Settings) -> Iterator[Workspace]:
    """An open workspace of its own for a test."""
    opened = open_workspace(settings)
    yield opened
    opened.close()


@pytest.fixture
def warehouse(settings: Settings) -> Iterator[Warehouse]:
    """An empty warehouse."""
    warehouse = gateway.connect(settings)
    yield warehouse
    warehouse.close()
