"""The demo company of full size, told once for the whole test session, whichever process comes first."""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from zhenyin.core.settings import load as load_settings
from zhenyin.flows import demo_company
from zhenyin.job.workspace import Workspace, opened

SEED = int(os.environ.get("ZHENYIN_STORY_SEED", "7"))
NOW = os.environ.get("ZHENYIN_STORY_NOW", "2026-11-23T09:00:00+08:00")
"""The moment at which the story is told: on any day the same. Other moments and seeds are tried by hand."""
TICKETS = 120_000
_KEPT = ("store.sqlite", "warehouse.duckdb", demo_company.MARK)


@dataclass(frozen=True, slots=True)
class Story:
    """The demo company's workspace, open, and what was planted in its data (truth.json)."""

    workspace: Workspace
    truth: dict[str, Any]

    @property
    def planted(self) -> dict[str, dict[str, Any]]:
        """What was planted, by T1 to T16."""
        return dict(self.truth["planted"])

    @property
    def until(self) -> date:
        """The first day that is no longer told."""
        return date.fromisoformat(self.truth["until"])


@pytest.fixture(autouse=True)
def at_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test here asks at the moment at which the story ends."""
    monkeypatch.setenv("ZHENYIN_NOW", NOW)


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Story]:
    """Told by the first process that asks; each process opens a copy of its own, since one alone may have a workspace."""
    base = tmp_path_factory.getbasetemp()
    # With several workers, the folder above theirs is common to all.
    common = base if worker_id == "master" else base.parent
    ready = common / "story"
    with (common / "story.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (ready / "ready").is_file():
            with pytest.MonkeyPatch.context() as frozen, opened(load_settings(data_dir=ready)) as workspace:
                frozen.setenv("ZHENYIN_NOW", NOW)
                demo_company.build_demo(workspace, seed=SEED, tickets=TICKETS, progress=lambda _done, _words: None)
            (ready / "ready").touch()
    folder = tmp_path_factory.mktemp("story")
    for name in _KEPT:
        shutil.copy2(ready / name, folder / name)
    truth = json.loads((ready / demo_company.FILES / "truth.json").read_text("utf-8"))
    with opened(load_settings(data_dir=folder)) as workspace:
        yield Story(workspace, truth)
