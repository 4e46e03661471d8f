"""Finding one's way: groups, the palette by keys alone, the bar at the bottom of a phone."""

import re
import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, CDPSession, Locator, Route, expect

from browser import company
from browser.reader import Reader
from browser.workspace import lived_in

WINDOWS = [("zh", "desk"), ("en", "desk"), ("zh", "phone"), ("en", "phone")]
GROUPS = [("看", "Look"), ("找", "Find"), ("办", "Act"), ("数据", "Data")]
BAR = [("总览", "Overview"), ("预警", "Signals"), ("工单", "Tickets"), ("问题", "Problems"), ("更多", "More")]
PASSWORD = "a long password 1"

_FOCUSED = "document.activeElement?.getAttribute('href')"
_IN_DIALOG = "document.activeElement?.closest('dialog') !== null"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[dict[str, Any]]:
    with lived_in(tmp_path_factory.mktemp("workspace"), chromium) as (server, context):
        csv = tmp_path_factory.mktemp("files") / "客服热线.csv"
        company.write(csv, date.today())
        server.run("imports", upload=server.upload(csv), source="客服热线")
        server.run("scans")
        where = {"fault": ["漏水"], "model": ["W2"]}
        problem = server.post("problems", title="W2 门封漏水", where=where, owner="wang", due="2020-01-01")["id"]
        server.post("users", login="agent", password=PASSWORD, role="agent", language="zh")
        yield {"url": server.url, "state": context.storage_state(), "problem": problem}


@pytest.fixture(scope="module")
def window(workspace: dict[str, Any], visit: Callable[..., Reader]) -> Callable[..., Reader]:
    opened: dict[tuple[str, str], Reader] = {}

    def get(language: str, form: str) -> Reader:
        if (language, form) not in opened:
            opened[language, form] = visit(language, form, state=workspace["state"])
        reader = opened[language, form]
        reader.complaints.clear()
        # A page that asks for little: what is looked at here is around it.
        reader.page.goto(f"{workspace['url']}/knowledge")
        expect(reader.page.locator("h1").first).to_be_visible()
        return reader

    return get


def _palette(reader: Reader) -> Locator:
    return reader.page.get_by_role("dialog", name=reader.say("查找与前往", "Find and go"))


def _options(reader: Reader) -> Locator:
    return _palette(reader).get_by_role("option")


def _opened(reader: Reader, key: str = "/") -> Locator:
    reader.page.keyboard.press(key)
    expect(_palette(reader).get_by_role("combobox")).to_be_focused()
    return _palette(reader)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_stand_under_what_one_does_there(
    workspace: dict[str, Any], window: Callable[..., Reader], language: str
) -> None:
    reader = window(language, "desk")
    nav = reader.page.get_by_role("navigation")
    for group in GROUPS:
        expect(nav.get_by_role("list", name=reader.say(*group), exact=True)).to_be_visible()
    find = nav.get_by_role("list", name=reader.say("找", "Find"), exact=True)
    assert find.get_by_role("link").count() == 6
    expect(nav.get_by_text(reader.say("1 逾期", "1 overdue"))).to_be_visible()
    expect(nav.get_by_role("link", name=reader.say("预警成绩", "Track record"))).to_have_count(0)
    reader.page.goto(f"{workspace['url']}/signals")
    signals = reader.page.locator(".signals-list li")
    expect(signals.first).to_be_visible()
    found = signals.count()
    expect(nav.get_by_text(reader.say(f"{found} 条待处理", f"{found} open"), exact=True)).to_be_visible()
    assert reader.complaints == []


@pytest.mark.parametrize(("language", "form"), WINDOWS)
@pytest.mark.parametrize(
    ("typed", "metric"), [("gdl", "ticket_count"), ("gzl", "failure_rate"), ("gongzuol", "ticket_count")]
)
def test_pinyin_leads_to_a_metric_by_keys_alone(
    window: Callable[..., Reader], language: str, form: str, typed: str, metric: str
) -> None:
    reader = window(language, form)
    _opened(reader, "/" if form == "desk" else "Control+k")
    reader.page.keyboard.type(typed)
    if typed == "gzl":
        expect(_options(reader).filter(has_text=reader.say("也叫 工作量", "also 工作量"))).to_be_visible()
    reader.shot(f"palette-{typed}")
    assert reader.overflow() <= 0
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(f"**/metrics?metric={metric}")
    expect(reader.page.get_by_role("dialog").get_by_text(metric).first).to_be_visible()
    expect(_palette(reader)).to_have_count(0)
    assert reader.complaints == []


