"""What rises is told, and what only scatters is not."""

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
