"""Keyword rules: the words of the taxonomy decide; what no word tells stays unknown.

A category that the source gave narrows the faults to it. Severity is the fault's own, raised by words of danger.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from zhenyin.classifiers import Classifier, Given, Labels, Taxonomy
from zhenyin.classifiers._matcher import Matcher, Rule
from zhenyin.core.words import Words

CHUNK = 50_000
_GUARDED = ("fault", "kind")
_ONE_LATIN_WORD = re.compile(r"[a-z0-9'-]+")
NEUTRAL, NEGATIVE, POSITIVE = "neutral", "negative", "positive"
Decision = tuple[str, str]
"""A value, and the words that decided."""
Collected = dict[str, list[tuple[int, str, str]]]


@dataclass(frozen=True, slots=True)
class _Found:
    """Of one family of targets: the number of the best in each text (-1: none), and the words that spoke for it."""

    best: list[int]
    words: list[str]


class _Reader:
    """One taxonomy, compiled once. All its words are looked for together; `spans` says which targets are whose."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self.types = [type_ for type_, _ in taxonomy.faults]
        self.names = [fault.key for _, fault in taxonomy.faults]
        self.type_keys = np.array([type_.key for type_ in self.types])
        self.fault_severity = [fault.severity for _, fault in taxonomy.faults]
        self.severity_keys = [severity.key for severity in taxonomy.severities]
        families = {
            "fault": [fault.words for _, fault in taxonomy.faults],
            "severity": [severity.words for severity in taxonomy.severities],
            "kind": [kind.words for kind in taxonomy.kinds],
            "mood": [taxonomy.negative, taxonomy.positive],
        }
        self.spans: dict[str, slice] = {}
        words: list[tuple[str, ...]] = []
        for name, family in families.items():
            self.spans[name] = slice(len(words), len(words) + len(family))
            words += family
        rules = [Rule(target, word) for target, mine in enumerate(words) for word in mine]
        self.matcher, self.targets = Matcher(rules, taxonomy.negations), len(words)
        self.trust = np.array([0.5 if _ONE_LATIN_WORD.fullmatch(rule.text) else 1.0 for rule in rules])
        self.target_of_rule = np.array([rule.target for rule in rules], dtype=np.int64)


def label(given: Given, taxonomy: Taxonomy) -> list[Labels]:
    """Labels for the blanks of the given tickets, field by field; no label where nothing tells.

    >>> from zhenyin.classifiers import default_taxonomy
    >>> blank = Given(["洗衣机底下漏水"], [None], [None], [None], [None], ["neutral"])
    >>> [(found.field, found.values, found.why) for found in label(blank, default_taxonomy())][1]
    ('fault', ['机身漏水'], ['漏水'])
    """
    reader = _reader(taxonomy)
    collected: Collected = {}
    for start in range(0, len(given), CHUNK):
        _label_chunk(reader, given, slice(start, start + CHUNK), collected)
    return [_labels(name, found) for name, found in collected.items()]


def _labels(name: str, found: list[tuple[int, str, str]]) -> Labels:
    rows, values, why = zip(*found, strict=True)
    return Labels(name, np.array(rows, dtype=np.int64), list(values), list(why))


@lru_cache(maxsize=4)
def _reader(taxonomy: Taxonomy) -> _Reader:
    return _Reader(taxonomy)


def _label_chunk(reader: _Reader, given: Given, part: slice, collected: Collected) -> None:
    text = given.text[part]
    holds = reader.matcher.hold(text)
    scores = reader.matcher.scores(holds, reader.targets)
    scores[:, reader.spans["fault"]] *= _allowed(reader, given, part)
    found = {name: _found(reader, holds, scores, span, guarded=name in _GUARDED) for name, span in reader.spans.items()}
    for row, words in enumerate(text):
        at = part.start + row
        for name, decision in _classify_text(reader, row, words, found, given.fault[at]).items():
            if decision is not None and not getattr(given, name)[at]:
                collected.setdefault(name, []).append((at, *decision))