def test_arrows_choose_among_what_was_found(window: Callable[..., Reader]) -> None:
    reader = window("zh", "desk")
    _opened(reader)
    reader.page.keyboard.type("gzl")
    chosen = _palette(reader).get_by_role("option", selected=True)
    expect(chosen).to_contain_text("故障率")
    reader.page.keyboard.press("ArrowDown")
    expect(chosen).to_contain_text("工单量")
    line = _palette(reader).get_by_role("combobox")
    assert line.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    reader.page.keyboard.press("ArrowUp")
    reader.page.keyboard.press("ArrowUp")
    expect(chosen).to_contain_text("搜索")
    expect(_palette(reader).get_by_role("status")).to_have_text(re.compile(r"^\d+ 个结果$"))


@pytest.mark.parametrize(("language", "form"), [("zh", "desk"), ("en", "phone")])
def test_it_goes_to_a_ticket_a_problem_and_a_slice(
    workspace: dict[str, Any], window: Callable[..., Reader], language: str, form: str
) -> None:
    reader = window(language, form)
    for typed, kind, address in (
        ("t000123", ("工单", "Tickets"), r"/tickets/.*T000123$"),
        ("mfls", ("问题", "Problems"), f"/problems/{workspace['problem']}$"),
        ("闪退", ("范围", "Slices"), r"/tickets\?where=fault%3D"),
    ):
        _opened(reader, "Control+k")
        reader.page.keyboard.type(typed)
        expect(_palette(reader).get_by_role("group").first).to_have_accessible_name(reader.say(*kind))
        reader.page.keyboard.press("Enter")
        reader.page.wait_for_url(re.compile(address))
        expect(reader.page.locator("h1").first).to_be_visible()
    assert parse_qs(urlsplit(reader.page.url).query)["where"] == ["fault=闪退"]
    assert reader.complaints == []


def test_escape_gives_the_focus_back_and_tab_stays_within(window: Callable[..., Reader]) -> None:
    reader = window("zh", "desk")
    link = reader.page.get_by_role("navigation").get_by_role("link", name="话题")
    link.focus()
    _opened(reader, "Control+k")
    for _ in range(3):
        reader.page.keyboard.press("Tab")
        assert reader.page.evaluate(_IN_DIALOG)
    reader.page.keyboard.press("Shift+Tab")
    assert reader.page.evaluate(_IN_DIALOG)
    reader.page.keyboard.press("Escape")
    expect(_palette(reader)).to_have_count(0)
    assert reader.page.evaluate(_FOCUSED) == "/topics"


def test_a_slash_that_is_being_written_stays_one(workspace: dict[str, Any], window: Callable[..., Reader]) -> None:
    reader = window("zh", "desk")
    reader.page.goto(f"{workspace['url']}/tickets")
    search = reader.page.get_by_role("searchbox")
    search.click()
    reader.page.keyboard.type("a/b")
    expect(search).to_have_value("a/b")
    expect(_palette(reader)).to_have_count(0)


def _composing_key(session: CDPSession, key: str) -> None:
    """A key that belongs to the input method: the browser tells its code as 229."""
    for kind in ("rawKeyDown", "keyUp"):
        session.send("Input.dispatchKeyEvent", {"type": kind, "key": key, "windowsVirtualKeyCode": 229})


