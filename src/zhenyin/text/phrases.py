"""Phrases that come in many texts: words are made numbers, and a run of words is counted only where its parts are frequent.

Source: R. Agrawal and R. Srikant, Fast algorithms for mining association rules, VLDB 1994.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import count

import numpy as np
from numpy.typing import NDArray

from zhenyin.core.arrays import Ints
from zhenyin.text.segment import NUMBER

_LONGEST, _LETTERS = 8, 12
"""Words and letters of a phrase, at most."""
_LEAN_BACK = frozenset("里中后的地得了着过吗呢吧啊就也都个次天") | {"小时", "分钟", "个月"}
_LEAN_ON = frozenset("就也都还又再只很太不没从和跟把被给在向对将一两")
"""Words that belong to the one before, or after: a phrase that begins, or ends, with one is half a phrase."""
_GAP = ""
"""Stands after each run of words."""
_NONE = -1
_OPEN, _NEAR = 0.5, 2
"""Share of its places with a number so many words ahead, at most, from which on a phrase is half of one."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their lower-case text.

    words: those of all texts as they are written, one after the other. row: int [words], the text of each. at: of each
    phrase, how many words it has and where it starts, once for each way to cut it into words.
    """

    words: list[str] = field(repr=False)
    row: Ints = field(repr=False)
    at: dict[str, list[tuple[int, Ints]]] = field(repr=False)

    def rows(self, phrase: str) -> Ints:
        """int [texts that have the phrase], ascending."""
        return np.unique(np.concatenate([self.row[starts] for _, starts in self.at[phrase]]))

    def written(self, phrase: str) -> str:
        """A phrase as it is mostly written."""
        if phrase.upper() == phrase:
            return phrase
        spellings = Counter(
            _glued(self.words[start : start + length])
            for length, starts in self.at[phrase]
            for start in starts.tolist()
        )
        return spellings.most_common(1)[0][0]


def find(texts: Iterable[Sequence[Sequence[str]]], without: frozenset[str], least: int) -> Phrases:
    """The phrases of two letters or more, up to eight words and twelve letters, that come in `least` texts or more.

    texts: of each, its runs of words (Segmenter.runs); a phrase lies in one run. without: lower-case words that no phrase
    holds. A phrase neither begins with a word that leans on the one before, nor ends with one that leans on the next, nor
    mostly stands before a number.

    >>> found = find([[["配网", "失败"]], [["配网", "失败", "了"]], [["配网"], ["失败"]]], frozenset(), 2)
    >>> {phrase: found.rows(phrase).tolist() for phrase in found.at}
    {'配网': [0, 1, 2], '失败': [0, 1, 2], '配网失败': [0, 1]}
    """
    words, row = _laid_out(texts)
    code, spelled = _coded(words, without)
    letters = list(spelled)
    opens = _before_number(words)
    found: dict[str, list[tuple[int, Ints]]] = {}
    runs = code
    for length in range(1, _LONGEST + 1):
        runs, spelled, starts = _kept(runs, spelled, row, least)
        for phrase, places in zip(spelled, starts, strict=True):
            if len(phrase) > 1 and not _half(words, opens, places, length):
                found.setdefault(phrase, []).append((length, places))
        if not spelled:
            break
        runs, spelled = _extend(runs, spelled, code, letters, length)
    return Phrases(words, row, found)


def _half(words: Sequence[str], opens: NDArray[np.bool_], places: Ints, length: int) -> bool:
    """Whether a phrase needs what stands before it, or what comes after it, as "不到" needs a number."""
    if words[places[0]] in _LEAN_BACK or words[places[0] + length - 1] in _LEAN_ON:
        return True
    return float(opens[places + length].mean()) > _OPEN


def _before_number(words: Sequence[str]) -> NDArray[np.bool_]:
    """bool [words], whether a number comes in its place or soon after it, in the same run."""
    opens = np.fromiter((word == NUMBER for word in words), bool, len(words))
    gaps = np.fromiter((word == _GAP for word in words), bool, len(words))
    for _ in range(_NEAR):
        opens[:-1] |= opens[1:] & ~gaps[:-1]
    return opens


def _laid_out(texts: Iterable[Sequence[Sequence[str]]]) -> tuple[list[str], Ints]:
    words: list[str] = []
    sizes: list[int] = []
    for runs in texts:
        before = len(words)
        for run in runs:
            words.extend(run)
            words.append(_GAP)
        sizes.append(len(words) - before)
    return words, np.repeat(np.arange(len(sizes)), np.array(sizes, np.int64))


def _coded(words: Sequence[str], without: frozenset[str]) -> tuple[Ints, list[str]]:
    """int [words], a number for each lower-case word, none for gaps and for what no phrase holds; the words by number."""
    number: defaultdict[str, int] = defaultdict(count().__next__)
    spelled: defaultdict[str, int] = defaultdict(count().__next__)
    spellings = np.fromiter(map(spelled.__getitem__, words), np.int64, len(words))
    barred = without | {_GAP, NUMBER}
    known = {word.lower() for word in spelled}
    code_of_spelling = np.array(
        [_NONE if _holds(w.lower(), barred, known) else number[w.lower()] for w in spelled], np.int64
    )
    return code_of_spelling[spellings] if len(code_of_spelling) else spellings, list(number)


def _holds(word: str, barred: frozenset[str], known: set[str]) -> bool:
    """Whether a word is barred, or one that is written onto another: "proapp" of a Pro and its app."""
    if word in barred or not word.isascii():
        return word in barred
    return any(word[:i] in barred and word[i:] in known for i in range(1, len(word)))


def _kept(runs: Ints, spelled: Sequence[str], row: Ints, least: int) -> tuple[Ints, list[str], list[Ints]]:
    """The runs that come in `least` texts and have no more letters than a phrase may, numbered anew; where each starts."""
    here = np.flatnonzero(runs >= 0)
    order = here[np.argsort(runs[here], kind="stable")]
    which, text = runs[order], row[order]
    # Places of one run are in the order of the texts, so that another text is another pair.
    first = np.append(True, (which[1:] != which[:-1]) | (text[1:] != text[:-1]))[: len(which)]
    often = np.bincount(which[first], minlength=len(spelled)) >= least
    often &= np.array([len(text) <= _LETTERS for text in spelled], bool)
    numbered = np.append(np.where(often, np.cumsum(often) - 1, _NONE), _NONE)
    starts = np.split(order, np.searchsorted(which, np.arange(1, len(spelled)))) if spelled else []
    kept = np.flatnonzero(often).tolist()
    return numbered[runs], [spelled[i] for i in kept], [starts[i] for i in kept]


def _extend(
    runs: Ints, spelled: Sequence[str], code: Ints, letters: Sequence[str], length: int
) -> tuple[Ints, list[str]]:
    """Runs of one word more, wherever what they begin and what they end with was kept."""
    extended = np.full(len(runs), _NONE, np.int64)
    begin, end, word = runs[:-length], runs[1 : len(runs) - length + 1], code[length:]
    here = np.flatnonzero((begin >= 0) & (end >= 0) & (word >= 0))
    pairs, which = np.unique(begin[here] * len(letters) + word[here], return_inverse=True)
    extended[here] = which
    first, last = (part.tolist() for part in np.divmod(pairs, max(len(letters), 1)))
    return extended, [_glued((spelled[i], letters[j])) for i, j in zip(first, last, strict=True)]


def _glued(words: Sequence[str]) -> str:
    """Words as one text: a blank between two of letters."""
    text = words[0]
    for word in words[1:]:
        text += f" {word}" if text[-1].isascii() and word[0].isascii() else word
    return text
