"""Vectors of words from elsewhere: a folder with word vectors, or an endpoint that speaks OpenAI's protocol.

Only words are sent out, and only those that come in many tickets: never a ticket. That is also why ten million tickets
cost no more than ten thousand.
"""

import json
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from zhenyin.core.errors import Invalid, Unavailable
from zhenyin.text.contexts import Vectors

Embedder = Callable[[Sequence[str]], Vectors]
"""Words in, float32 [words, dims] out; a word that is not known gets zeros."""

_AT_ONCE = 256
_SECONDS = 60.0


def from_folder(folder: Path) -> Embedder:
    """Word vectors in the word2vec text format (`*.vec` or `*.txt`): a word and its numbers on each line.

    Raises Invalid (`vectors-missing`) where there is no such file.
    """
    files = sorted(path for path in folder.glob("*") if path.suffix in (".vec", ".txt")) if folder.is_dir() else []
    if not files:
        raise Invalid(
            "vectors-missing",
            en=f"There are no word vectors (*.vec, *.txt) in {folder}. Put some there, or clear embedding_folder.",
            zh=f"文件夹 {folder} 中没有词向量（*.vec、*.txt）。请放入文件，或清空设置项 embedding_folder。",
        )

    def embed(words: Sequence[str]) -> Vectors:
        wanted = set(words)
        known = {word: numbers for path in files for word, numbers in _read(path, wanted)}
        dims = len(next(iter(known.values()))) if known else 1
        return np.array([known.get(word, np.zeros(dims, np.float32)) for word in words], dtype=np.float32)

    return embed


def from_endpoint(url: str, model: str, key: str = "") -> Embedder:
    """`POST {url}/embeddings`. Raises Unavailable (`embedding-endpoint`) when it does not answer as it should."""

    def embed(words: Sequence[str]) -> Vectors:
        parts = [_request(url, model, key, words[i : i + _AT_ONCE]) for i in range(0, len(words), _AT_ONCE)]
        return np.vstack(parts).astype(np.float32)

    return embed


def _read(path: Path, wanted: set[str]) -> Iterator[tuple[str, Vectors]]:
    with path.open(encoding="utf-8", errors="replace") as file:
        for line in file:
            word, _, numbers = line.rstrip().partition(" ")
            if word in wanted and " " in numbers:
                yield word, np.array(numbers.split(), dtype=np.float32)


def _request(url: str, model: str, key: str, words: Sequence[str]) -> Vectors:
    body = json.dumps({"model": model, "input": list(words)}).encode()
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})
    request = urllib.request.Request(f"{url.rstrip('/')}/embeddings", body, headers)
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:
            data = sorted(json.load(answer)["data"], key=lambda one: one["index"])
        vectors = np.array([one["embedding"] for one in data], dtype=np.float32)
    except (urllib.error.URLError, TimeoutError, ValueError, KeyError, TypeError) as wrong:
        raise _refused(url, str(wrong)) from wrong
    if vectors.shape[:1] != (len(words),) or vectors.ndim != 2:
        raise _refused(url, f"{len(vectors)} vectors for {len(words)} words")
    return vectors


def _refused(url: str, why: str) -> Unavailable:
    return Unavailable(
        "embedding-endpoint",
        en=f"The embedding endpoint {url} did not answer as it should: {why}. Check embedding_url, or clear it.",
        zh=f"向量服务 {url} 未正常应答：{why}。请检查设置项 embedding_url，或将其清空。",
    )
