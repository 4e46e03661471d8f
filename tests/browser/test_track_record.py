"""The early warning's own record, as a person reads it: replayed from the page, in both languages."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from playwright.sync_api import Browser, expect

from browser import company
from browser.reader import PATIENCE, Reader
from browser.workspace import lived_in


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[tuple[str, object]]:
    with lived_in(tmp_path_factory.mktemp("workspace"), chromium) as (workspace, context):
        csv = tmp_path_factory.mktemp("files") / "客服热线.csv"
        company.write(csv, date.today())
        workspace.run("imports", upload=workspace.upload(csv), source="客服热线")
        workspace.run("scans")
        yield workspace.url, context.storage_state()


@pytest.mark.parametrize(("language", "form"), [("zh", "desk"), ("en", "phone")])
def test_the_record_is_replayed_and_told(
    workspace: tuple[str, object], visit: Callable[..., Reader], language: str, form: str
) -> None:
    url, state = workspace
    reader = visit(language, form, state=state)
    # The address of former times.
    reader.page.goto(f"{url}/track-record")
    reader.page.wait_for_url("**/signals/track-record")
    expect(reader.page.get_by_role("tab", selected=True)).to_have_text(reader.say("预警成绩", "Track record"))
    # The first visit replays unasked.
    expect(reader.text("逐周回放，共", "Replayed week by week").first).to_be_visible(timeout=PATIENCE)
    again = reader.button("重新回放", "Replay again")
    again.click()
    expect(again).to_be_enabled(timeout=PATIENCE)
    expect(reader.text("还没有预警被处理", "Nobody has decided").first).to_be_visible(timeout=PATIENCE)
    reader.shot("track-record")
    assert reader.overflow() <= 0
    assert reader.complaints == []
