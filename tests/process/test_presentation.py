"""Answers and their sentences, from numbers that are written down here."""

from datetime import date, datetime

import pytest

from fixtures_sojourns import sojourns
from zhenyin.core.schema import Unavailable
from zhenyin.core.words import Words
from zhenyin.process.mining.calibration import Calibration
from zhenyin.process.mining.conformance import Conformance, Deviation
from zhenyin.process.mining.directly_follows_graph import Edge, Graph, Variant
from zhenyin.process.mining.handovers import Handover
from zhenyin.process.mining.ping_pong import Return, RoundTrips
from zhenyin.process.mining.reference_model import ReferenceModel, StepRule
from zhenyin.process.mining.remaining_time_model import RemainingTimeModel
from zhenyin.process.mining.sojourn_history import SojournHistory
from zhenyin.process.mining.stratified_excess import ExcessDuration
from zhenyin.process.models import (
    ConformanceReport,
    EstimateBasis,
    Handovers,
    OpenTicketRisk,
    PingPong,
    ProcessMap,
    ReferenceModelInForce,
    RemainingTimeEstimate,
    SlowTickets,
    TicketRemainingTime,
)
from zhenyin.process.presentation.conformance import ConformanceResponse, present_conformance, present_reference_model
from zhenyin.process.presentation.process_map import ProcessMapResponse, present_map
from zhenyin.process.presentation.remaining_time import (
    basis_sentence,
    estimate_sentence,
    present_open_ticket_risk,
    present_remaining_time,
    risk_sentence,
)
from zhenyin.process.presentation.slow_tickets import present_slow_tickets
from zhenyin.process.presentation.teams import (
    HandoversResponse,
    PingPongResponse,
    present_handovers,
    present_ping_pong,
)
from zhenyin.process.step_names import StepNames

HOUR = 3600
NAMES = StepNames(("reported", "resolved", "rated"), {name: name for name in ("reported", "resolved", "rated")})
EXCESS = ExcessDuration(seconds=30 * HOUR, low=20 * HOUR, high=40 * HOUR, compared=10, marked=12)
NO_EXCESS = ExcessDuration(seconds=0.0, low=0.0, high=0.0, compared=0, marked=12)


def a_map(edges: tuple[Edge, ...], selected: int = 5) -> ProcessMap:
    graph = Graph(
        edges, {"reported": 4}, (Variant(("reported", "resolved"), 4, 8 * HOUR),), 3, dict.fromkeys(NAMES.names, 4)
    )
    return ProcessMap("activity", NAMES, graph, selected, "09:00-18:00", date(2026, 12, 31))


def test_only_waiting_before_the_resolution_is_a_bottleneck() -> None:
    before = Edge("reported", "resolved", 4, 8 * HOUR, 2 * HOUR)
    view = present_map(a_map((before, Edge("resolved", "rated", 4, 90 * HOUR, 0))))
    assert isinstance(view, ProcessMapResponse)
    assert [(edge.source, edge.open_share) for edge in view.bottlenecks] == [("reported", 1.0)]
    assert (view.hours, view.open_hours, view.worked_hours) == (98, 8, 2)
    assert [edge.open_share for edge in view.edges] == [1.0, None]
    assert sum(edge.share for edge in view.edges) == pytest.approx(1.0)
    assert (view.variants[0].mean_hours, view.variants_total, view.tickets_selected) == (2.0, 3, 5)
    assert view.sentence.en == (
        "Most waiting: reported → resolved, 100% of all waiting before the solution "
        "(8 hours, 2.0 a time, 75% of it outside working hours)."
    )


def test_a_map_without_waiting_says_so() -> None:
    view = present_map(a_map(()))
    assert isinstance(view, ProcessMapResponse)
    assert view.sentence.zh == "没有记录到等待时间。"


def test_handovers_are_shares_of_what_came_of_them() -> None:
    found = Handovers(
        tickets=20,
        transferred=5,
        every=(
            Handover("queue", "A", 20, 20, 20, 0, returned=0, passed_on=8, resolved=12),
            Handover("A", "B", 8, 8, 6, 12 * HOUR, returned=2, passed_on=0, resolved=4),
            Handover(None, "queue", 20, 20, 20, 0, returned=0, passed_on=20, resolved=0),
        ),
        entry_points=frozenset({"queue"}),
    )
    view = present_handovers(found)
    assert isinstance(view, HandoversResponse)
    (only,) = view.handovers
    assert (only.waited_hours, only.mean_waited_hours) == (12.0, 2.0)
    assert (only.returned, only.passed_on, only.resolved, only.open) == (0.25, 0.0, 0.5, 0.25)
    assert (view.n, view.entry_points) == (8, ["queue"])
    assert view.sentence.zh.startswith(
        "5 件工单（25.0%）换过处理组；最常见的是 A → B（8 次，其中 25% 随后回到经手过的组）"
    )


def test_without_handovers_nothing_is_claimed() -> None:
    view = present_handovers(Handovers(3, 0, (), frozenset()))
    assert isinstance(view, HandoversResponse)
    assert (view.handovers, view.sentence.en) == ([], "No ticket was handed from one team to another.")


@pytest.mark.parametrize(
    ("tickets", "sentence"),
    [
        (10, "10 tickets (5.0%) returned to an earlier team; they took 30 hours longer than tickets like them"),
        (0, "No ticket returned to a team that had it before."),
    ],
)
def test_ping_pong_is_hours_beyond_comparable_tickets(tickets: int, sentence: str) -> None:
    found = PingPong(200, RoundTrips(tickets, 20, 10, 5 * HOUR), (Return("A", "B", 10, 9, 6 * HOUR),), EXCESS, ())
    view = present_ping_pong(found)
    assert isinstance(view, PingPongResponse)
    assert view.sentence.en.startswith(sentence)
    assert (view.round_trip_hours, view.returns_by_pair[0].away_hours) == (5.0, 6.0)
    assert (view.excess_duration.hours, view.excess_duration.hours_per_ticket) == (30.0, 3.0)


