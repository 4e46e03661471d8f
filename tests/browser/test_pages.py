"""Every page, in both languages, at both widths, by day and by night: nothing breaks, sticks out or stays untranslated."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, StorageState, expect

from browser.reader import Reader
from browser.workspace import Workspace, furnish, lived_in

UI = Path(__file__).parents[2] / "ui"
AXE = UI / "node_modules" / "axe-core" / "axe.min.js"
FIRST_PAGE, WITH_MAP = 450_000, 520_000
"""Bytes over the wire, compressed, of a first visit to the overview."""

PATHS = sorted(
    path for file in UI.glob("src/pages/*/page.ts") for path in re.findall(r'path: "([^"]+)"', file.read_text("utf-8"))
)
TABS = ["/data/upload", "/data/batches", "/data/quality"]
EXPLAINED = {
    "waterfall": "/explain?metric=ticket_count&period=last-8-weeks&compare=previous",
    "mixrate": "/explain?metric=resolution_hours&where=model%3DW2&period=last-8-weeks&compare=rest",
}
PLACES = [path for path in PATHS if path != "/data/:tab"] + TABS + list(EXPLAINED)
WINDOWS = [("zh", "desk", False), ("zh", "phone", True), ("en", "desk", True), ("en", "phone", False)]
"""Every pair of language, width and time of day."""

_CHINESE = re.compile(r'"([^"{}]*[\u4e00-\u9fff][^"{}]*)"')
_KEY = re.compile(r"^\s+(\w*[a-z]\w*[A-Z_]\w*):", re.MULTILINE)
WORD_FILES = [file.read_text("utf-8") for file in UI.glob("src/words/*.ts")]
KEYS = {key for text in WORD_FILES for key in _KEY.findall(text)}
CHINESE = {word for text in WORD_FILES for word in _CHINESE.findall(text)} - {"中文"}

_TEXTS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) found.push(walker.currentNode.textContent.trim());
  return found.filter(Boolean);
}"""
_AXE = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 200))]);
}"""
_FOCUSED = """() => {
  const at = document.activeElement;
  return [at.closest("nav, main, header")?.tagName ?? "", at.tagName, at.getAttribute("href")];
}"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[dict[str, Any]]:
    with lived_in(tmp_path_factory.mktemp("workspace"), chromium) as (workspace, context):
        addresses = furnish(workspace, tmp_path_factory.mktemp("files") / "客服热线.csv", date.today())
        yield {
            "url": workspace.url,
            "state": context.storage_state(),
            "addresses": {**addresses, **EXPLAINED},
            "titles": _titles(workspace),
        }


def _titles(workspace: Workspace) -> set[str]:
    """The Chinese names of metrics and dimensions, but for those that are words of the data too."""
    titles = {one["title"]["zh"] for key in ("metrics", "dimensions") for one in workspace.get(key)}
    taxonomy = str(workspace.get("taxonomy"))
    return {title for title in titles | CHINESE if title not in taxonomy}


@pytest.fixture(scope="module")
def window(workspace: dict[str, Any], visit: Callable[..., Reader]) -> Callable[..., Reader]:
    """The windows that were opened, each kept for all pages."""
    opened: dict[tuple[str, str, bool], Reader] = {}

    def get(language: str, form: str, dark: bool = False) -> Reader:
        key = (language, form, dark)
        if key not in opened:
            opened[key] = visit(language, form, dark, state=workspace["state"])
        return opened[key]

    return get


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("language", "form", "dark"), WINDOWS, ids=lambda part: {True: "dark", False: "light"}.get(part, part)
)
def test_a_page_is_sound(
    workspace: dict[str, Any], window: Callable[..., Reader], place: str, language: str, form: str, dark: bool
) -> None:
    reader = window(language, form, dark)
    reader.complaints.clear()
    _open(reader, workspace["url"] + workspace["addresses"].get(place, place))
    reader.shot(f"page-{_name(place)}{'-dark' if dark else ''}")
    texts = reader.page.evaluate(_TEXTS)
    assert [text for text in texts if "{{" in text or text in KEYS] == []
    if language == "en":
        assert [text for text in texts if text in workspace["titles"]] == []
    assert reader.overflow() <= 0
    # What a screen reader meets is the same in both languages.
    if language == "zh":
        assert _violations(reader) == []
    assert reader.complaints == []


