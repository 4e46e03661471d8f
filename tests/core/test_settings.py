"""Settings come from the environment, then from the file in the data folder, then from the defaults."""

from pathlib import Path

import pytest

from zhenyin.core import settings
from zhenyin.core.errors import Invalid


def test_the_environment_wins_over_the_file_which_wins_over_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "zhenyin.toml").write_text('port = 9001\nlanguage = "en"\n')
    monkeypatch.setenv("ZHENYIN_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("ZHENYIN_PORT", "9002")
    loaded = settings.load()
    assert (loaded.port, loaded.language, loaded.host) == (9002, "en", "127.0.0.1")
    assert loaded.data_dir == tmp_path


@pytest.mark.parametrize(("name", "value"), [("PORT", "eighty"), ("TIMEZONE", "Mars/Olympus"), ("LANGUAGE", "fr")])
def test_a_value_that_cannot_be_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"ZHENYIN_{name}", value)
    with pytest.raises(Invalid, match=f"{name.lower()}.*{value}"):
        settings.load()


def test_an_unknown_name_in_the_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "zhenyin.toml").write_text("prot = 9001\n")
    monkeypatch.setenv("ZHENYIN_DATA_DIR", str(tmp_path))
    with pytest.raises(Invalid, match="prot"):
        settings.load()


def test_the_data_folder_is_absolute() -> None:
    assert settings.load(data_dir=Path("somewhere")).data_dir.is_absolute()
