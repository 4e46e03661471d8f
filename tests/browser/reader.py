"""Somebody in front of the pages, and a server of their own."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

SHOTS = os.environ.get("ZHENYIN_SHOTS")
"""A folder for pictures of the pages; none are kept where it is not set."""
PATIENCE = 60_000
"""Milliseconds that an import, a scan or a report may take here."""
_GREETED = re.compile(r"(http://\S+/first-admin\?token=\S+)")

expect.set_options(timeout=20_000)


@dataclass(slots=True)
class Reader:
    """Somebody in front of the pages, in one language; keeps what the browser complained about."""

    page: Page
    language: str
    form: str
    complaints: list[str] = field(default_factory=list)

    def say(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    def button(self, zh: str, en: str) -> Locator:
        return self.page.get_by_role("button", name=self.say(zh, en), exact=True)

    def text(self, zh: str, en: str) -> Locator:
        return self.page.get_by_text(self.say(zh, en))

    def field(self, zh: str, en: str) -> Locator:
        return self.page.get_by_label(self.say(zh, en), exact=True)

    def shot(self, name: str) -> None:
        """Keep what is seen, for people to look at."""
        if SHOTS:
            self.page.screenshot(path=Path(SHOTS) / f"{name}-{self.language}-{self.form}.png", full_page=True)

    def wait_until_idle(self) -> None:
        """Until nothing is drawn as a placeholder, down to the end of the page, where charts wait to be scrolled to."""
        busy = self.page.locator(".skeleton, [aria-busy=true]")
        began, idle = time.monotonic(), 0
        while idle < 3:
            self.page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
            self.page.wait_for_timeout(50)
            idle = 0 if busy.count() else idle + 1
            assert time.monotonic() - began < PATIENCE / 1000, f"Still busy: {busy.first.evaluate('e => e.outerHTML')}"
        self.page.evaluate("window.scrollTo(0, 0)")

    def overflow(self) -> int:
        """By how many pixels the page is wider than its window."""
        width: int = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        return width


@dataclass(frozen=True, slots=True)
class Served:
    url: str
    first_admin: str


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """`zhenyin serve` on a data folder and a free port, for the length of a `with` block."""
    environment = {**os.environ, "ZHENYIN_DATA_DIR": str(folder), "ZHENYIN_LANGUAGE": "zh", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "zhenyin.cli", "serve", "--port", str(_free_port())]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        link = _link(process)
        yield Served(link.split("/first-admin", 1)[0], link)
    finally:
        process.terminate()
        process.wait(20)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _link(process: "subprocess.Popen[str]") -> str:
    texts = []
    assert process.stdout is not None
    for line in process.stdout:
        texts.append(line)
        if found := _GREETED.search(line):
            return found.group(1)
    raise AssertionError(f"The server printed no first-login link: {''.join(texts)}")
