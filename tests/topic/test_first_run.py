"""The first night with enough text finds what customers talk about; people say when to look anew."""

from datetime import datetime, timedelta
from itertools import product

import pytest

from fixtures_facts import put
from zhenyin.core.settings import Settings
from zhenyin.flows import nightly
from zhenyin.job.workspace import Workspace, opened
from zhenyin.topic import facts, first_run, service

TEXTS = ["配网一直失败", "底部漏水", "充不进电", "软件自动退出"]
POLITE = ["你好", "请问一下", "麻烦了", "谢谢", "请尽快处理", "辛苦了", "气死了", "等你们电话"]


def fill(workspace: Workspace, number: int) -> None:
    texts = [f"{before}，{what}，{after}" for before, what, after in product(POLITE, TEXTS, POLITE)]
    rows = [
        {"ticket_id": f"T{n}", "created_at": datetime(2026, 1, 5) + timedelta(minutes=n), "valid": True,
         "source": "热线", "kind": "报修", "description": texts[n * 37 % len(texts)]}
        for n in range(number)
    ]  # fmt: skip
    put(workspace.warehouse, "tickets", rows)


def of_no_topic(workspace: Workspace) -> int:
    return int(workspace.warehouse.query("SELECT count(*) AS n FROM tickets WHERE topic IS NULL")["n"][0].as_py())


def test_topics_are_found_once_and_only_in_enough_text(workspace: Workspace) -> None:
    fill(workspace, first_run.ENOUGH - 1)
    assert first_run.find_first(workspace) is None
    put(workspace.warehouse, "tickets", [{"ticket_id": "more", "valid": True, "description": "底部漏水"}])
    found = first_run.find_first(workspace)
    assert found is not None
    assert found.tickets == first_run.ENOUGH
    assert of_no_topic(workspace) == 0
    assert first_run.find_first(workspace) is None


def test_a_night_finds_them_unasked_and_leaves_them_alone_from_then_on(workspace: Workspace) -> None:
    fill(workspace, first_run.ENOUGH)
    nightly.run(workspace)
    assert of_no_topic(workspace) == 0
    model = service.model_file(workspace).read_bytes()
    fill(workspace, first_run.ENOUGH + 100)
    nightly.run(workspace)
    assert service.model_file(workspace).read_bytes() == model


def test_a_run_that_broke_off_is_brought_to_its_end(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(workspace, first_run.ENOUGH)
    with monkeypatch.context() as broken:
        broken.setattr(facts, "assign", _broken)
        with pytest.raises(KeyboardInterrupt):
            first_run.find_first(workspace)
    assert of_no_topic(workspace) == first_run.ENOUGH
    assert first_run.find_first(workspace) is None
    assert of_no_topic(workspace) == 0


def _broken(*_: object) -> None:
    raise KeyboardInterrupt


def test_an_embedding_that_does_not_answer_does_not_undo_the_night(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHENYIN_EMBEDDING_URL", "http://127.0.0.1:9/embeddings")
    from zhenyin.core import settings as settings_module

    with opened(settings_module.load(data_dir=settings.data_dir)) as workspace:
        fill(workspace, first_run.ENOUGH)
        assert nightly.run(workspace).signals == ()
        assert service.model(workspace) is None