def conformance_of(conforming: int, deviations: tuple[Deviation, ...], tickets: int = 20) -> ConformanceResponse:
    model = ReferenceModelInForce(ReferenceModel({"reported": StepRule(0, True, True)}), True, "activity", NAMES)
    result = Conformance(tickets, conforming, deviations, len(deviations), EXCESS)
    view = present_conformance(ConformanceReport(model, result))
    assert isinstance(view, ConformanceResponse)
    return view


def test_fitness_is_the_share_of_conforming_tickets() -> None:
    view = conformance_of(15, (Deviation("skipped", "resolved", 5, 6, NO_EXCESS),))
    assert (view.fitness, view.deviations[0].share) == (0.75, 0.25)
    assert view.sentence.zh == (
        "75.0% 的工单（15 / 20）符合标准流程；最常见的偏差是跳过：解决（5 件）。"
        "有偏差的工单比同类合规工单共多用 30 小时（20 至 40）。"
    )
    assert view.reference_model.text.zh == "提交+"
    unknown = view.deviations[0].excess_duration
    assert (unknown.hours, unknown.interval, unknown.hours_per_ticket, unknown.tickets) == (None, None, None, 12)


def test_all_conform_or_there_are_none() -> None:
    assert conformance_of(20, ()).sentence.en == "100.0% of tickets (20 of 20) keep to the standard process."
    none = conformance_of(0, (), tickets=0)
    assert (none.fitness, none.sentence.en) == (None, "There are no tickets to compare.")


def test_slow_tickets_without_subgroups_are_like_the_others() -> None:
    view = present_slow_tickets(SlowTickets(36 * HOUR, 10, 100, ()))
    assert not isinstance(view, Unavailable)
    assert view.hours == 36.0
    assert view.sentence.zh == "最慢的 10% 工单用了 36 小时以上；它们与其余工单没有明显不同。"


@pytest.mark.parametrize(
    ("high", "zh", "en"),
    [
        (9.0, "预计还需 3 小时（80%：30 分钟 – 9 小时）", "About 3 h to go (80%: 30 min – 9 h)"),
        (
            None,
            "预计还需 3 小时（80%：30 分钟以上，上限未知）",
            "About 3 h to go (80%: more than 30 min, no upper end known)",
        ),
    ],
)
def test_an_estimate_is_a_median_and_its_interval(high: float | None, zh: str, en: str) -> None:
    estimate = RemainingTimeEstimate(3 * HOUR, HOUR / 2, high and high * HOUR, 50, None)
    assert estimate_sentence(estimate) == Words(zh, en)


@pytest.mark.parametrize(
    ("parts", "seconds", "step", "zh"),
    [
        (4, 7200, "派单", "依据 60 件已结束、曾停在“派单”至少 2 小时的工单（同来源、同处理组、同类型）。"),
        (1, 0, "派单", "依据 60 件已结束、曾停在“派单”的工单（不论来源）。"),
        (0, 7200, "派单", "依据 60 件已结束、曾在任一步停留至少 2 小时的工单（不论停在哪一步）。"),
        (2, 7200, None, "依据 60 件已结束、曾在创建后至少 2 小时没有处理记录的工单（同来源）。"),
    ],
)
def test_a_basis_says_which_tickets_they_are(parts: int, seconds: float, step: str | None, zh: str) -> None:
    words = Words(step, step) if step else None
    assert basis_sentence(EstimateBasis(parts, seconds, 60), words).zh == zh


def test_a_ticket_without_an_estimate_says_why() -> None:
    reason = Words("该工单已经结束。", "the ticket is over.")
    view = present_remaining_time(TicketRemainingTime("t:1", code="ticket-over", reason=reason))
    assert (view.available, view.sentence.en) == (False, "Cannot say how long it still takes: the ticket is over.")


def test_a_ticket_with_an_estimate_has_hours() -> None:
    found = TicketRemainingTime(
        "t:1",
        since=datetime(2026, 3, 2),
        estimate=RemainingTimeEstimate(3 * HOUR, HOUR, None, 60, 0.25),
        basis=EstimateBasis(4, 0.0, 60),
    )
    view = present_remaining_time(found)
    assert view.available
    assert (view.median_hours, view.interval) == (3.0, {"low": 1.0, "high": None, "level": 0.8})


@pytest.mark.parametrize(
    ("count", "zh"), [(0, "没有未解决的工单。"), (7, "7 件未解决，2 件已超时；其余工单中预计还有约 3 件会超时。")]
)
def test_how_many_open_tickets_will_be_late(count: int, zh: str) -> None:
    past = SojournHistory(sojourns((0, 0.0, 1.0, 1.0)), 0.0)
    found = OpenTicketRisk(count, 2, 0, 0, 2.6, (), RemainingTimeModel(past, Calibration(None), None, 0))
    assert risk_sentence(found).zh == zh


@pytest.mark.parametrize(
    "view",
    [
        present_map(None),
        present_handovers(None),
        present_ping_pong(None),
        present_conformance(None),
        present_reference_model(None),
        present_slow_tickets(None),
        present_open_ticket_risk(None),
    ],
)
def test_what_is_not_known_yet_says_why(view: Unavailable) -> None:
    assert view.model_dump(mode="json")["available"] is False
    assert view.reason.zh
