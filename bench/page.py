"""How long until somebody who opens the overview sees something, and can use it?

    python bench/page.py --folder DATA [--visits 5] [--json]

Serves a data folder (such as one that `zhenyin demo` made), logs in, and opens the overview in Chromium: each visit with an
empty cache, then once more with a full one. `content` is the browser's first contentful paint; `usable` is when the
figures at the top are there and nothing in the window is still a placeholder; `all` when nothing is on the whole page.
Medians over the visits; the first visit after the start of the server is told apart, for it asks of a cold warehouse.
"""

import argparse
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

_LINK = re.compile(r"(http://\S+/first-admin\?token=\S+)")
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_ADMIN = {"login": "bench", "name": "bench", "password": "a long password 1", "language": "zh"}
_PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
_USABLE = """() => {
  const seen = ({ bottom, top }) => bottom > 0 && top < innerHeight;
  const waits = [...document.querySelectorAll('.skeleton, [aria-busy=true]')];
  const ready = document.querySelector('main .figure, main [data-figure], main h1') && document.querySelector('main canvas');
  return ready && !waits.some((part) => seen(part.getBoundingClientRect())) ? performance.now() : null;
}"""
_SECONDS = 60_000
_START = 60.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--visits", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with served(given.folder) as link, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_FLAGS)
        url, state = link.split("/first-admin")[0], log_in(browser, link)
        visits = [visit(browser, url, state) for _ in range(given.visits + 1)]
        browser.close()
    seconds = {"cold": visits[0][0]}
    for number, name in enumerate(("empty_cache", "full_cache")):
        seconds[name] = {key: statistics.median(one[number][key] for one in visits[1:]) for key in visits[0][number]}
    print(json.dumps(seconds) if given.json else "\n".join(_line(name, times) for name, times in seconds.items()))


def _line(name: str, times: dict[str, float]) -> str:
    return f"{name:<12}" + "  ".join(f"{key} {seconds:5.2f} s" for key, seconds in times.items())


def visit(browser: Browser, url: str, state: Path) -> tuple[dict[str, float], dict[str, float]]:
    """The overview with an empty cache, and then again."""
    context = browser.new_context(storage_state=state, viewport={"width": 1440, "height": 900}, locale="zh-CN")
    try:
        return _timed(context, url), _timed(context, url)
    finally:
        context.close()


def _timed(context: BrowserContext, url: str) -> dict[str, float]:
    page = context.new_page()
    page.goto(url, wait_until="commit")
    usable = page.wait_for_function(_USABLE, timeout=_SECONDS, polling="raf").json_value()
    content = page.evaluate(_PAINTED)
    seconds = {"content": content / 1000, "usable": usable / 1000, "all": _whole(page) / 1000}
    page.close()
    return seconds


def _whole(page: Page) -> float:
    settled_page = """() => {
      scrollTo(0, document.documentElement.scrollHeight);
      return document.querySelector('.skeleton, [aria-busy=true]') ? null : performance.now();
    }"""
    ended: float = page.wait_for_function(settled_page, timeout=_SECONDS, polling=50).json_value()
    return ended


def log_in(browser: Browser, link: str) -> Path:
    """Make the first administrator; returns the file that keeps the session."""
    context = browser.new_context()
    token = parse_qs(urlsplit(link).query)["token"][0]
    made = context.request.post(f"{link.split('/first-admin')[0]}/api/first-admin", data={"token": token, **_ADMIN})
    assert made.ok, made.text()
    state = Path(os.environ.get("TMPDIR", "/tmp")) / f"bench-page-{os.getpid()}.json"
    context.storage_state(path=state)
    context.close()
    return state


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """`zhenyin serve` on the folder; gives the first-login link."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "ZHENYIN_DATA_DIR": str(folder), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "zhenyin.cli", "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    late = threading.Timer(_START, process.kill)
    late.start()
    try:
        assert process.stdout is not None
        lines = iter(process.stdout)
        link = next((found.group(1) for line in lines if (found := _LINK.search(line))), None)
        late.cancel()
        if link is None:
            sys.exit("The server told no first-login link: give a folder in which no administrator was made yet.")
        yield link
    finally:
        process.terminate()
        process.wait(20)


if __name__ == "__main__":
    main()
