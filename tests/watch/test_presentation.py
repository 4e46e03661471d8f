"""Sentences, charts and answers of signals, made of their numbers."""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from zhenyin.charts import ChartSpec, Mark
from zhenyin.core.settings import Settings
from zhenyin.core.words import Words
from zhenyin.explain.models import Suspect
from zhenyin.problem.models import Plan
from zhenyin.reliability.age_onset import AgeOnset
from zhenyin.ticket.presentation import TicketTotalsResponse
from zhenyin.watch import presentation, rules
from zhenyin.watch.models import Evidence, Finding, MixRateEvidence, Signal, TimeSeries

DAY = date(2026, 3, 2)
SERIES = TimeSeries(DAY, 7, (4.0, 5.0, 21.0), (5.0, 5.0, 5.0), (6.0, 4.0, 4.0))
CITY = Suspect({"city": "成都市"}, 20, 4, 0.8, 5.0, 3.1, float("inf"), 1e-6, Words("成都", "Chengdu"), DAY)

NO_TICKETS = TicketTotalsResponse(total=0, counted=0, duplicates=0, invalid=0)


def finding(rule: str = "weekly", evidence: Evidence | None = None, **values: Any) -> Finding:
    first = {
        "since": DAY + timedelta(days=14),
        "until": DAY + timedelta(days=20),
        "ratio": 4.2,
        "low": 2.6,
        "high": 6.3,
    }
    figures = {"metric": "ticket_count", "where": {"city": "成都市"}, "observed": 21, "expected": 5, "score": 12.0}
    return Finding(**(first | figures | values), rule=rule, evidence=evidence or Evidence())


@pytest.mark.parametrize(
    ("where", "rule", "zh"),
    [
        ({"city": "成都市"}, "weekly", "成都市：是预期的 4.2 倍"),
        ({"fault": "闪退", "version": "2"}, "daily", "闪退、2：是预期的 4.2 倍"),
        ({}, "weekly", "全部：是预期的 4.2 倍"),
        ({"province": "四川省"}, "gap", "四川省：是其他的 4.2 倍"),
        ({"model": "X1"}, "limit", "X1：超过上限，为上限的 4.2 倍"),
    ],
)
def test_a_title_names_the_slice_and_what_it_is_compared_with(where: dict[str, str], rule: str, zh: str) -> None:
    words = presentation.title(finding(rule, where=where))
    assert words.zh == zh
    assert words.en.endswith({"gap": "times the others", "limit": "times it"}.get(rule, "times what was expected"))


def test_a_weekly_chart_is_the_series_with_its_range() -> None:
    chart = presentation.chart_of(finding(evidence=Evidence(series=SERIES)))
    assert chart is not None
    assert chart.x == ["2026-03-02", "2026-03-09", "2026-03-16"]
    assert [line.values for line in chart.series] == [[4.0, 5.0, 21.0], [5.0, 5.0, 5.0]]
    assert chart.band is not None
    assert (chart.band.low, chart.band.high) == ([0.0, 1.0, 1.0], [11.0, 9.0, 9.0])
    assert [(mark.x, mark.kind) for mark in chart.marks] == [("2026-03-16", "onset")]


def test_a_daily_series_is_named_by_day() -> None:
    chart = presentation.chart_of(finding("daily", Evidence(series=replace(SERIES, days=1))))
    assert chart is not None
    assert (chart.subtitle.en, chart.x[-1]) == ("Tickets a day", "2026-03-04")


def test_steps_of_a_limit_leave_out_slices_within_slices() -> None:
    inner = replace(CITY, where={"city": "成都市", "fault": "漏水"}, observed=9, expected=1)
    other = replace(CITY, where={"city": "绵阳市"}, observed=8, expected=3)
    found = Evidence(Words("超过", "above"), (CITY, inner, other), expected=10, observed=31)
    chart = presentation.chart_of(finding("limit", found))
    assert chart is not None
    assert chart.kind == "waterfall"
    assert "成都市、漏水" not in chart.x
    assert {"成都市", "绵阳市"} <= set(chart.x)


@pytest.mark.parametrize("rule", ["gap", "limit"])
def test_without_series_or_suspects_there_is_no_chart(rule: str) -> None:
    assert presentation.chart_of(finding(rule, Evidence(Words("相差", "differs")))) is None


