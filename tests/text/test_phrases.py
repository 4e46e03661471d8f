"""Phrases are found as by counting every run of words, whatever the texts."""

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from zhenyin.text.phrases import find
from zhenyin.text.segment import Segmenter

WORDS = ["配网", "失败", "了", "不", "APP", "app", "wifi", "一直", "连不上路由器"]
TEXTS = st.lists(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=11), max_size=3), max_size=12)


def counted(texts: list[list[list[str]]], without: frozenset[str], least: int) -> dict[str, list[int]]:
    """The same by looking at every run of up to eight words."""
    seen: defaultdict[str, set[int]] = defaultdict(set)
    for row, text in enumerate(texts):
        for run in text:
            for start in range(len(run)):
                for end in range(start + 1, min(start + 9, len(run) + 1)):
                    part = run[start:end]
                    phrase = part[0]
                    for word in part[1:]:
                        phrase += f" {word}" if phrase[-1].isascii() and word[0].isascii() else word
                    whole = part[0] != "了" and part[-1] != "不"
                    if whole and 2 <= len(phrase) <= 12 and not any(word.lower() in without for word in part):
                        seen[phrase.lower()].add(row)
    return {phrase: sorted(rows) for phrase, rows in seen.items() if len(rows) >= least}


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.sets(st.sampled_from(["失败", "app"])), st.integers(1, 4))
def test_every_phrase_is_found_in_every_text_that_has_it(
    texts: list[list[list[str]]], without: set[str], least: int
) -> None:
    found = find(texts, frozenset(without), least)
    assert {phrase: found.rows(phrase).tolist() for phrase in found.at} == counted(texts, frozenset(without), least)


def test_a_phrase_is_written_as_most_texts_write_it() -> None:
    found = find([[["APP", "闪退"]], [["App", "闪退"]], [["APP", "闪退"]]], frozenset(), 3)
    assert {found.written(phrase) for phrase in found.at} == {"APP", "APP闪退", "闪退"}


def test_one_phrase_cut_in_two_ways_is_one() -> None:
    found = find([[["没", "反应"]], [["没反", "应"]]] * 2, frozenset(), 2)
    assert found.rows("没反应").tolist() == [0, 1, 2, 3]


def test_no_text_has_no_phrase() -> None:
    assert find([], frozenset(), 1).at == {}
    assert find([[], []], frozenset(), 1).at == {}


def test_no_phrase_is_half_a_phrase() -> None:
    found = find([[["APP", "里", "经常", "离线"], ["电量", "从"], ["下班", "回家", "就"]]] * 2, frozenset({"app"}), 2)
    assert set(found.at) == {"经常", "离线", "经常离线", "电量", "下班", "回家", "下班回家"}


def test_a_name_written_onto_a_word_bars_it() -> None:
    found = find([[["Proapp", "崩溃"]], [["app", "崩溃"]], [["problem"]]] * 2, frozenset({"pro"}), 2)
    assert found.at.keys() == {"app", "app崩溃", "崩溃", "problem"}


def test_what_mostly_stands_before_a_number_is_half_a_phrase() -> None:
    runs = Segmenter().runs
    texts = [runs("现在不到30分钟就没电"), runs("现在不到20分钟就没电"), runs("充电很慢"), runs("充电慢，分3次充")]
    found = find(texts, frozenset(), 2)
    assert "不到" not in found.at
    assert "现在不到" not in found.at
    assert {"没电", "充电"} <= found.at.keys()
