"""New words: what sticks together and stands freely."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from zhenyin.text import new_words
from zhenyin.text.segment import learned

LETTERS = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳"


def _around(word: str, chance: Random) -> str:
    return "".join(chance.choices(LETTERS, k=4)) + word + "".join(chance.choices(LETTERS, k=4))


def test_a_word_that_no_dictionary_knows_is_found_and_kept_whole() -> None:
    chance = Random(1)
    texts = [_around("蓁旎" if row % 8 == 0 else "", chance) for row in range(3_000)]
    segmenter = learned(texts)
    assert "蓁旎" in segmenter.more
    assert "蓁旎" in segmenter.words("天地蓁旎冬藏")


def test_half_a_word_is_none() -> None:
    chance = Random(2)
    texts = [_around("蓁旎瓛" if row % 8 == 0 else "", chance) for row in range(3_000)]
    assert [word.text for word in new_words.find(texts)] == ["蓁旎瓛"]


def test_letters_that_meet_by_chance_are_no_word() -> None:
    chance = Random(3)
    assert new_words.find(["".join(chance.choices(LETTERS, k=12)) for _ in range(2_000)]) == []


def test_no_text_has_no_words() -> None:
    assert new_words.find([]) == []
    assert new_words.find(["", "abc 123"]) == []


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text(max_size=30), max_size=20))
def test_any_text_is_cut_without_losing_letters(texts: list[str]) -> None:
    segmenter = learned(texts)
    for text in texts:
        for word in segmenter.words(text):
            assert word.strip()
        assert all(run for run in segmenter.runs(text))
