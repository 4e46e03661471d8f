"""What the library gives back: dataclasses that fit the API's answers, lists over pages, and tables."""

import sys
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fixtures_facts import put, ticket
from fixtures_problems import START, fill, plan
from zhenyin.client import explanation, problems, signals
from zhenyin.client.client import Client
from zhenyin.client.connection import ApiConnection
from zhenyin.client.in_process import InProcessTransport
from zhenyin.client.listing import ROWS_A_PAGE, Listing, Page
from zhenyin.client.rows import Rows
from zhenyin.core import settings
from zhenyin.core.errors import Invalid, NotFound, Unavailable
from zhenyin.core.schema import Model
from zhenyin.core.words import Words
from zhenyin.explain import presentation as explain_views
from zhenyin.explain.models import Suspect
from zhenyin.job.workspace import Workspace, opened
from zhenyin.problem import action_presentation as action_views
from zhenyin.problem import presentation as problem_views
from zhenyin.watch import presentation as signal_views
from zhenyin.watch import service as watch
from zhenyin.watch.models import Evidence, Finding
from zhenyin.web.app import create_app
from zhenyin.web.local import LocalOperator

DAY = date(2026, 3, 2)
OTHERS = ("P8", "P9", "K1", "K2")
SUSPECT = Suspect(
    {"version": "3"}, 28, 8, 0.9, 3.5, 2.1, 1e9, 0.001, Words("版本 3", "Version 3"), DAY, ({"batch": "B"},)
)
EVIDENCE = Evidence(Words("原因", "Reason"), (SUSPECT,), expected=10, observed=30, limit=5.0)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Failures of W10 fell by more than half when an action began; those of the others did not. Two signals."""
    with opened(settings.load(data_dir=tmp_path_factory.mktemp("workspace"), language="en")) as made:
        fill(made, {"W10": [12] * START + [4] * 20, **{name: [12] * 80 for name in OTHERS}})
        weekly = Finding(
            "ticket_count", {"fault": "闪退"}, DAY, DAY + timedelta(13), 30, 10, 3, 2, 4.4, 9, "weekly", EVIDENCE
        )
        new = Finding("ticket_count", {"fault": "白屏"}, DAY, DAY, 9, 0, 1e9, 1e9, 1e9, 5, "daily")
        with made.store.begin() as db:
            found = watch.record(db, [weekly, new], DAY).new
            watch.dismiss(db, found[1].id, "a test", "li", datetime(2026, 3, 3))
        yield made


@pytest.fixture(scope="module")
def z(workspace: Workspace) -> Iterator[Client]:
    with Client(ApiConnection(InProcessTransport(LocalOperator(create_app(workspace))))) as client:
        yield client


@pytest.mark.parametrize(
    ("kind", "view", "own"),
    [
        (signals.Signal, signal_views.SignalResponse, set()),
        (signals.SignalDetail, signal_views.SignalDetailResponse, {"body"}),
        (explanation.Suspect, explain_views.SuspectResponse, set()),
        (explanation.Explanation, explain_views.ExplanationResponse, {"body"}),
        (problems.Problem, problem_views.ProblemBrief, set()),
        (problems.ProblemDetail, problem_views.ProblemDetail, {"body", "newest_tickets"}),
        (problems.Cause, problem_views.CauseResponse, set()),
        (problems.HistoryLine, problem_views.HistoryLine, set()),
        (problems.Action, action_views.ActionResponse, set()),
        (problems.Verdict, action_views.VerdictResponse, set()),
        (problems.Effect, action_views.EffectResponse, set()),
    ],
)
def test_the_fields_are_those_of_the_response_model(kind: Any, view: type[Model], own: set[str]) -> None:
    assert {field.name for field in fields(kind)} - view.model_fields.keys() == own


def test_signals_are_typed_and_a_table(z: Client) -> None:
    (signal,) = z.signals()
    assert (signal.where, signal.excess, str(signal.period)) == ({"fault": ["闪退"]}, 20, "2026-03-02..2026-03-15")
    assert (signal.interval.low, signal.interval.high, signal.interval.level) == (2, 4.4, 0.95)
    assert signal.found_at == DAY
    assert len(z.signals(state="all")) == 2
    (dismissed,) = z.signals(state="dismissed")
    assert (dismissed.ratio, dismissed.interval.high, dismissed.reason) == (None, None, "a test")
    table = z.signals(state="all").to_arrow()
    assert table["where"].to_pylist() == ["fault=闪退", "fault=白屏"]
    assert table["excess"].to_pylist() == [20, 9]
    assert (table.schema.field("start").type, table["end"].to_pylist()[0]) == (pa.date32(), date(2026, 3, 16))
    assert table["title_en"].to_pylist()[0] == "闪退: 3.0 times what was expected"


def test_one_signal_has_its_evidence(z: Client) -> None:
    signal = z.signal(z.signals()[0].id)
    assert signal.why == Words("原因", "Reason")
    (suspect,) = signal.suspects
    assert (suspect.where, suspect.excess, suspect.since) == ({"version": ["3"]}, 20, DAY)
    assert (suspect.interval.low, suspect.interval.high) == (2.1, None)
    assert suspect.ambiguous_with == [{"batch": ["B"]}]
    assert (signal.limit, signal.tickets_totals.total, signal.body["rule"]) == (5.0, 0, "weekly")
    with pytest.raises(NotFound, match="signal-unknown"):
        z.signal("none")


def test_a_problem_is_followed_from_its_cause_to_its_verdict(z: Client) -> None:
    made = z.api.post("/problems", {"title": "Seal of W10", "metric": "failure_rate", "where": {"product": ["W10"]}})
    path = f"/problems/{made['id']}"
    z.api.post(f"{path}/causes", {"text": "The seal hardens", "grade": "tested", "evidence": ["Test 12"]})
    action = z.api.post(f"{path}/actions", plan())
    assert z.problem(made["id"]).actions[0].verdict is None
    z.api.post(f"/actions/{action['id']}/judge")

    found = z.problem(made["id"])
    assert [(cause.text, cause.grade, cause.evidence) for cause in found.causes] == [
        ("The seal hardens", "tested", ["Test 12"])
    ]
    (judged,) = found.actions
    assert (judged.comparison, judged.target, judged.state) == ({"product": ["P8"]}, 0.8, "judged")
    verdict = judged.verdict
    assert verdict is not None
    assert verdict.effect is not None
    assert (verdict.outcome, verdict.final, verdict.judged_on >= judged.judge_on) == ("effective", True, True)
    assert verdict.effect.interval.low < 1 / 3 < verdict.effect.interval.high
    assert verdict.effect.percent == pytest.approx((verdict.effect.ratio - 1) * 100)
    assert found.history[0].sentence.en
    assert found.newest_tickets[0]["product"] == "W10"
    (brief,) = z.problems(search="Seal")
    assert (brief.actions, brief.verdict, brief.tickets) == (1, "effective", 12 * START + 4 * 20)
    row = z.problems(search="Seal").to_arrow().to_pylist()[0]
    assert (row["where"], row["verdict"], row["created_at"]) == ("product=W10", "effective", brief.created_at)
    assert list(z.problems(search="nothing like it")) == []
    assert list(z.problems(stage="closed")) == []


def test_an_explanation_is_numbers_suspects_and_a_table(z: Client) -> None:
    span = "2026-03-02..2026-05-24"
    why = z.explain("ticket_count", period=span)
    assert (why.observed, why.expected, why.excess) == (12 * 52, 12 * 60, -12 * 8)
    assert why.suspects[0].where == {"product": ["W10"]}
    assert why.suspects[0].share == pytest.approx(1, abs=0.05)
    table = why.to_arrow()
    assert table["where"].to_pylist() == ["product=W10"]
    assert table["excess"].to_pylist() == [suspect.excess for suspect in why.suspects]
    assert why.mix_rate is None
    assert why.body["chart"]["kind"] == "waterfall"
    with pytest.raises(Invalid, match="compare-without-slice"):
        z.explain("ticket_count", period=span, compare="rest")


def test_one_name_is_as_good_as_a_list_of_one(z: Client) -> None:
    several = z.ask("ticket_count", by=["product"], where=["product=W10"], period="2026-03").cells
    assert z.ask("ticket_count", by="product", where="product=W10", period=" 2026-03 ").cells == several
    assert z.ask("ticket_count", by="product", where={"product": "W10"}, period="2026-03").cells == several
    assert z.ask("ticket_count", where={"model": None}).value == z.ask("ticket_count").value > 0
    assert z.ask("ticket_count", where={"product": ["W10", None]}, period="2026-03").value == several[0]["value"]
    for value in ("W10, large", "W10..W20"):
        with pytest.raises(Invalid, match="value-unwritable"):
            z.ask("ticket_count", where={"product": value})


@pytest.mark.parametrize("period", ["last 12 weeks", "last-12-weeks", " last  12  weeks "])
def test_a_period_in_words_means_the_same_to_every_method(
    z: Client, monkeypatch: pytest.MonkeyPatch, period: str
) -> None:
    monkeypatch.setenv("ZHENYIN_NOW", "2026-07-22T09:00:00+08:00")
    assert z.ask("ticket_count", period=period).value == 12 * 52
    assert len(z.rows("ticket_count", period=period)) == 12 * 52
    assert z.explain("ticket_count", period=period).observed == 12 * 52


def test_rows_come_over_pages_each_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    count = 2 * ROWS_A_PAGE + 3
    with opened(settings.load(data_dir=tmp_path_factory.mktemp("many"))) as workspace:
        start = datetime(2026, 3, 2, 9)
        put(workspace.warehouse, "tickets", [ticket(n, start + timedelta(minutes=n)) for n in range(count)])
        client = Client(ApiConnection(InProcessTransport(LocalOperator(create_app(workspace)))))
        rows = client.rows("ticket_count")
        assert (len(rows), repr(rows)) == (count, f"<Rows of {count}>")
        times = [row["created_at"] for row in rows]
        assert times == sorted(set(times), reverse=True)
        assert len(times) == count
        assert [rows[i]["created_at"] for i in (0, 777, -1)] == [times[0], times[777], times[-1]]
        assert [row["created_at"] for row in rows[498:503]] == times[498:503]
        assert len(list(client.rows("ticket_count", limit=ROWS_A_PAGE + 1))) == ROWS_A_PAGE + 1
        table = rows.to_arrow()
        assert (table.num_rows, table.schema.field("created_at").type) == (count, pa.timestamp("us"))
        assert table["created_at"][0].as_py() == start + timedelta(minutes=count - 1)
        # A column in which nothing is known is text, and not of no type at all.
        assert table.schema.field("resolved_at").type == pa.string()
        with pytest.raises(IndexError):
            rows[count]
        client.close()


def test_nothing_found_is_an_empty_table_with_its_columns(z: Client) -> None:
    for found in (z.problems(search="nothing like it"), z.signals(state="snoozed")):
        table = found.to_arrow()
        assert (table.num_rows, len(found), list(found)) == (0, 0, [])
        assert table.schema.field("id").type == pa.string()
    rows = z.rows("ticket_count", where="product=none")
    assert isinstance(rows, Rows)
    assert "created_at" in rows.to_pandas().columns


@pytest.mark.parametrize(("library", "method"), [("pandas", "to_pandas"), ("polars", "to_polars")])
def test_a_library_that_is_missing_is_named(
    z: Client, monkeypatch: pytest.MonkeyPatch, library: str, method: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(Unavailable, match=f"pip install {library}"):
        getattr(z.signals(), method)()


def page_of(whole: list[int], limit: int, offset: int) -> Page[int]:
    after = offset + limit
    return Page(whole[offset:after], len(whole), after if after < len(whole) else None)


class Numbers(Listing[int]):
    """A list without a table."""

    def to_arrow(self) -> Any:
        raise AssertionError


NUMBERS = st.integers(-2 * ROWS_A_PAGE, 3 * ROWS_A_PAGE)


@given(st.integers(0, 3 * ROWS_A_PAGE), st.none() | st.integers(0, 3 * ROWS_A_PAGE), NUMBERS, NUMBERS)
def test_a_listing_is_what_the_list_is_up_to_its_limit(count: int, limit: int | None, start: int, stop: int) -> None:
    whole, fetched = list(range(count)), []

    def fetch(wanted: int, offset: int) -> Page[int]:
        fetched.append(wanted)
        return page_of(whole, wanted, offset)

    listing, expected = Numbers(fetch, limit), whole[:limit]
    assert len(listing) == len(expected)
    assert list(listing) == expected
    assert listing[start:stop] == expected[start:stop]
    assert listing[start:stop:-7] == expected[start:stop:-7]
    if -len(expected) <= start < len(expected):
        assert listing[start] == expected[start]
    assert max(fetched) <= ROWS_A_PAGE


def test_who_reads_the_first_few_fetches_one_page() -> None:
    fetched: list[int] = []

    def fetch(limit: int, offset: int) -> Page[int]:
        fetched.append(offset)
        return page_of(list(range(5_000)), limit, offset)

    listing = Numbers(fetch)
    assert (len(listing), listing[:3], next(iter(listing))) == (5_000, [0, 1, 2], 0)
    assert fetched == [0]
