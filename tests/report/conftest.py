"""A workspace with tickets, a signal, and a problem that was acted upon; every text of data tries something."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from fixtures_facts import in_service, put, ticket
from zhenyin.core import settings as settings_module
from zhenyin.core.settings import Settings
from zhenyin.core.words import Words
from zhenyin.flows import review_report
from zhenyin.job.workspace import Workspace, opened
from zhenyin.problem import service as problems
from zhenyin.question.period import Period
from zhenyin.report.models import Review
from zhenyin.watch import service as watch
from zhenyin.watch import store as signals
from zhenyin.watch.models import Evidence, Finding, TimeSeries

HOSTILE = '<script>alert(1)</script> #panic("x") $x$ & "q" \x07 @cite `raw`'
PRODUCT = f"X20 {HOSTILE}"
MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))
_FIRST = date(2026, 1, 1)


@pytest.fixture
def workspace(settings: Settings) -> Iterator[Workspace]:
    """An empty one."""
    with opened(settings) as made:
        yield made


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Shared by all tests here, which leave it as it is."""
    with opened(settings_module.load(data_dir=tmp_path_factory.mktemp("full"))) as made:
        _bring_in(made)
        _decide(made)
        yield made


@pytest.fixture(scope="session")
def march(full: Workspace) -> Review:
    return review_report.gather(full, MARCH)


def _bring_in(workspace: Workspace) -> None:
    """Three months: response slows down in March, one product fails more, one source falls silent for a week."""
    rows, number = [], 0
    for day in range(90):
        at = datetime.combine(_FIRST, datetime.min.time()) + timedelta(days=day, hours=9)
        late = at.date() >= MARCH.start
        for k in range(12):
            number += 1
            silent = k % 3 == 0 and date(2026, 3, 10) <= at.date() < date(2026, 3, 17)
            if silent:
                continue
            rows.append(
                ticket(
                    number,
                    at,
                    source="微信" if k % 3 == 0 else "热线",
                    product=PRODUCT if k % 2 else "Z1",
                    fault="漏水" if k % 4 else HOSTILE,
                    category="机身",
                    province="北京市" if k % 5 else "上海市",
                    first_response_at=at + timedelta(hours=(5 if late else 2) + k % 3),
                    resolved_at=at + timedelta(hours=20 + k),
                )
            )
    put(workspace.warehouse, "tickets", rows)
    months = [date(2026, month, 1) for month in (1, 2, 3)]
    put(workspace.warehouse, "exposure", [in_service(m, 1000.0, product=p) for m in months for p in (PRODUCT, "Z1")])


def _decide(workspace: Workspace) -> None:
    mondays = [date(2026, 1, 5) + timedelta(weeks=n) for n in range(12)]
    title = Words(f"{PRODUCT}：4.0 倍", f"{PRODUCT}: 4.0 times")
    series = TimeSeries(mondays[0], 7, (5.0,) * 8 + (20.0,) * 4, (5.0,) * 12, (3.0,) * 12)
    evidence = Evidence(title, outside=True, series=series)
    finding = Finding(
        "ticket_count", {"product": PRODUCT}, mondays[8], date(2026, 3, 29), 80, 20, 4, 3.2, 5, 40, "weekly", evidence
    )
    at = datetime(2026, 3, 3, 9)
    with workspace.store.begin() as db:
        watch.record(db, [finding], date(2026, 3, 29))
        signal = signals.signals(db)[0]
        made = problems.create(
            db,
            "wang",
            at,
            title=f"更换密封圈 {HOSTILE}",
            metric="ticket_count",
            where={"product": [PRODUCT]},
            owner="王敏",
        )
        watch.link_problem(db, signal.id, made.problem.id, "wang", at)
        problems.add_action(
            db,
            made.problem.id,
            "wang",
            at,
            title=f"换供应商 {HOSTILE}",
            owner="李工",
            due=date(2026, 3, 20),
            metric="ticket_count",
            where={"product": [PRODUCT]},
            comparison={"product": ["Z1"]},
            direction="lower",
            target=0.7,
            start=date(2026, 3, 9),
            window_weeks=8,
        )
