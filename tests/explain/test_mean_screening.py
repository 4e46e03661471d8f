"""A mean is explained also where all dimensions at once would be more than the engine may answer with."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from fixtures_facts import put, ticket
from zhenyin.core import settings
from zhenyin.core.errors import TooMany
from zhenyin.explain.dimension_screening import screen_mean_dimensions
from zhenyin.explain.service import explain
from zhenyin.explain.source import WarehouseSource
from zhenyin.job.workspace import Workspace, opened
from zhenyin.question.filters import Filter

BEIJING = Filter("province", "in", ("北京市",))
DIMS = ("model", "channel", "fault")


def fill(workspace: Workspace) -> None:
    """Beijing has more of the fault that takes long; models and channels tell nothing."""
    dice = np.random.default_rng(4)
    rows = []
    for n in range(3_000):
        beijing = n % 3 == 0
        long = dice.random() < (0.6 if beijing else 0.2)
        at = datetime(2026, 1, 5) + timedelta(minutes=20 * n)
        given = {"model": f"M{n % 7}", "channel": f"K{n % 11}", "fault": "压缩机" if long else "漏水"}
        took = timedelta(hours=float(dice.uniform(30, 50) if long else dice.uniform(4, 8)))
        rows.append(
            ticket(n, at, province="北京市" if beijing else "上海市", source="s", resolved_at=at + took, **given)
        )
    put(workspace.warehouse, "tickets", rows)


@pytest.fixture
def tight(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace whose engine answers with few rows."""
    with opened(settings.load(data_dir=tmp_path / "data", query_rows=100)) as workspace:
        fill(workspace)
        yield workspace


def test_what_a_mean_hangs_on_is_kept_and_the_rest_is_left_out(
    tight: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert screen_mean_dimensions(WarehouseSource(tight), "resolution_hours", DIMS, None, ()) == DIMS
    monkeypatch.setattr("zhenyin.explain.dimension_screening.MAX_MEAN_LEAVES", 14)
    assert screen_mean_dimensions(WarehouseSource(tight), "resolution_hours", DIMS, None, ()) == ("model", "fault")


def test_a_mean_is_explained_by_fewer_dimensions(tight: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhenyin.explain.dimension_screening.MAX_MEAN_LEAVES", 40)
    with pytest.raises(TooMany):
        WarehouseSource(tight).leaves("resolution_hours", DIMS, None, ())
    found = explain(tight, "resolution_hours", [BEIJING], None, "rest")
    assert found.mix_rate is not None
    assert found.mix_rate.mix_contributors[0].dimension == "fault"
    assert found.mix_rate.split.mix > 0.8 * found.mix_rate.split.difference
