"""Real processes: the command line as a person starts it, and a server on a free port."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

Finished = subprocess.CompletedProcess[str]


@dataclass(frozen=True, slots=True)
class Line:
    """The command line on one data folder."""

    folder: Path
    environment: dict[str, str]

    def __call__(self, *words: str, **more: object) -> Finished:
        return subprocess.run(
            self.words(*words), check=False, capture_output=True, text=True, timeout=60, **self.how(more)
        )

    def start(self, *words: str, **more: object) -> "subprocess.Popen[str]":
        pipe = subprocess.PIPE
        return subprocess.Popen(self.words(*words), stdout=pipe, stderr=pipe, text=True, **self.how(more))

    def having(self, **more: str) -> "Line":
        """The same with more in the environment."""
        return Line(self.folder, {**self.environment, **more})

    def words(self, *words: str) -> list[str]:
        return [sys.executable, "-c", "from zhenyin.cli import main; main()", *words]

    def how(self, more: dict[str, object]) -> dict:
        return {"env": self.environment, "cwd": self.folder.parent, **more}

    @property
    def printed(self) -> Path:
        """What its server prints to."""
        return self.folder.parent / "printed"

    @contextmanager
    def serving(self) -> Iterator[str]:
        """A running server: its address."""
        port, printed = free_port(), self.printed
        with printed.open("w", encoding="utf-8") as out:
            process = subprocess.Popen(self.words("serve", "--port", str(port)), stdout=out, stderr=out, **self.how({}))
        try:
            wait_until(lambda: serves(port), process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            ended = process.wait(timeout=60)
        assert ended == 0, printed.read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Served(Line):
    """The command line beside a server that runs, and its address."""

    url: str


@pytest.fixture
def line(tmp_path: Path) -> Line:
    return line_in(tmp_path / "data")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for a file of tests: it takes longer to start than most tests."""
    alone = line_in(tmp_path_factory.mktemp("served") / "data")
    with alone.serving() as url:
        yield Served(alone.folder, alone.environment, url)


def line_in(folder: Path) -> Line:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ZHENYIN_")}
    return Line(folder, {**kept, "ZHENYIN_DATA_DIR": str(folder), "ZHENYIN_LANGUAGE": "en"})


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def serves(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/api/health", timeout=1).is_success
    except httpx.TransportError:
        return False


def wait_until(true: Callable[[], bool], process: "subprocess.Popen[str]", seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.05)
