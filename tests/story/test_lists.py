"""A list and the figure that leads to it agree: the same tickets, or a word on those that figures leave out."""

from itertools import product

import pytest
from tests.story.conftest import Story

from zhenyin.metrics import METRICS
from zhenyin.question.filters import Filter
from zhenyin.question.models import Question
from zhenyin.question.period import Period
from zhenyin.question.service import answer
from zhenyin.ticket import service as tickets
from zhenyin.watch import store
from zhenyin.watch.detail import signal_detail

pytestmark = pytest.mark.slow

SLICES = ["", "province=北京市", "product=扫地机器人,空调", "fault=闪退", "channel=微信", "fault="]


@pytest.mark.parametrize(("where", "period"), product(SLICES, ["all", "2026-Q2", "2026-05"]))
def test_what_a_list_says_is_counted_is_the_figure(story: Story, where: str, period: str) -> None:
    filters = [Filter.read(where)] if where else []
    span = Period.read(period, story.until)
    found = tickets.search(story.workspace.warehouse, "", filters, span, limit=1)
    (cell,) = answer(story.workspace.warehouse, Question(("ticket_count",), (), tuple(filters), span)).cells
    assert found.totals.counted == cell.estimate.value
    assert found.totals.total >= found.totals.counted


@pytest.mark.parametrize("key", sorted(key for key, of in METRICS.items() if of.numerator.fact == "tickets"))
def test_the_list_of_a_figure_has_the_rows_of_its_numerator(story: Story, key: str) -> None:
    span = Period.read("2026-05", story.until)
    found = tickets.search(story.workspace.warehouse, period=span, limit=1, counted_in=key)
    cells = answer(story.workspace.warehouse, Question((key,), (), (), span)).cells
    assert cells
    assert found.totals.total > 0
    # Reports are counted one by one, those of the same incident too.
    assert found.totals.total == found.totals.counted or key == "reported_count"
    if METRICS[key].kind in ("count", "rate", "share") and METRICS[key].numerator.value is None:
        assert found.totals.total == cells[0].estimate.numerator


def test_the_tickets_of_a_signal_are_as_many_as_it_observed(story: Story) -> None:
    with story.workspace.store.read() as db:
        signals = store.signals(db)
    checked = 0
    for signal in signals:
        if METRICS[signal.finding.metric].kind in ("count", "rate"):
            totals = signal_detail(story.workspace, signal.id).tickets_totals
            assert totals.counted == signal.finding.observed, signal.finding.where
            checked += 1
    assert checked