@pytest.mark.parametrize(("form", "dark"), [("desk", False), ("phone", True)])
def test_the_palette_is_sound(workspace: dict[str, Any], window: Callable[..., Reader], form: str, dark: bool) -> None:
    reader = window("zh", form, dark)
    _open(reader, f"{workspace['url']}/knowledge")
    reader.page.keyboard.press("Control+k")
    expect(reader.page.locator("dialog input")).to_be_focused()
    reader.page.keyboard.type("gzl")
    expect(reader.page.get_by_role("option").filter(has_text="故障率")).to_be_visible()
    assert _violations(reader) == []
    assert reader.overflow() <= 0
    reader.page.keyboard.press("Escape")


def _open(reader: Reader, address: str) -> None:
    reader.page.goto(address)
    expect(reader.page.locator("h1").first).to_be_visible()
    reader.wait_until_idle()


def _violations(reader: Reader) -> Any:
    reader.page.evaluate(AXE.read_text("utf-8"))
    return reader.page.evaluate(_AXE)


def _name(place: str) -> str:
    return place.strip("/").replace("/", "-").replace(":", "") or "overview"


def test_every_address_has_a_page_to_look_at(workspace: dict[str, Any]) -> None:
    assert [path for path in PLACES if ":" in path and path not in workspace["addresses"]] == []


def test_a_keyboard_reaches_the_pages_and_the_first_action(
    workspace: dict[str, Any], window: Callable[..., Reader]
) -> None:
    reader = window("zh", "desk")
    _open(reader, f"{workspace['url']}/signals")
    seen = []
    while len(seen) < 40 and not (seen and seen[-1][0] == "MAIN"):
        reader.page.keyboard.press("Tab")
        seen.append(reader.page.evaluate(_FOCUSED))
    assert seen[0][2] == "#main"
    assert ["NAV", "A", "/problems"] in seen
    assert seen[-1][1] in ("BUTTON", "A", "INPUT", "SELECT")


def test_escape_closes_the_panel_at_the_side(workspace: dict[str, Any], window: Callable[..., Reader]) -> None:
    reader = window("zh", "desk")
    _open(reader, f"{workspace['url']}/tickets")
    reader.page.locator("tbody tr").first.click()
    panel = reader.page.get_by_role("dialog")
    expect(panel).to_be_visible()
    reader.page.keyboard.press("Escape")
    expect(panel).to_have_count(0)


def test_a_card_is_moved_with_keys_alone(workspace: dict[str, Any], window: Callable[..., Reader]) -> None:
    """Taken with the space bar, carried with an arrow, put down with the space bar."""
    reader = window("zh", "desk")
    _open(reader, f"{workspace['url']}/problems")
    here, there = (reader.page.get_by_role("region", name=name) for name in ("待处理", "分析中"))
    title = here.get_by_role("link").first.inner_text()
    here.get_by_role("button", name=f"拖动问题 {title}").focus()
    for key in ("Space", "ArrowRight", "Space"):
        reader.page.keyboard.press(key)
    expect(there.get_by_role("link", name=title)).to_be_visible()
    assert reader.complaints == []


@pytest.fixture
def fresh(chromium: Browser, workspace: dict[str, Any]) -> Iterator[Reader]:
    """A browser that was never here."""
    state: StorageState = workspace["state"]
    with chromium.new_context(storage_state=state, viewport={"width": 1440, "height": 900}) as context:
        yield Reader(context.new_page(), "zh", "desk")


def test_a_first_visit_is_light(workspace: dict[str, Any], fresh: Reader) -> None:
    names: dict[str, str] = {}
    sizes: dict[str, int] = {}
    wire = fresh.page.context.new_cdp_session(fresh.page)
    wire.send("Network.enable")
    wire.on("Network.requestWillBeSent", lambda sent: names.update({sent["requestId"]: sent["request"]["url"]}))
    wire.on("Network.loadingFinished", lambda came: sizes.update({came["requestId"]: int(came["encodedDataLength"])}))
    _open(fresh, workspace["url"])
    expect(fresh.page.locator(".drawing canvas").first).to_be_visible()
    map_chunk = sum(size for request, size in sizes.items() if "MapView" in names[request])
    total = sum(sizes.values())
    assert map_chunk > 0
    assert total - map_chunk <= FIRST_PAGE, f"{total - map_chunk:,} bytes without the map"
    assert total <= WITH_MAP, f"{total:,} bytes with the map"
