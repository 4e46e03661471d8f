"""The map of the process, as a person reads it: drawn, an edge opened, its tickets there."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from browser.reader import Reader
from browser.workspace import lived_in

_STEPS = {
    "straight": [(0, "created", "客服"), (1, "assigned", "客服"), (5, "resolved", "客服"), (9, "closed", "客服")],
    "bounces": [
        (0, "created", "客服"),
        (2, "transferred", "技术"),
        (8, "transferred", "客服"),
        (9, "resolved", "技术"),
    ],
}


def write_log(path: Path) -> None:
    """Thirty tickets with their history, as a ticket system exports them; ten of them bounce. One more is open."""
    begun = datetime.now().replace(minute=0, second=0, microsecond=0) - timedelta(days=60)
    with path.open("w", encoding="utf-8") as file:
        for number in range(30):
            variant, about = ("bounces", "APP") if number % 3 == 0 else ("straight", "漏水")
            at = begun + timedelta(days=number)
            steps = [(at + timedelta(hours=hour), action, team) for hour, action, team in _STEPS[variant]]
            history = [
                {"at": f"{when:%Y-%m-%d %H:%M:%S}", "action": action, "team": team} for when, action, team in steps
            ]
            ticket = {
                "ticket_id": f"XY-{number:04}",
                "created_at": history[0]["at"],
                "resolved_at": next(step["at"] for step in history if step["action"] == "resolved"),
                "category": about,
                "description": f"{about}，请尽快处理",
                "history": history,
            }
            file.write(json.dumps(ticket, ensure_ascii=False) + "\n")
        begun += timedelta(days=58)
        open_ = {"ticket_id": "XY-0030", "created_at": f"{begun:%Y-%m-%d %H:%M:%S}", "description": "漏水"}
        file.write(json.dumps(open_ | {"status": "处理中"}, ensure_ascii=False) + "\n")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[tuple[str, object]]:
    with lived_in(tmp_path_factory.mktemp("workspace"), chromium) as (workspace, context):
        log = tmp_path_factory.mktemp("files") / "工单系统.jsonl"
        write_log(log)
        workspace.run("imports", upload=workspace.upload(log), source="工单系统")
        yield workspace.url, context.storage_state()


@pytest.mark.parametrize(("language", "form"), [("zh", "desk"), ("en", "phone")])
def test_the_map_is_drawn_and_an_edge_leads_to_its_tickets(
    workspace: tuple[str, object], visit: Callable[..., Reader], language: str, form: str
) -> None:
    url, state = workspace
    reader = visit(language, form, state=state)
    reader.page.goto(f"{url}/process")
    expect(reader.page.locator(".process-step").first).to_be_visible()
    assert reader.page.locator(".process-hop").count() >= 4
    reader.wait_until_idle()
    assert reader.overflow() <= 0
    reader.shot("process")
    edge = reader.say("派单 → 解决", "assigned → resolved")
    reader.page.get_by_text(edge, exact=True).last.click()
    expect(reader.page.get_by_role("dialog").get_by_text(reader.say("20 次", "20 times"))).to_be_visible()
    reader.shot("process-edge")
    reader.page.keyboard.press("Escape")
    expect(reader.page.get_by_role("dialog")).to_have_count(0)
    rows = (
        (reader.say("路径", "Variants"), reader.say("件工单，用时最长", "took longest")),
        (reader.say("步骤与返工", "Steps and rework"), reader.say("次数最多", "most often")),
    )
    for table, first in rows:
        reader.page.get_by_role("region", name=table, exact=True).get_by_role("button").first.click()
        expect(reader.page.get_by_role("dialog").get_by_text(first)).to_be_visible()
        reader.page.keyboard.press("Escape")
        expect(reader.page.get_by_role("dialog")).to_have_count(0)
    reader.page.locator(".react-flow__edge").first.focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page.get_by_role("dialog")).to_be_visible()
    assert reader.complaints == []


@pytest.mark.parametrize(("language", "form"), [("zh", "phone"), ("en", "desk")])
def test_teams_and_the_standard_have_their_tabs(
    workspace: tuple[str, object], visit: Callable[..., Reader], language: str, form: str
) -> None:
    url, state = workspace
    reader = visit(language, form, state=state)
    reader.page.goto(f"{url}/process?tab=teams")
    expect(reader.text("被踢回原处理组", "returned to an earlier team").first).to_be_visible()
    reader.shot("process-teams")
    reader.page.get_by_role("button", name="客服 → 技术").first.click()
    expect(
        reader.page.get_by_role("dialog").get_by_text(reader.say("20 次 · 10 件", "20 times · 10 tickets"))
    ).to_be_visible()
    reader.page.keyboard.press("Escape")
    reader.page.get_by_role("tab", name=reader.say("标准流程", "Standard process")).click()
    reader.field("步骤，按先后每行一个", "Steps, one a line, in order").fill("reported\nassigned\nresolved\nclosed")
    reader.button("设为标准流程", "Make it the standard").click()
    expect(reader.text("已设定", "As it was stated")).to_be_visible()
    reader.page.get_by_text(reader.say("标准外步骤：转派", "not in the standard: transferred")).click()
    expect(reader.page.get_by_role("dialog").get_by_text(reader.say("10 件工单", "10 tickets"))).to_be_visible()
    assert reader.overflow() <= 0
    reader.shot("process-standard")
    reader.page.keyboard.press("Escape")
    reader.button("撤销设定", "Take it back").click()
    expect(reader.text("已设定", "As it was stated")).to_have_count(0)
    assert reader.complaints == []


@pytest.mark.parametrize(("language", "form"), [("zh", "desk"), ("en", "phone")])
def test_an_open_ticket_says_how_long_it_takes_or_why_that_cannot_be_said(
    workspace: tuple[str, object], visit: Callable[..., Reader], language: str, form: str
) -> None:
    url, state = workspace
    reader = visit(language, form, state=state)
    reader.page.goto(f"{url}/tickets/{quote('工单系统:XY-0030')}")
    # Thirty are too few to tell of one that has stood for two days.
    expect(
        reader.text("无法预计还需多久：停留到同样久之后", "Cannot say how long it still takes: only")
    ).to_be_visible()
    reader.shot("process-ticket")
    reader.page.goto(f"{url}/tickets/{quote('工单系统:XY-0003')}")
    expect(reader.text("时间线", "Timeline").first).to_be_visible()
    expect(reader.text("还需多久", "Still to go")).to_have_count(0)
    assert reader.complaints == []
