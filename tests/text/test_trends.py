"""What rises is told, and what only scatters is not."""

import numpy as np

from zhenyin.stats.rate_changes import rate_changes, weekly_dispersion
from zhenyin.text.segment import Segmenter
from zhenyin.text.trends import Phrase, of_their_own, phrases

CUT = Segmenter(["配网"])


def runs(*texts: str) -> list[list[list[str]]]:
    return [CUT.runs(text) for text in texts]


def test_a_phrase_is_counted_once_a_text_and_as_it_is_mostly_written() -> None:
    found = phrases(runs("APP闪退，APP闪退", "APP闪退"), runs("app闪退"), frozenset(), least=3)
    assert Phrase("APP闪退", 2, 1) in found


def test_names_that_tickets_are_about_anyway_are_in_no_phrase() -> None:
    found = phrases(runs("X30配网失败"), [], frozenset(CUT.words("X30")), least=1)
    assert {one.text for one in found} == {"配网", "失败", "配网失败"}


def test_of_phrases_in_each_other_the_one_that_says_most_is_told() -> None:
    found = [
        Phrase("闪一下就没", 50, 10),
        Phrase("闪一下", 51, 11),
        Phrase("没", 90, 40),
        Phrase("机器闪一下就没", 20, 5),
    ]
    assert [one.text for one in of_their_own(found)] == ["闪一下就没", "没"]


def test_two_cuts_of_one_sentence_are_told_once() -> None:
    found = [Phrase("更新后一进去就退回", 92, 45), Phrase("后一进去就退回桌面", 90, 45), Phrase("退回桌面版本", 20, 5)]
    assert [one.text for one in of_their_own(found)] == ["更新后一进去就退回", "退回桌面版本"]


def test_what_doubles_rises_and_what_is_in_service_is_taken_into_account() -> None:
    usual = [200.0] * 30
    found = rate_changes([*usual, 400.0], [*usual, 200.0], (1.0, 1.0))
    assert [one.increased for one in found] == [False] * 30 + [True]
    assert found[-1].low < 2 < found[-1].high
    assert not any(one.increased for one in rate_changes([*usual, 400.0], [200.0] * 30 + [380.0], (2.0, 1.0)))


def test_of_what_only_scatters_hardly_anything_rate_changes() -> None:
    """Four hundred phrases whose counts scatter twice as much as chance alone, fifty times."""
    chance, called = np.random.default_rng(1), 0
    for _ in range(50):
        rate = 60 * chance.gamma(60, 1 / 60, (400, 2))
        now, before = chance.poisson(rate).T.tolist()
        called += any(one.increased for one in rate_changes(now, before, (1.0, 1.0)))
    assert called <= 6


def test_few_topics_that_all_move_with_the_season_do_not_hide_what_rate_changes() -> None:
    """Forty topics half of which double or halve: read from them, the spread would swallow a rise by half."""
    before = [400.0] * 40
    now = [800.0] * 10 + [200.0] * 10 + [400.0] * 19 + [600.0]
    assert not rate_changes(now, before, (1.0, 1.0))[-1].increased
    steady = weekly_dispersion(np.random.default_rng(2).poisson(100, (40, 26)).astype(float))
    found = rate_changes(now, before, (1.0, 1.0), steady)
    assert [one.increased for one in found] == [True] * 10 + [False] * 29 + [True]


def test_restless_weeks_are_told_from_a_slow_rise() -> None:
    chance = np.random.default_rng(3)
    slow = chance.poisson(np.linspace(100, 300, 26), (40, 26))
    restless = chance.poisson(200 * chance.gamma(20, 1 / 20, (40, 26)))
    assert weekly_dispersion(slow.astype(float)) < 1.3
    assert weekly_dispersion(restless.astype(float)) > 5
    assert weekly_dispersion(np.zeros((0, 26))) == 1.0


def test_what_rose_by_little_is_not_told_however_sure() -> None:
    (one,) = rate_changes([110_000.0], [100_000.0], (1.0, 1.0), 1.0)
    assert one.low > 1
    assert not one.increased
