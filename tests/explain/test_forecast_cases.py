"""Explanations against the forecast, on the same tickets every week: tests/cases/explain/forecasts.csv."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from tests.explain import cases

from fixtures_facts import put, ticket
from zhenyin.explain.service import explain
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period

FIRST, DAYS = date(2025, 4, 7), 224
NOW = Period(FIRST + timedelta(days=DAYS - 14), FIRST + timedelta(days=DAYS))
A_DAY = 5


def company(raised: dict[str, str], factor: float) -> Iterator[dict[str, Any]]:
    """Five tickets a day of each of sixteen slices; `factor` times as many of those of `raised` in the last two weeks."""
    number = 0
    for day in range(DAYS):
        at = datetime.combine(FIRST + timedelta(days=day), datetime.min.time())
        for line in ("空调", "门锁"):
            for fault in ("漏水", "异响"):
                for province in ("北京市", "四川省", "浙江省", "广东省"):
                    given = {"product_line": line, "fault": fault, "province": province}
                    more = factor if at.date() >= NOW.start and raised.items() <= given.items() else 1.0
                    for i in range(round(A_DAY * more)):
                        number += 1
                        # The last tickets come late in the day: the day is known to be over.
                        yield ticket(number, at + timedelta(hours=9 + i % A_DAY * 3), **given)


@pytest.mark.parametrize("case", cases.read("forecasts.csv"), ids=lambda row: row["case"])
def test_what_left_its_forecast_is_named(workspace: Workspace, case: cases.Row) -> None:
    raised = dict(part.split("=") for part in case["raised"].split(";") if part)
    put(workspace.warehouse, "tickets", list(company(raised, float(case["factor"]))))
    filters = [Filter.read(text) for text in case["where"].split(";") if text]
    found = explain(workspace, "ticket_count", filters, NOW, "forecast")
    suspects = [";".join(f"{d}={value}" for d, value in one.where.items()) for one in found.suspects]
    assert suspects == [text for text in case["suspects"].split("|") if text]
    assert found.outside == (case["outside"] == "yes")
    ratio = found.suspects[0].ratio if suspects else found.observed / found.expected
    assert ratio == pytest.approx(float(case["ratio"]), rel=0.15)
