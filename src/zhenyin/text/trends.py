"""Which words and phrases come in how many texts of two times."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from zhenyin.text.phrases import find

_SAME = 0.7
"""A phrase whose texts are mostly those of a longer one that holds it says nothing of its own."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase as it is mostly written, and in how many texts of each time it comes."""

    text: str
    now: int
    before: int


def phrases(
    now: Iterable[Sequence[Sequence[str]]],
    before: Iterable[Sequence[Sequence[str]]],
    without: frozenset[str],
    least: int,
) -> list[Phrase]:
    """The phrases that come in `least` texts of both times together or more.

    now, before: of each text, its runs of words (Segmenter.runs). without: lower-case words that no phrase holds.

    >>> phrases([[["配网", "失败"]], [["配网", "失败"]]], [[["配网"]]], frozenset(), 3)
    [Phrase(text='配网', now=2, before=1)]
    """
    kept = list(now)
    found = find(chain(kept, before), without, least)
    counts = {phrase: found.rows(phrase) for phrase in found.at}
    earlier = {phrase: int((rows >= len(kept)).sum()) for phrase, rows in counts.items()}
    return [Phrase(found.written(one), len(rows) - earlier[one], earlier[one]) for one, rows in counts.items()]


def of_their_own(found: Sequence[Phrase]) -> list[Phrase]:
    """The phrases in their order, without parts of one that most of their texts have, and without those that one told says.

    One says another when it lies in it, or when one ends as the other begins and both come in about the same texts.

    >>> of_their_own([Phrase("配网", 10, 2), Phrase("配网失败", 9, 1), Phrase("失败", 30, 9)])
    [Phrase(text='配网失败', now=9, before=1), Phrase(text='失败', now=30, before=9)]
    """
    kept: list[Phrase] = []
    for one in found:
        around = (other for other in found if other != one and one.text in other.text)
        part = any(other.now >= _SAME * one.now for other in around)
        if not part and not any(other.text in one.text or _one_sentence(one, other) for other in kept):
            kept.append(one)
    return kept


def _one_sentence(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases are cut out of one longer sentence: they have half of their letters in common, and their texts."""
    alike = min(one.now, other.now) >= _SAME * max(one.now, other.now)
    short = min(len(one.text), len(other.text))
    common = range((short + 1) // 2, short)
    return alike and any(a.text[-n:] == b.text[:n] for n in common for a, b in ((one, other), (other, one)))
