"""A real browser. The pages are those that were built last."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, sync_playwright

from browser.reader import Reader

WIDTHS = {"desk": (1440, 900), "phone": (390, 844)}
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("There is no Chromium on this machine. Run `make system`.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def visit(chromium: Browser) -> Iterator[Callable[..., Reader]]:
    """Open a window: `visit(language, form, dark=False, state=None)`."""
    with ExitStack() as stack:

        def make(language: str, form: str, dark: bool = False, state: object = None) -> Reader:
            width, height = WIDTHS[form]
            context = chromium.new_context(
                viewport={"width": width, "height": height},
                locale="zh-CN" if language == "zh" else "en-GB",
                timezone_id="Asia/Shanghai",
                color_scheme="dark" if dark else "light",
                # A window that is still growing is no place to click on.
                reduced_motion="reduce",
                storage_state=state,
                accept_downloads=True,
            )
            stack.callback(context.close)
            reader = Reader(context.new_page(), language, form)
            reader.page.on("pageerror", lambda error: reader.complaints.append(str(error)))
            reader.page.on("console", lambda line: _note(reader, line.type, line.text))
            return reader

        yield make


def _note(reader: Reader, kind: str, text: str) -> None:
    # Who is not logged in is told so by the first request.
    if kind == "error" and "401" not in text:
        reader.complaints.append(text)
