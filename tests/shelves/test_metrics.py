"""What every metric on the shelf obeys; a new file is tested with no edit here."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import ibis
import numpy as np
import pytest

from fixtures_facts import in_service, put, ticket
from zhenyin.core import settings
from zhenyin.metrics import METRICS
from zhenyin.question.models import Question, Span
from zhenyin.question.plan import allowed, passes, slots_of
from zhenyin.question.service import answer, definition
from zhenyin.question.sums import gather, span
from zhenyin.warehouse import gateway
from zhenyin.warehouse.gateway import Warehouse


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    """Only to be read. Three hundred tickets over half a year with every column that a metric reads, and their exposure."""
    warehouse = gateway.connect(settings.load(data_dir=tmp_path_factory.mktemp("full")))
    dice = np.random.default_rng(7)
    made = []
    for number in range(300):
        created = datetime(2026, 1, 1) + timedelta(hours=float(dice.uniform(0, 24 * 180)))
        done = created + timedelta(hours=float(dice.lognormal(3, 1)))
        made.append(
            ticket(
                number,
                created,
                kind=str(dice.choice(["报修", "投诉", "咨询"])),
                product=str(dice.choice(["A", "B"])),
                province=str(dice.choice(["北京", "上海"])),
                customer_id=f"c{dice.integers(80)}",
                first_response_at=created + timedelta(hours=1),
                resolved_at=done,
                closed_at=done,
                rated_at=done,
                response_due_at=created + timedelta(hours=2),
                resolution_due_at=created + timedelta(hours=24),
                transfers=int(dice.integers(3)),
                reopens=int(dice.integers(2)),
                ping_pongs=int(dice.integers(2)),
                repeat_days=float(dice.uniform(0, 60)),
                csat=float(dice.integers(1, 6)),
                nps=float(dice.integers(11)),
                sentiment=str(dice.choice(["negative", "neutral"])),
                first_cause="x",
                cause=str(dice.choice(["x", "y"])),
            )
        )
    put(warehouse, "tickets", made)
    cells = [(m, p, v) for m in range(1, 7) for p in ("A", "B") for v in ("北京", "上海")]
    ordered = [datetime(2024, 6, 1) + timedelta(days=float(dice.uniform(0, 650))) for _ in range(400)]
    buyers = [f"c{number}" for number in range(100)]
    put(
        warehouse,
        "orders",
        [
            {"order_id": f"o{i}", "customer_id": str(dice.choice(buyers)), "at": at, "product": "AB"[i % 2]}
            for i, at in enumerate(ordered)
        ],
    )
    put(
        warehouse,
        "customers",
        [{"customer_id": buyer, "province": "北京", "city": "北京", "customer_type": "个人"} for buyer in buyers],
    )
    put(warehouse, "exposure", [in_service(date(2026, m, 1), 400, product=p, province=v) for m, p, v in cells])
    yield warehouse
    warehouse.close()


@pytest.mark.parametrize("key", METRICS)
def test_the_interval_contains_the_figure(key: str, full: Warehouse) -> None:
    for cell in answer(full, Question((key,), ("product",))).cells:
        e = cell.estimate
        assert e.value is not None
        assert e.low is not None
        assert e.high is not None
        assert e.low <= e.value <= e.high
        assert e.n > 0


@pytest.mark.parametrize("key", [k for k, m in METRICS.items() if m.additive])
@pytest.mark.parametrize("cut", ["product", "province", "weekday"])
def test_parts_of_a_cut_add_up_to_the_total(key: str, cut: str, full: Warehouse) -> None:
    metric, known = METRICS[key], span(full)
    assert known is not None
    whole = gather(full, [metric], Question((key,)), known).of(metric, ())
    sheet = gather(full, [metric], Question((key,), (cut,)), known)
    parts = sheet.total(metric)
    assert any(part.total for part in parts)
    assert [part.total for part in parts] == pytest.approx([total.total for total in whole])


@pytest.mark.parametrize("key", [k for k, m in METRICS.items() if m.kind not in ("count", "distinct", "stock")])
def test_nothing_at_risk_is_unknown_not_zero(key: str, warehouse: Warehouse) -> None:
    assert answer(warehouse, Question((key,))).cells[0].estimate.value is None


@pytest.mark.parametrize("key", METRICS)
def test_every_allowed_cut_runs(key: str, full: Warehouse) -> None:
    cuts = allowed(METRICS[key])
    assert len(cuts) >= 5
    for cut in cuts:
        assert answer(full, Question((key,), (cut,))).cells


@pytest.mark.parametrize("key", METRICS)
def test_the_same_expression_is_sql_for_a_larger_engine(key: str) -> None:
    known = Span(datetime(2026, 1, 1), datetime(2026, 3, 31))
    for step in passes(slots_of([METRICS[key]]), Question((key,), ("province",)), known):
        assert "GROUP BY" in ibis.to_sql(step.expression, dialect="postgres").upper()


def test_definitions_tell_metrics_apart_and_stay_the_same() -> None:
    versions = {key: definition(key) for key in METRICS}
    assert versions == {key: definition(key) for key in METRICS}
    assert versions["ticket_count"] != versions["reported_count"]
    assert versions["failure_rate"] != versions["complaint_rate"]
    assert len(set(versions.values())) == len(versions)