def test_keys_are_silent_while_an_input_method_composes(window: Callable[..., Reader]) -> None:
    reader = window("zh", "desk")
    session = reader.page.context.new_cdp_session(reader.page)
    _composing_key(session, "/")
    expect(_palette(reader)).to_have_count(0)
    _opened(reader)
    session.send("Input.imeSetComposition", {"text": "gong'dan'l", "selectionStart": 10, "selectionEnd": 10})
    line, chosen = _palette(reader).get_by_role("combobox"), _palette(reader).get_by_role("option", selected=True)
    expect(line).to_have_value("gong'dan'l")
    # What is being composed is looked for already, but its keys choose among the method's own words.
    expect(chosen).to_contain_text("工单量")
    for key in ("ArrowDown", "Enter", "Escape"):
        _composing_key(session, key)
    expect(chosen).to_contain_text("工单量")
    assert urlsplit(reader.page.url).path == "/knowledge"
    session.send("Input.insertText", {"text": "工单量"})
    expect(line).to_have_value("工单量")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/metrics?metric=ticket_count")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_phone_has_five_places_at_the_bottom(
    workspace: dict[str, Any], window: Callable[..., Reader], language: str
) -> None:
    reader = window(language, "phone")
    bar = reader.page.locator(".bottom-bar")
    assert bar.locator("> *").all_inner_texts() == [reader.say(*one) for one in BAR]
    bar.get_by_role("button").click()
    sheet = reader.page.get_by_role("dialog", name=reader.say("全部页面", "All pages"))
    for group in GROUPS:
        expect(sheet.get_by_role("list", name=reader.say(*group), exact=True)).to_be_visible()
    reader.shot("more")
    sheet.get_by_role("link", name=reader.say("报告", "Reports")).click()
    reader.page.wait_for_url("**/reports")
    expect(sheet).to_have_count(0)
    assert reader.overflow() <= 0
    assert reader.complaints == []


def test_nothing_lies_behind_the_bar_and_paper_has_none(
    workspace: dict[str, Any], window: Callable[..., Reader]
) -> None:
    reader = window("zh", "phone")
    reader.page.goto(f"{workspace['url']}/metrics")
    expect(reader.page.locator("tbody tr").first).to_be_visible()
    reader.page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    last = reader.page.evaluate("document.querySelector('.page').lastElementChild.getBoundingClientRect().bottom")
    bar = reader.page.locator(".bottom-bar")
    box = bar.bounding_box()
    assert box is not None
    assert last <= box["y"]
    reader.page.emulate_media(media="print")
    expect(bar).to_be_hidden()
    reader.page.emulate_media(media="screen")
    expect(bar).to_be_visible()


def test_a_phone_opens_the_palette_from_its_top(window: Callable[..., Reader]) -> None:
    reader = window("en", "phone")
    reader.button("查找或前往…", "Find or go to…").click()
    expect(_palette(reader).get_by_role("combobox")).to_be_focused()
    reader.page.keyboard.type("track")
    _options(reader).first.click()
    reader.page.wait_for_url("**/signals/track-record")
    assert reader.complaints == []


def test_pages_that_a_person_may_not_see_are_not_offered(
    workspace: dict[str, Any], visit: Callable[..., Reader]
) -> None:
    reader = visit("zh", "desk")
    logged_in = reader.page.request.post(
        f"{workspace['url']}/api/session", data={"login": "agent", "password": PASSWORD}
    )
    permissions = logged_in.json()["user"]["permissions"]
    reader.page.goto(workspace["url"])
    expect(reader.page.locator("h1").first).to_be_visible()
    _opened(reader)
    expect(_options(reader).filter(has_text="工单").first).to_be_visible()
    assert "intake.read" not in permissions
    expect(_options(reader).filter(has_text="来源")).to_have_count(0)
    expect(reader.page.get_by_role("navigation").get_by_role("link", name="来源")).to_have_count(0)
    assert "account.admin" not in permissions
    reader.page.keyboard.type("审计")
    expect(_palette(reader).get_by_text("没有与“审计”相符")).to_be_visible()


def test_who_presses_enter_before_the_dictionary_is_there_lands_on_what_it_finds(
    workspace: dict[str, Any], visit: Callable[..., Reader]
) -> None:
    reader = visit("zh", "desk", state=workspace["state"])
    # It comes late, and with it the pinyin.
    reader.page.route(re.compile(r"/assets/(esm|pinyin)[^/]*\.js$"), _late)
    reader.page.goto(f"{workspace['url']}/knowledge")
    expect(reader.page.locator("h1").first).to_be_visible()
    _opened(reader)
    reader.page.keyboard.type("gdl")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/metrics?metric=ticket_count")


def _late(route: Route) -> None:
    time.sleep(1.5)
    route.continue_()
