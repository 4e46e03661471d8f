"""Topics of short texts: found once over many, then told for each new text at once."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from zhenyin.core.arrays import Ints
from zhenyin.text import clusters, contexts, terms
from zhenyin.text.contexts import Vectors
from zhenyin.text.embed import Embedder
from zhenyin.text.segment import Segmenter, learned
from zhenyin.text.terms import Sparse, Vocabulary

_WORDS = 6_000
_RARE = 5
_SMALL = (24, 240)
"""Small clusters, at least and at most: one for each way to say a thing."""
_EACH = 120
"""Texts per small cluster, about."""
_NEAR = 0.35
"""Cosine with the nearest small cluster below which a text is of no topic."""

NONE = -1


@dataclass(frozen=True, slots=True)
class TopicContext:
    """What is known of the texts beside their words; all may be left out.

    names: words that name what a ticket is about anyway (products, places), which make no topic. labels: columns of
    values, such as the team. answers: texts that say how a ticket was answered or solved.
    """

    names: frozenset[str] = frozenset()
    labels: Sequence[Sequence[str | None]] = ()
    answers: Sequence[str | None] = ()


@dataclass(frozen=True)
class TopicModel:
    """What is needed to tell the topic of a text.

    vectors: float32 [words, dims]. centres: float32 [small clusters, dims], unit. topic: int [small clusters], the
    topic of each, from 0 on.
    """

    segmenter: Segmenter
    vocabulary: Vocabulary
    vectors: Vectors = field(repr=False)
    centres: Vectors = field(repr=False)
    topic: Ints = field(repr=False)

    @cached_property
    def weights(self) -> NDArray[np.float32]:
        """float32 [words], how much each word tells."""
        return np.asarray(np.linalg.norm(self.vectors, axis=1))

    def words(self, texts: Iterable[str | None]) -> list[list[str]]:
        return [self.segmenter.words(text or "") for text in texts]

    def placed(self, words: Sequence[Sequence[str]]) -> Vectors:
        """float32 [texts, dims], unit vectors of texts that are cut into words; 0 where no word tells anything."""
        return contexts.unit(terms.present(words, self.vocabulary) @ self.vectors).astype(np.float32)

    def near(self, vectors: Vectors) -> Ints:
        """int [texts], the small cluster of each, or NONE."""
        where, likeness = clusters.nearest(vectors, self.centres)
        return np.where(likeness >= _NEAR, where, NONE)

    def assign(self, texts: Sequence[str | None]) -> Ints:
        """int [texts], the topic of each, or NONE."""
        return self.topic_of(self.near(self.placed(self.words(texts))))

    def topic_of(self, small: Ints) -> Ints:
        """int, the topic of each small cluster; NONE stays."""
        return np.where(small == NONE, NONE, self.topic[small])

    def halves(self, small: Ints) -> Ints:
        """0 or 1, on which side each small cluster is when its topic is cut in two; 0 for NONE and where nothing is to cut."""
        side = np.zeros(len(self.centres), dtype=np.int64)
        for one in np.unique(self.topic):
            inside = np.flatnonzero(self.topic == one)
            side[inside] = clusters.joined(self.centres[inside], 2)
        return np.where(small == NONE, 0, side[small])

    def with_topics(self, topic: Ints) -> "TopicModel":
        """The same small clusters in other groups."""
        return TopicModel(self.segmenter, self.vocabulary, self.vectors, self.centres, topic)

    def save(self, path: Path) -> None:
        """Write the model as one file; a reader sees the old one or the new one, whole."""
        words = json.dumps({"words": self.vocabulary.words, "more": self.segmenter.more}, ensure_ascii=False)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        with fresh.open("wb") as file:
            text = np.frombuffer(words.encode(), np.uint8)
            np.savez_compressed(file, text=text, vectors=self.vectors, centres=self.centres, topic=self.topic)
        fresh.replace(path)

    @classmethod
    def load(cls, path: Path) -> "TopicModel":
        with np.load(path, allow_pickle=False) as kept:
            document = json.loads(kept["text"].tobytes().decode())
            arrays = (kept["vectors"], kept["centres"], kept["topic"])
        return cls(Segmenter(document["more"]), Vocabulary.of(document["words"]), *arrays)


def fit(
    texts: Sequence[str],
    known: TopicContext | None = None,
    *,
    number: int | None = None,
    embedder: Embedder | None = None,
    seed: int = 0,
) -> TopicModel:
    """Find the topics of texts.

    number: of topics; None lets likeness decide. embedder: gives words vectors from elsewhere, where there is one.
    Raises ValueError when there is hardly a word that comes twice.
    """
    return fit_placed(texts, known, number=number, embedder=embedder, seed=seed)[0]


def fit_placed(
    texts: Sequence[str],
    known: TopicContext | None = None,
    *,
    number: int | None = None,
    embedder: Embedder | None = None,
    seed: int = 0,
) -> tuple[TopicModel, Vectors]:
    """The same, and the vectors of the texts as the model places them, so that they need not be cut again."""
    known = known or TopicContext()
    segmenter = learned(texts)
    cut = [segmenter.words(text) for text in texts]
    vocabulary = terms.count(cut, least=_RARE, most=_WORDS, without=split_names(segmenter, known.names))
    if len(vocabulary) < 2 * _RARE:
        raise ValueError(f"Only {len(vocabulary)} words come in {_RARE} of {len(texts)} texts or more.")
    present = terms.present(cut, vocabulary)
    meanings = embedder(vocabulary.words) if embedder else None
    labels = terms.labelled(known.labels) if known.labels else None
    vectors = contexts.learn(present, _side_information(segmenter, known, labels), meanings=meanings, seed=seed)
    placed = contexts.unit(present @ vectors).astype(np.float32)
    informative = np.flatnonzero(np.abs(placed).sum(axis=1) > 0)
    wanted = int(np.clip(len(texts) // _EACH, *_SMALL))
    centres = clusters.centres(placed[informative], max(wanted, number or 0), seed)
    topic = _grouped(centres, placed[informative], None if labels is None else labels[informative], number)
    return TopicModel(segmenter, vocabulary, vectors, centres, topic), placed


def _grouped(centres: Vectors, placed: Vectors, labels: Sparse | None, number: int | None) -> Ints:
    # By directions alone the sizes are left out: with them, reviews without labels were put together worse.
    if labels is None:
        return clusters.joined(centres, number)
    belongs, _ = clusters.nearest(placed, centres)
    sizes = np.bincount(belongs, minlength=len(centres))
    return clusters.joined(
        centres, number, texts=sizes, side_information=clusters.shares(labels, belongs, len(centres))
    )


def split_names(segmenter: Segmenter, names: frozenset[str], least: int = 1) -> frozenset[str]:
    """Names as they are and as they are cut; of the parts, those of `least` letters or more.

    One letter of a name (锁) is a whole word in other phrases (锁舌卡住), which it must not cut short.
    """
    parts = {word for name in names for word in segmenter.words(name) if len(word) >= least}
    return frozenset(name.lower() for name in names) | parts


def _side_information(segmenter: Segmenter, known: TopicContext, labels: Sparse | None) -> list[Sparse]:
    tables = [] if labels is None else [labels]
    if known.answers:
        cut = [segmenter.words(text or "") for text in known.answers]
        tables.append(terms.present(cut, terms.count(cut, least=20, most=2_000)))
    return [table for table in tables if table.nnz]
