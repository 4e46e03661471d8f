"""One conversation with an engine for all tests that only ask it what an expression makes of cells."""

from collections.abc import Callable, Iterator
from typing import Any

import pyarrow as pa
import pytest

from zhenyin.core import settings as settings_module
from zhenyin.warehouse import gateway
from zhenyin.warehouse.engines import Cursor

Evaluate = Callable[..., Any]


@pytest.fixture(scope="session")
def cursor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cursor]:
    opened = gateway.connect(settings_module.load(data_dir=tmp_path_factory.mktemp("cells")))
    made = opened.engine.cursor()
    yield made
    made.close()
    opened.close()


@pytest.fixture
def evaluate(cursor: Cursor) -> Evaluate:
    """What an SQL expression makes of a row: `evaluate("a || b", a="x", b="y")`."""

    def evaluated(expression: str, **row: Any) -> Any:
        cursor.lend("given_row", pa.table({name: [cell] for name, cell in row.items()}))
        return next(iter(cursor.run(f"SELECT {expression} FROM given_row"))).column(0)[0].as_py()

    return evaluated