def test_a_mix_rate_chart_has_both_parts_of_the_difference() -> None:
    found = MixRateEvidence(2.0, 0.5, 1.5, True, ("hour",), Words("相差", "differs"), (("hour", "9", 0.4),))
    chart = presentation.mix_rate_chart(finding("gap", Evidence(mix_rate=found), metric="resolution_hours"))
    assert chart is not None
    assert chart.series[0].values == [2.0, 0.5, 1.5]
    assert [(cell.x, cell.y, cell.value) for cell in chart.cells] == [("hour", "9", 0.4)]
    assert chart.note is not None
    assert presentation.mix_rate_chart(finding()) is None


def test_control_charts_are_of_the_series() -> None:
    assert list(presentation.control_charts(finding(evidence=Evidence(series=SERIES)))) == [
        "u",
        "laney",
        "ewma",
        "cusum",
    ]
    assert presentation.control_charts(finding("gap")) == {}


def test_the_onset_age_is_said_after_the_explanation() -> None:
    words = presentation.why(
        finding(evidence=Evidence(Words("集中在成都。", "In Chengdu."), onset_age=AgeOnset(6, 3.0)))
    )
    assert words is not None
    assert words.zh.startswith("集中在成都。在保满 6 个月")
    assert words.en.startswith("In Chengdu. It begins after 6 months")
    assert presentation.why(finding()) is None


@pytest.mark.parametrize(
    ("evidence", "zh"),
    [
        (Evidence(Words("整体", "all"), (CITY,)), "成都"),
        (Evidence(Words("整体", "all"), (replace(CITY, ratio=0.5),)), "出现在：城市 成都市。"),
        (Evidence(Words("整体", "all"), (replace(CITY, where={"city": "绵阳市"}),), outside=True), "整体"),
        (Evidence(), "出现在：城市 成都市。"),
    ],
)
def test_a_report_says_the_suspect_of_the_signal_or_the_whole_or_the_slice(evidence: Evidence, zh: str) -> None:
    assert presentation.reason(finding(evidence=evidence)).zh == zh


def plan(start: date, title: str) -> Plan:
    return Plan(title, "li", start, "ticket_count", {}, "lower", 0.5, start, 4)


def test_an_action_is_marked_in_its_week_and_one_before_the_chart_is_not() -> None:
    onset = Mark("2026-03-09", Words("开始偏离", "Out of line"), "onset")
    words = Words("t", "t")
    chart = ChartSpec("signal", words, words, words, x=["2026-03-02", "2026-03-09", "2026-03-16"], marks=[onset])
    marked = presentation.add_action_marks(chart, [plan(date(2026, 3, 12), "换门封"), plan(date(2026, 1, 1), "早")])
    assert marked.marks == [onset, Mark("2026-03-09", Words("换门封", "换门封"), "fix")]
    assert chart.marks == [onset]


def test_an_answer_has_an_open_period_finite_numbers_and_slices_of_lists(settings: Settings) -> None:
    signal = Signal("sig-1", finding(evidence=Evidence(suspects=(CITY,), series=SERIES), high=1e9), "open", DAY, DAY)
    answer = presentation.present_detail(signal, settings, [], NO_TICKETS)
    data = json.loads(answer.model_dump_json())
    assert data["period"] == {"start": "2026-03-16", "end": "2026-03-23"}
    assert data["interval"] == {"low": 2.6, "high": None, "level": 0.95}
    assert data["where"] == {"city": ["成都市"]}
    assert data["suspects"][0]["interval"]["high"] is None
    assert (data["window_weeks"], data["window_days"]) == (1, 7)


def test_every_rule_has_a_title_and_the_shares_make_up_the_budget(settings: Settings) -> None:
    answer = presentation.present_rules(settings)
    assert [rule.key for rule in answer.rules] == [rule.key for rule in rules.all_rules(settings)]
    assert sum(rule.share for rule in (rules.WEEKLY, rules.DAILY, rules.TOPICS)) == pytest.approx(1.0)


def test_the_limit_is_a_setting(settings: Settings) -> None:
    strict = settings.model_copy(update={"failure_limit_per_thousand": 20.0})
    assert [rule.above for rule in rules.limits(strict)] == [20.0]
    assert [rule.above for rule in rules.limits(settings)] == [50.0]
