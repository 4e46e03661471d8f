"""Topics as a person reads them: found by a click, opened, its tickets a click away; a ticket shows cases like it."""

import csv
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.reader import Reader
from browser.workspace import lived_in

_TEXTS = ["配网提示超时", "路由器连不上", "底部漏水", "漏水泡了地板", "电池不耐用", "充电灯不亮"]
_POLITE = ["你好", "麻烦了", "谢谢", "请尽快处理", "辛苦了"]


def write_tickets(path: Path) -> None:
    """Three hundred tickets that say six things, more or less politely."""
    begun = datetime.now().replace(minute=0, second=0, microsecond=0) - timedelta(days=40)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["工单编号", "创建时间", "问题描述", "处理结果"])
        for n in range(300):
            text = "，".join([_POLITE[n % 5], _TEXTS[n % 6], _POLITE[n % 4]])
            rows.writerow([f"HL{n:04}", f"{begun + timedelta(hours=3 * n):%Y-%m-%d %H:%M:%S}", text, "已上门处理"])


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[tuple[str, object]]:
    with lived_in(tmp_path_factory.mktemp("workspace"), chromium) as (workspace, context):
        file = tmp_path_factory.mktemp("files") / "热线.csv"
        write_tickets(file)
        workspace.run("imports", upload=workspace.upload(file), source="热线")
        workspace.run("topic-runs")
        yield workspace.url, context.storage_state()


@pytest.mark.parametrize(("language", "form"), [("zh", "desk"), ("en", "phone")])
def test_a_topic_opens_with_what_sets_it_apart(
    workspace: tuple[str, object], visit: Callable[..., Reader], language: str, form: str
) -> None:
    url, state = workspace
    reader = visit(language, form, state=state)
    reader.page.goto(f"{url}/topics")
    expect(reader.page.locator(".landscape circle").first).to_be_visible()
    reader.wait_until_idle()
    assert reader.overflow() <= 0
    reader.shot("topics")
    reader.page.locator(".data-table tr.opens").first.click()
    dialog = reader.page.get_by_role("dialog")
    expect(dialog.get_by_text(reader.say("常见说法", "Common phrases"))).to_be_visible()
    reader.shot("topic")
    dialog.locator(".topics-texts a").first.click()
    expect(reader.text("相似案例", "Similar cases").first).to_be_visible()
    assert reader.complaints == []
