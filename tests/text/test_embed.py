"""Word vectors from elsewhere: a small server on this machine, and a folder."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from random import Random

import numpy as np
import pytest

from zhenyin.core.errors import Invalid, Unavailable
from zhenyin.text import embed
from zhenyin.text.topics import fit

ALIKE = {"咔咔响": 0, "吱吱叫": 0, "渗水": 1, "湿了": 1}


class _Endpoint(BaseHTTPRequestHandler):
    """Knows which words mean the same; answers out of order, as it may."""

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        vectors = [
            {"index": i, "embedding": np.eye(3)[ALIKE.get(word, 2)].tolist()} for i, word in enumerate(request["input"])
        ]
        wrong = request["model"] != "small" or self.headers["Authorization"] != "Bearer secret"
        body = json.dumps({"data": [] if wrong else vectors[::-1]}).encode()
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture
def endpoint() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Endpoint)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()


def test_an_endpoint_gives_each_word_its_vector(endpoint: str) -> None:
    ask = embed.from_endpoint(endpoint, "small", "secret")
    assert ask(["渗水", "咔咔响", "湿了"]).argmax(axis=1).tolist() == [1, 0, 1]
    assert ask([f"w{i}" for i in range(600)]).shape == (600, 3)


def test_an_endpoint_that_answers_otherwise_is_refused(endpoint: str) -> None:
    with pytest.raises(Unavailable, match="embedding-endpoint"):
        embed.from_endpoint(endpoint, "another", "secret")(["渗水"])
    with pytest.raises(Unavailable, match="embedding-endpoint"):
        embed.from_endpoint("http://127.0.0.1:9/v1", "small")(["渗水"])


def test_a_folder_gives_the_vectors_of_words_that_it_knows(tmp_path: Path) -> None:
    (tmp_path / "few.vec").write_text("2 3\n渗水 0 1 0\n咔咔响 1 0 0\n", "utf-8")
    assert embed.from_folder(tmp_path)(["咔咔响", "谢谢", "渗水"]).tolist() == [[1, 0, 0], [0, 0, 0], [0, 1, 0]]
    with pytest.raises(Invalid, match="vectors-missing"):
        embed.from_folder(tmp_path / "none")


def test_vectors_from_elsewhere_bring_words_of_one_meaning_together(endpoint: str) -> None:
    chance = Random(5)
    polite = ["你好", "谢谢", "麻烦", "辛苦", "着急"]
    texts = [f"{chance.choice(polite)}，{word}，{chance.choice(polite)}" for word in ALIKE for _ in range(200)]
    model = fit(texts, number=2, embedder=embed.from_endpoint(endpoint, "small", "secret"))
    assert set(ALIKE) & set(model.vocabulary.words)
    topic = dict(zip(ALIKE, model.assign(list(ALIKE)).tolist(), strict=True))
    assert topic["咔咔响"] == topic["吱吱叫"] != topic["渗水"] == topic["湿了"]
