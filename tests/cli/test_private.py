"""The data folder is its owner's alone, and its log says nothing of what people look for."""

import logging
import stat
from logging.handlers import RotatingFileHandler
from pathlib import Path

import httpx
import pytest
from tests.cli.conftest import Line

from zhenyin.cli import _logging
from zhenyin.core.settings import HIDDEN, SHOWN, Settings
from zhenyin.core.settings import load as load_settings
from zhenyin.job.workspace import opened

PHONE = "13812345678"
TICKETS = "工单号,创建时间,故障\n" + "".join(f"a{i},2026-03-{i:02} 10:00,闪退\n" for i in range(1, 29))


def _open_to_others(folder: Path) -> list[str]:
    found = [folder, *folder.rglob("*")]
    return [f"{one.name} {stat.S_IMODE(one.stat().st_mode):o}" for one in found if one.stat().st_mode & 0o077]


def test_nothing_of_the_folder_is_open_to_others(line: Line, tmp_path: Path) -> None:
    file = tmp_path / "工单.csv"
    file.write_text(TICKETS, "utf-8")
    done = line("import", str(file))
    assert done.returncode == 0, done.stderr
    assert _open_to_others(line.folder) == []
    with line.serving() as url:
        assert httpx.get(f"{url}/api/health").status_code == 200
        assert _open_to_others(line.folder) == []


def test_a_folder_that_was_open_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    (folder / "landing" / "b-1").mkdir(parents=True)
    (folder / "landing" / "b-1" / "meta.json").write_text("{}")
    folder.chmod(0o755)
    (folder / "outside").symlink_to(tmp_path)
    before = stat.S_IMODE(tmp_path.stat().st_mode)
    with opened(load_settings(data_dir=folder)):
        assert _open_to_others(folder / "landing") == []
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(tmp_path.stat().st_mode) == before


def test_what_people_look_for_is_not_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    from zhenyin.question import browse

    with opened(load_settings(data_dir=tmp_path / "data")) as workspace, caplog.at_level(logging.INFO, "zhenyin"):
        browse.values(workspace.warehouse, "province", PHONE, 10, 0)
    assert "FROM" in caplog.text
    assert PHONE not in caplog.text


def test_the_text_of_an_error_is_not_logged(tmp_path: Path) -> None:
    _logging.keep(tmp_path)
    (handler,) = (one for one in logging.getLogger().handlers if isinstance(one, RotatingFileHandler))
    try:
        int(PHONE + "x")
    except ValueError as error:
        record = logging.LogRecord(
            "zhenyin", logging.ERROR, "", 1, "failed", None, (type(error), error, error.__traceback__)
        )
    logged = handler.format(record)
    logging.getLogger().removeHandler(handler)
    handler.close()
    assert "ValueError" in logged
    assert "test_private.py" in logged
    assert PHONE not in logged


def test_a_setting_is_hidden_unless_it_is_named_as_shown() -> None:
    assert set(Settings.model_fields) > SHOWN
    assert not {"store_url", "embedding_key", "embedding_url"} & SHOWN


def test_a_setting_that_is_hidden_is_not_quoted_when_it_is_wrong(line: Line) -> None:
    refused = line.having(ZHENYIN_PORT="0x").__call__("doctor")
    assert "0x" in refused.stderr
    (line.folder).mkdir(exist_ok=True)
    (line.folder / "zhenyin.toml").write_text("embedding_key = [1, 'hush-hush']\n")
    refused = line("doctor")
    assert (HIDDEN in refused.stderr, "hush" in refused.stderr) == (True, False)