def _found(
    reader: _Reader, holds: sparse.coo_array, scores: NDArray[np.float64], span: slice, *, guarded: bool
) -> _Found:
    """The best of a family in each text. guarded: one Latin word alone does not decide."""
    mine = scores[:, span]
    best = np.where(mine.max(axis=1, initial=0.0) > 0, mine.argmax(axis=1), -1)
    speaks = reader.target_of_rule[holds.col] - span.start == best[holds.row]
    if guarded:
        # One Latin word is a guess: `leak` may be of news. A phrase, a Chinese word or a second word is none.
        weight = np.bincount(holds.row[speaks], reader.trust[holds.col[speaks]], len(best))
        best = np.where(weight >= 1, best, -1)
        speaks &= best[holds.row] >= 0
    words: list[list[str]] = [[] for _ in range(len(best))]
    for row, rule in zip(holds.row[speaks].tolist(), holds.col[speaks].tolist(), strict=True):
        words[row].append(reader.matcher.rules[rule].text)
    return _Found(best.tolist(), ["、".join(several) for several in words])


def _classify_text(
    reader: _Reader, row: int, text: str | None, found: dict[str, _Found], given: str | None
) -> dict[str, Decision | None]:
    """What the rules say about one text, field by field; None where nothing tells."""
    best = {name: family.best[row] for name, family in found.items()}
    words = {name: family.words[row] for name, family in found.items()}
    fault = _given_fault(reader, given, best["fault"])
    known = fault >= 0
    return {
        "category": (str(reader.type_keys[fault]), given or words["fault"]) if known else None,
        "fault": (reader.names[fault], words["fault"]) if known else None,
        "kind": _kind(reader, fault, best["kind"], words["kind"]),
        "severity": _severity(reader, fault, best["severity"], words["severity"]),
        "sentiment": _sentiment(text, best["mood"], words["mood"]),
    }


def _allowed(reader: _Reader, given: Given, part: slice) -> NDArray[np.bool_]:
    """Bool [texts, faults]: a known category that was given narrows the faults to it; a foreign one narrows nothing."""
    category = np.array([value or "" for value in given.category[part]])
    within: NDArray[np.bool_] = category[:, None] == reader.type_keys[None, :]
    within[~within.any(axis=1)] = True
    return within


def _given_fault(reader: _Reader, given: str | None, found: int) -> int:
    if given:
        return reader.names.index(given) if given in reader.names else -1
    return found


def _kind(reader: _Reader, fault: int, kind: int, words: str) -> Decision | None:
    """What the text calls itself; otherwise what tickets about such a fault mostly are."""
    kinds = reader.taxonomy.kinds
    # Words of a repair or a question are weak: people ask politely about what is broken.
    if kind >= 0 and (fault < 0 or kinds[kind].key in ("投诉", "建议")):
        return kinds[kind].key, words
    return (reader.types[fault].kind, reader.names[fault]) if fault >= 0 else None


def _severity(reader: _Reader, fault: int, found: int, words: str) -> Decision | None:
    """The worse of what the fault is and what the words say."""
    keys = reader.severity_keys
    own = reader.fault_severity[fault] if fault >= 0 else None
    if found >= 0 and (own is None or found < keys.index(own)):
        return keys[found], words
    return (own, reader.names[fault]) if own else None


def _sentiment(text: str | None, mood: int, words: str) -> Decision | None:
    return ((NEGATIVE, POSITIVE, NEUTRAL)[mood], words) if text and text.strip() else None


CLASSIFIER = Classifier(
    title=Words("关键词规则", "Keyword rules"),
    about=Words(
        "按分类体系中的词语判断故障、类型、严重度和情绪，只填空白，保留依据；没有词语命中的保持未知。",
        "The words of the taxonomy tell fault, kind, severity and mood. Blanks are filled and the reason is kept; "
        "where no word occurs the ticket stays unknown.",
    ),
    run=label,
)
