"""Signals of an earlier version: their states and evidence are read as before."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command

from zhenyin.core import migrations
from zhenyin.core import store as store_module
from zhenyin.core.settings import Settings
from zhenyin.watch import presentation, store

CASES = json.loads((Path(__file__).parents[1] / "cases" / "watch" / "signals_of_0003.json").read_text("utf-8"))


@pytest.fixture
def kept(settings: Settings) -> store_module.Store:
    """A store of revision 0003 with one signal for each case, brought up to date."""
    settings.data_dir.mkdir(parents=True)
    opened = store_module.connect(settings)
    with opened.begin() as db:
        config = migrations.config(db)
        command.upgrade(config, "0003")
        for number, case in enumerate(CASES):
            _insert(db, f"sig-{number}", case)
    migrations.upgrade(opened)
    return opened


def _insert(db: sa.Connection, key: str, case: dict[str, Any]) -> None:
    row = {"id": key, "state": case["state"], "rule": case["rule"], "evidence": json.dumps(case["evidence"])}
    db.execute(
        sa.text(
            'INSERT INTO signals (id, metric, "where", since, until, observed, expected, ratio, low, high, score, rule,'
            " evidence, state, found_at, last_seen) VALUES (:id, 'ticket_count', '{\"fault\": \"续航短\"}', '2026-03-02',"
            " '2026-03-15', 30, 10, 3, 2, 4, 12, :rule, :evidence, :state, '2026-03-02', '2026-03-16')"
        ),
        row,
    )


def test_states_take_the_standard_words(kept: store_module.Store) -> None:
    with kept.read() as db:
        assert [store.get(db, f"sig-{i}").state for i in range(len(CASES))] == [case["becomes"] for case in CASES]


def test_a_weekly_signal_keeps_its_series_its_onset_age_and_its_sentence(kept: store_module.Store) -> None:
    with kept.read() as db:
        finding = store.get(db, "sig-0").finding
    series, old = finding.evidence.series, CASES[0]["evidence"]
    assert series is not None
    assert (series.first, series.days, series.observed) == (date(2026, 3, 2), 7, (4.0, 21.0))
    assert series.margin == pytest.approx((6.0, 4.4))
    words = presentation.why(finding)
    assert words is not None
    assert words.as_dict() == old["sentence"]
    chart = presentation.chart_of(finding)
    assert chart is not None
    assert [line.values for line in chart.series] == [line["values"] for line in old["chart"]["series"]]
    assert finding.evidence.suspects[0].since == date(2026, 3, 2)


def test_a_gap_keeps_its_mix_and_rate(kept: store_module.Store) -> None:
    with kept.read() as db:
        finding = store.get(db, "sig-1").finding
    chart, old = presentation.mix_rate_chart(finding), CASES[1]["evidence"]["mix"]
    assert chart is not None
    assert chart.series[0].values == old["series"][0]["values"]
    assert [(cell.x, cell.y, cell.value) for cell in chart.cells] == [("hour", "19", 2.5), ("fault", "漏水", 0.5)]
    assert chart.title.as_dict() == old["title"]


def test_a_limit_keeps_its_limit_and_its_steps(kept: store_module.Store) -> None:
    with kept.read() as db:
        finding = store.get(db, "sig-2").finding
    assert finding.evidence.limit == 50.0
    chart = presentation.chart_of(finding)
    assert chart is not None
    assert chart.kind == "waterfall"
