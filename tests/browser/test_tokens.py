"""An access token as a person has it: made in the settings, shown once, used by a script, revoked."""

import re
from collections.abc import Callable, Iterator

import httpx
import pytest
from playwright.sync_api import Browser, expect

from browser.reader import Reader
from browser.workspace import lived_in


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[tuple[str, object]]:
    with lived_in(tmp_path_factory.mktemp("workspace"), chromium) as (workspace, context):
        yield workspace.url, context.storage_state()


@pytest.mark.parametrize(("language", "form"), [("zh", "desk"), ("en", "phone")])
def test_a_token_is_made_used_and_revoked(
    workspace: tuple[str, object], visit: Callable[..., Reader], language: str, form: str
) -> None:
    url, state = workspace
    reader = visit(language, form, state=state)
    reader.page.add_init_script(f"localStorage.setItem('language', '{language}')")
    reader.page.goto(f"{url}/settings?tab=tokens")
    name = f"export {form}"
    reader.button("新建令牌", "New token").first.click()
    reader.field("名称", "Name").fill(name)
    reader.field("工单 查看", "Tickets Read").check()
    reader.shot("token-form")
    reader.page.locator("form button[type=submit]").click()
    shown = reader.page.locator("input[readonly]")
    expect(shown).to_have_value(re.compile(r"zhy_[0-9a-z]{16}_[\w-]{43}"))
    secret = shown.input_value()
    reader.shot("token-shown")
    assert _status_of(url, secret, "metrics") == 200
    assert _status_of(url, secret, "users") == 403
    reader.button("完成", "Done").click()
    row = reader.page.get_by_role("row", name=name)
    expect(row).to_be_visible()
    assert secret.split("_", 2)[2] not in reader.page.content()
    reader.shot("tokens")
    assert reader.overflow() <= 0
    row.get_by_role("button", name=f"{reader.say('吊销', 'Revoke')} {name}").click()
    reader.button("吊销令牌", "Revoke token").click()
    expect(row.get_by_text(reader.say("已吊销", "revoked"))).to_be_visible()
    assert _status_of(url, secret, "metrics") == 401
    assert reader.complaints == []


def _status_of(url: str, secret: str, path: str) -> int:
    return httpx.get(f"{url}/api/{path}", headers={"Authorization": f"Bearer {secret}"}).status_code
