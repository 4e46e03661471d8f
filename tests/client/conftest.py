"""The same company by every way to it: inside the process, through the folder's socket, and over the network."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
from tests.cli.conftest import line_in

import zhenyin
from zhenyin.client.client import Client

PASSWORD = "long enough 1"
WAYS = ("here", "socket", "network")
PERMISSIONS = ("question.read", "intake.write", "signal.read", "signal.write", "problem.read", "problem.write")


@contextmanager
def client_of(way: str, folder: Path) -> Iterator[Client]:
    """A client of a new data folder below `folder`, by one of `WAYS`."""
    line = line_in(folder / "data")
    if way == "here":
        with zhenyin.open(line.folder) as client:
            yield client
        return
    line("user", "add", "boss", "--role", "admin", "--password", PASSWORD)
    with line.serving() as url:
        opened = zhenyin.open(line.folder) if way == "socket" else zhenyin.connect(url, token=token(url))
        with opened as client:
            yield client


def token(url: str, permissions: Iterable[str] = PERMISSIONS) -> str:
    """A personal access token, made as a person makes it: logged in, on the page of settings."""
    with httpx.Client(base_url=url) as browser:
        csrf = browser.post("/api/session", json={"login": "boss", "password": PASSWORD}).json()["csrf"]
        body = {"name": "a script", "permissions": list(permissions), "days": 1}
        made = browser.post("/api/tokens", json=body, headers={"X-CSRF-Token": csrf})
        assert made.status_code == 201, made.text
        return str(made.json()["secret"])
