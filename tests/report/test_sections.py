"""Each section says what it has in a few blocks, and one honest sentence where it has nothing."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from zhenyin.core.words import Words
from zhenyin.question.models import Cell, Change, Estimate
from zhenyin.question.period import Period
from zhenyin.report import sections
from zhenyin.report.blocks import FindingBlock, Note, Table
from zhenyin.report.models import (
    ActionSummary,
    Headline,
    Holder,
    Quality,
    ReopenedProblem,
    Review,
    SignalSummary,
    SourceGap,
    SourceState,
    VerdictSummary,
)
from zhenyin.stats.effects import Effect, Outcome

MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))
EMPTY = Review(
    period=MARCH,
    data_until=datetime(2026, 3, 31, 18),
    made_at=datetime(2026, 4, 1, 9),
    signals=(),
    worse=(),
    actions=(),
    reopened=(),
    headlines=(),
    unknown=(),
    charts=(),
    quality=Quality((), 120, 100, 5, incomplete=False),
)
ACTION = ActionSummary(
    "更换门封",
    "漏水",
    "李工",
    date(2026, 3, 2),
    date(2026, 3, 9),
    date(2026, 4, 27),
    Words("进行中", "under way"),
    None,
)
SIGNAL = SignalSummary(
    Words("工单量 · W10", "Tickets · W10"),
    Words("出现在：型号 W10。", "It is in: model W10."),
    date(2026, 3, 9),
    80.0,
    20.0,
    4.0,
    3.2,
    5.0,
    fresh=True,
    holder=None,
    chart=None,
)


def section(name: str) -> sections.Section:
    return sections.SECTIONS[name]


def texts(review: Review, name: str) -> str:
    """All that a section says in Chinese."""
    lines_zh: list[str] = []
    for block in section(name).build(review):
        match block:
            case Note(text):
                lines_zh.append(text.zh)
            case FindingBlock(title=title, lines=lines):
                lines_zh += [title.zh, *(line.zh for line in lines)]
            case Table(rows=rows):
                lines_zh += [entry.text.zh for row in rows for entry in row]
    return "\n".join(lines_zh)


def verdict(outcome: Outcome, effect: Effect | None = None) -> VerdictSummary:
    title = {"effective": Words("有效", "Effective"), "not_effective": Words("无效", "Not effective")}
    words = title.get(outcome, Words("为时尚早", "Too early to judge"))
    return VerdictSummary(outcome, words, words, words, effect, date(2026, 3, 30))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("worse", "没有超出预期的波动"),
        ("done", "本期没有进行中的措施"),
        ("worked", "本期没有可判定的措施"),
        ("reopened", "没有问题被重新打开"),
        ("headlines", "没有可用的数据"),
        ("pictures", "没有可画的数据"),
    ],
)
def test_a_section_without_findings_says_so(name: str, sentence: str) -> None:
    assert sentence in texts(EMPTY, name)
    assert section(name).lead(EMPTY) == ()


def test_every_section_has_a_place_of_its_own() -> None:
    places = [one.place for one in sections.in_order()]
    assert places == sorted(set(places))
    assert set(sections.SECTIONS) >= {"worse", "done", "worked", "reopened", "headlines", "quality", "definitions"}


def test_nothing_can_be_said_about_a_period_without_tickets() -> None:
    nothing = replace(EMPTY, quality=Quality((), 0, 0, 0, incomplete=False))
    assert texts(nothing, "worse") == "没有数据，无法判断。"


def test_a_signal_shows_its_counts_interval_and_holder() -> None:
    owned = replace(SIGNAL, holder=Holder("门封专项", Words("整改中", "Acting"), "王敏"))
    shown = texts(replace(EMPTY, signals=(owned,)), "worse")
    assert "实际 80，预期 20，×4.0 [3.2, 5.0]" in shown
    assert "自 2026-03-09 起 · 负责人 王敏（问题：门封专项，整改中）" in shown


def test_a_signal_of_a_mean_has_no_counts_and_one_from_before_says_so() -> None:
    old = replace(SIGNAL, observed=None, expected=None, fresh=False)
    shown = texts(replace(EMPTY, signals=(old,)), "worse")
    assert "实际" not in shown
    assert "（此前已开始） · 还没有人负责" in shown


def test_the_summary_names_the_strongest_three_signals_and_how_many_there_are() -> None:
    lead = section("worse").lead(replace(EMPTY, signals=(SIGNAL,) * 5))
    assert [line.text.zh for line in lead] == ["5 处超出预期", *["工单量 · W10（还没有人负责）"] * 3]
    assert {line.tone for line in lead} == {"worse"}


def test_actions_are_listed_with_the_date_of_their_verdict() -> None:
    assert texts(replace(EMPTY, actions=(ACTION,)), "done").splitlines() == [
        "更换门封",
        "漏水",
        "李工",
        "2026-03-02",
        "2026-03-09",
        "2026-04-27",
        "进行中",
    ]


def test_verdicts_stand_in_the_order_of_what_they_are_worth_and_only_final_ones_lead() -> None:
    outcomes: tuple[Outcome, ...] = ("too_early", "not_effective", "effective")
    effect = Effect(0.6, 0.5, 0.72, 0.001)
    acted = tuple(
        replace(ACTION, title=one, verdict=verdict(one, effect if one == "effective" else None)) for one in outcomes
    )
    review = replace(EMPTY, actions=acted)
    found = [block.title.zh for block in section("worked").build(review) if isinstance(block, FindingBlock)]
    assert found == ["有效：effective", "无效：not_effective", "为时尚早：too_early"]
    assert [(line.text.zh, line.tone) for line in section("worked").lead(review)] == [
        ("有效：effective，−40%（95% 区间 −50% 至 −28%）", "better"),
        ("无效：not_effective", "plain"),
    ]


def test_a_reopened_problem_shows_when_and_why() -> None:
    back = ReopenedProblem("漏水", date(2026, 3, 20), Words("转为“重新打开”：又漏了", "Moved to reopened"), None)
    review = replace(EMPTY, reopened=(back,))
    assert texts(review, "reopened").splitlines() == ["漏水", "2026-03-20", "转为“重新打开”：又漏了", "—"]
    assert [line.text.zh for line in section("reopened").lead(review)] == ["又回来了：漏水"]


@pytest.mark.parametrize(
    ("assessment", "change", "word"),
    [("worse", 0.2, "▲ 变差"), ("better", -0.2, "▼ 变好"), ("same", 0.01, "正常波动"), ("unknown", 0.0, "—")],
)
def test_a_headline_is_assessed_by_sign_and_word(assessment: Any, change: float, word: str) -> None:
    before = Estimate(10.0, None, None, 100, 10.0, 1.0)
    moved = Change(before, change, change - 0.05, change + 0.05, relative=True)
    cell = Cell("ticket_count", {}, before, False, moved, None, assessment)
    assert texts(replace(EMPTY, headlines=(Headline(cell),)), "headlines").splitlines()[-1] == word


def test_the_quality_of_the_data_names_gaps_and_what_has_no_category() -> None:
    gap = SourceGap(date(2026, 3, 10), date(2026, 3, 16))
    source = SourceState("微信", 60, date(2026, 3, 31), 70, 2, gap)
    review = replace(EMPTY, quality=Quality((source,), 120, 100, 5, incomplete=True))
    shown = texts(review, "quality")
    assert "去除重复与无效后计 100 件，其中 5 件（5.0%）未分类" in shown
    assert "7 天（2026-03-10 – 2026-03-16）" in shown
    assert "本期尚未结束" in shown
    assert "来源“微信”静默 7 天" in section("quality").lead(review)[0].text.zh
