"""A process that is about to end stops what it asked."""

import threading
import time

import pytest

from zhenyin.core.errors import Unavailable
from zhenyin.warehouse.gateway import Warehouse

ENDLESS = "SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range * b.range % 7 = 3"


def test_running_queries_end_and_none_begins(warehouse: Warehouse) -> None:
    ends: list[str] = []

    def ask() -> None:
        try:
            warehouse.query(ENDLESS, seconds=60)
        except Unavailable as refusal:
            ends.append(refusal.code)

    asking = [threading.Thread(target=ask) for _ in range(2)]
    for thread in asking:
        thread.start()
    time.sleep(0.3)
    warehouse.cancel_queries()
    for thread in asking:
        thread.join(20)
    assert ends == ["query-cancelled"] * 2
    with pytest.raises(Unavailable, match="query-cancelled"):
        warehouse.query("SELECT 1")
