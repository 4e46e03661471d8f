"""Texts cut into words: the dictionary's, and the new ones that the texts themselves show."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Any

from zhenyin.text import new_words
from zhenyin.text.normalise import plain

SAMPLE = 40_000
"""Texts in which new words are looked for; more hardly show others."""
_HIDDEN = re.compile("〔[^〕]*〕")
"""What masking put in place of personal data."""
_MEASURES = frozenset("个次天年月日号点时分秒周度台件条只双位层楼块元万米平斤瓦升页遍回趟步通间户口种家成倍寸岁多几半") | {
    *"路栋幢期届级",
    "小时", "分钟", "秒钟", "星期", "个月", "厘米", "公里", "平米", "公斤", "毫升",
}  # fmt: skip
"""Words that say what a number before them counts."""
NUMBER = "#"
"""Stands at the end of a run that a number breaks."""
_NO_WORD = re.compile(r"[\W_]+|[\d.,:%~-]+")


class Segmenter:
    """Cuts texts into words. `more`: words that the dictionary does not know. Made anew it cuts the same."""

    def __init__(self, more: Iterable[str] = ()) -> None:
        self.more = tuple(sorted(set(more)))

    @cached_property
    def _cutter(self) -> Any:
        return _cutter(self.more)

    def words(self, text: str) -> list[str]:
        """The words of a text in their order, lower case; no punctuation, bare numbers or masked data.

        >>> Segmenter(["配网"]).words("重启３次之后，Ｗi-Fi配网超时〔手机号〕")
        ['重启', '次', '之后', 'wi', 'fi', '配网', '超时']
        """
        cut = self._cutter.cut(_HIDDEN.sub(" ", plain(text)).lower(), hmm=False)
        return [word for word in cut if not _no_word(word)]

    def runs(self, text: str) -> list[list[str]]:
        """The words of a text as they are written, in runs that no punctuation and no number breaks.

        A number takes its measure with it: what is left would begin with half a word. A run before one ends with NUMBER.

        >>> Segmenter(["配网"]).runs("APP配网失败3次了，无语")
        [['APP', '配网', '失败', '#'], ['了'], ['无', '语']]
        """
        found: list[list[str]] = [[]]
        number = False
        for word in self._cutter.cut(_HIDDEN.sub("，", plain(text)), hmm=False):
            if _no_word(word) or (number and word in _MEASURES):
                if found[-1] and word[0].isdigit():
                    found[-1].append(NUMBER)
                found.append([])
            else:
                found[-1].append(word)
            number = word[-1].isdigit()
        return [run for run in found if run]

    def knows(self, word: str) -> bool:
        """Whether there is a word of the dictionary in this string: then it is no new word, but at most a phrase."""
        return any(len(part) > 1 for part in self._cutter.cut(word, hmm=False))


@lru_cache(maxsize=50_000)
def _no_word(word: str) -> bool:
    """Whether a word is punctuation or a bare number. Kept: the same few thousand words come in all texts."""
    return _NO_WORD.fullmatch(word) is not None


@lru_cache(maxsize=4)
def _cutter(more: tuple[str, ...]) -> Any:
    """The dictionary with more words; it takes a third of a second to read."""
    import rjieba

    cutter = rjieba.Jieba()
    for word in more:
        cutter.add_word(word, cutter.suggest_freq(word), "n")
    return cutter


def learned(texts: Sequence[str]) -> Segmenter:
    """A segmenter that knows the new words of these texts."""
    step = max(1, len(texts) // SAMPLE)
    sample = [_HIDDEN.sub(" ", plain(text)) for text in texts[::step][:SAMPLE]]
    dictionary = Segmenter()
    least = max(10, len(sample) // 2_000)
    return Segmenter(word.text for word in new_words.find(sample, least=least) if not dictionary.knows(word.text))
