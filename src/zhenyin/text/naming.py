"""Names for topics, in the words of those who wrote: "配网失败、连不上wifi".

The head of a name is the phrase that most texts of the topic have and few others do; it is made longer as long as most
of its texts go along. A second phrase stands for texts that the first leaves out.

Source: the gain of a phrase is its part of the mutual information of phrase and topic, after D. Mei, X. Shen and
C. Zhai, Automatic labeling of multinomial topic models, KDD 2007.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Ints
from zhenyin.text.phrases import Phrases, find

_LEAST, _RARE = 3, 5_000
"""A phrase comes in so many texts, or in one of so many, whichever is more."""
_KEEPS = 0.5
"""Share of a head's texts that a longer phrase must keep."""
_SHORT_WORD, _OFTEN = 4, 0.15
"""A head of fewer letters says little: the commonest longer phrase with this share of its texts stands for it."""
_ADDS = 0.12
"""Share of the topic's texts that a further phrase must add."""
_CANDIDATES, _SHOWN_PHRASES = 60, 8
"""Phrases that are looked at, and told, beside the name."""
_MOST_LIFT = 4.0
_SHORT = 0.7
"""What a phrase of two letters is worth beside one of four or more."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name, and the phrases that set the topic apart (phrase, share of its texts, lift), the best first."""

    text: str
    phrases: tuple[tuple[str, float, float], ...]


def names(
    runs: Sequence[Sequence[Sequence[str]]],
    topic: Ints,
    number: int,
    without: frozenset[str],
    half: Ints | None = None,
) -> list[Name]:
    """Names of topics 0 to number - 1; different ones.

    runs: of each text, its runs of words (Segmenter.runs). topic: int [texts], NONE for none. without: lower-case words
    that no name holds, such as those of products. half: 0 or 1 [texts], where a topic may hold two things
    (TopicModel.halves): the name then says a phrase of each, that of the larger one first.
    """
    half = np.zeros(len(topic), np.int64) if half is None else half
    found = find(runs, without, max(_LEAST, len(runs) // _RARE))
    sizes = np.bincount(topic[topic >= 0], minlength=number)
    topics = {key: topic[found.rows(key)] for key in found.at}
    counts = {key: np.bincount(of[of >= 0], minlength=number) for key, of in topics.items()}
    taken: set[str] = set()
    made: list[Name] = [Name("", ())] * number
    for one in np.argsort(-sizes, kind="stable").tolist():
        lefts = [set(np.flatnonzero((topic == one) & (half == which)).tolist()) for which in (0, 1)]
        made[one] = _name(one, found, topic, counts, sizes, lefts, taken)
        taken.add(made[one].text)
    return made


def _name(
    one: int,
    found: Phrases,
    topic: Ints,
    counts: dict[str, Ints],
    sizes: Ints,
    halves: Sequence[set[int]],
    taken: set[str],
) -> Name:
    """The name of one topic that is not taken."""
    lift = _lifts(one, counts, sizes)
    inside = {key: {row for row in found.rows(key).tolist() if topic[row] == one} for key in lift}
    whole = max(sum(map(len, halves)), 1)
    more, less = sorted(halves, key=len, reverse=True)
    chosen = list[str]()
    for rows in (more, less if len(less) >= _ADDS * whole else more):
        left = rows.difference(*(inside[one] for one in chosen))
        best = _best(inside, lift, left)
        if best is None or (chosen and len(inside[best] & left) < _ADDS * len(rows)):
            break
        best = _extended(best, inside, lift)
        chosen.append(best)
        lift = {key: value for key, value in lift.items() if best not in key and key not in best}
    order = sorted(inside, key=lambda key: (-_gain(key, inside[key], _lifts_of(key, one, counts, sizes)), key))
    shown = _different(order[:_CANDIDATES], inside)
    phrases = tuple(
        (found.written(key), len(inside[key]) / whole, float(np.exp(_lifts_of(key, one, counts, sizes))))
        for key in shown
    )
    return Name(_free("、".join(found.written(key) for key in chosen), phrases, taken, one), phrases)


def _different(ordered: Sequence[str], inside: dict[str, set[int]]) -> list[str]:
    """The best phrases, without those that say part of what another one says of mostly the same texts."""
    shown: list[str] = []
    for key in ordered:
        alike = (other for other in ordered if other != key and key in other)
        extended = any(len(inside[other]) >= _KEEPS * len(inside[key]) for other in alike)
        if not extended and not any(other in key for other in shown):
            shown.append(key)
    return shown[:_SHOWN_PHRASES]


def _lifts(one: int, counts: dict[str, Ints], sizes: Ints) -> dict[str, float]:
    """Log of how much likelier each phrase is in the topic than in all texts; only those likelier by half."""
    lifts = {key: _lifts_of(key, one, counts, sizes) for key, count in counts.items() if count[one] >= 2}
    return {key: value for key, value in lifts.items() if value > np.log(1.5)}


def _lifts_of(key: str, one: int, counts: dict[str, Ints], sizes: Ints) -> float:
    inside, whole = counts[key][one] / max(sizes[one], 1), counts[key].sum() / max(sizes.sum(), 1)
    return float(np.log(max(inside, 1e-9) / max(whole, 1e-9)))


def _gain(key: str, rows: set[int], lift: float) -> float:
    return len(rows) * min(lift, _MOST_LIFT) * (1.0 if len(key) > 3 else 0.85 if len(key) == 3 else _SHORT)


def _best(inside: dict[str, set[int]], lift: dict[str, float], left: set[int]) -> str | None:
    gains = {key: _gain(key, inside[key] & left, value) for key, value in lift.items()}
    best = max(gains, key=lambda key: (gains[key], key), default=None)
    return best if best and gains[best] > 0 else None


def _extended(head: str, inside: dict[str, set[int]], lift: dict[str, float]) -> str:
    """The head, or the longest phrase around it that keeps most of its texts; of a bare word, its commonest phrase."""
    around = {key: len(inside[key]) / max(len(inside[head]), 1) for key in lift if head in key}
    longest = max(
        (key for key, kept in around.items() if kept >= _KEEPS), key=lambda key: (len(key), key), default=head
    )
    if len(longest) >= _SHORT_WORD:
        return longest
    shown = [key for key, kept in around.items() if len(key) >= _SHORT_WORD and kept >= _OFTEN]
    return max(shown, key=lambda key: (around[key], len(key), key), default=longest)


def _free(text: str, phrases: tuple[tuple[str, float, float], ...], taken: set[str], one: int) -> str:
    """A name that no other topic bears: with a further phrase, or with a number."""
    options = [text, *(f"{text}、{phrase}" for phrase, _, _ in phrases if phrase not in text)]
    return next((name for name in options if name and name not in taken), f"{text or '未命名'} {one + 1}")
