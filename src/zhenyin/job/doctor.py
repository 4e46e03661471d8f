"""Is the installation sound? Each check says what was found and, where something is amiss, what to do."""

import importlib.metadata
import os
import shutil
import socket
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from zhenyin.core import migrations
from zhenyin.core.errors import Refusal
from zhenyin.core.settings import Settings
from zhenyin.core.words import Words
from zhenyin.job.workspace import Workspace

State = Literal["fine", "advice", "wrong"]

PACKAGE = Path(__file__).parents[1]
LOCK_FILE = PACKAGE.parents[1] / "uv.lock"
PAGES = PACKAGE / "web" / "static" / "index.html"
OLDEST_PYTHON = (3, 11)
FREE_GIB = 2.0
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "/Library/Fonts")
CHINESE_FONTS = ("*CJK*", "*PingFang*", "*SourceHan*", "*msyh*", "*wqy*")


@dataclass(frozen=True, slots=True)
class Check:
    """One finding. `advice` is a lack that one can live with; `wrong` keeps the product from working."""

    key: str
    title: Words
    state: State
    found: str
    todo: Words | None = None

    def as_dict(self) -> dict[str, Any]:
        todo = self.todo.as_dict() if self.todo else None
        return {
            "key": self.key,
            "title": self.title.as_dict(),
            "state": self.state,
            "found": self.found,
            "todo": todo,
        }


def examine(settings: Settings, workspace: Workspace | None, serving: bool) -> list[Check]:
    """All checks. `workspace`: the open workspace, None while another process has it; `serving`: the port is ours already."""
    checks = [_python(), _packages(), _folder(settings), _disk(settings), _pages(), _fonts(), _chromium()]
    if workspace:
        checks += [_store(workspace), _warehouse(workspace)]
    if not serving:
        checks.append(_port(settings))
    return checks


def _python() -> Check:
    title, version = Words("Python 版本", "Python version"), sys.version.split()[0]
    if sys.version_info >= OLDEST_PYTHON:
        return Check("python", title, "fine", version)
    return Check(
        "python", title, "wrong", version, Words("请安装 Python 3.11 或更高版本。", "Install Python 3.11 or newer.")
    )


def _packages() -> Check:
    title = Words("依赖包与锁定版本一致", "Packages as locked")
    if not LOCK_FILE.is_file():
        missing = [name for name in _requirements() if _installed(name) is None]
        found, wrong = ", ".join(missing) or "installed without a lock file", missing
    else:
        wrong = [f"{name} {here} ≠ {locked}" for name, here, locked in _differing()]
        found = ", ".join(wrong) or "as in uv.lock"
    if not wrong:
        return Check("packages", title, "fine", found)
    return Check("packages", title, "wrong", found, Words("请运行 uv sync --frozen。", "Run `uv sync --frozen`."))


def _differing() -> Iterator[tuple[str, str | None, str]]:
    required = set(_requirements())
    for package in tomllib.loads(LOCK_FILE.read_text("utf-8"))["package"]:
        name, locked = package["name"], package.get("version", "")
        here = _installed(name)
        absent_but_needed = here is None and name in required
        if name != "zhenyin" and (absent_but_needed or (here is not None and here != locked)):
            yield name, here, locked


def _requirements() -> list[str]:
    """The names of what the product itself needs, as they are written in the lock file."""
    lines = importlib.metadata.requires("zhenyin") or []
    return ["".join(_name(line)).replace("_", "-").lower() for line in lines]


def _name(line: str) -> Iterator[str]:
    for letter in line:
        if not (letter.isalnum() or letter in "-_."):
            return
        yield letter


def _installed(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _folder(settings: Settings) -> Check:
    title, folder = Words("数据目录可写", "Data folder can be written"), settings.data_dir
    there = folder if folder.is_dir() else next(parent for parent in folder.parents if parent.is_dir())
    if os.access(there, os.W_OK):
        return Check("data_dir", title, "fine", str(folder))
    todo = Words("请修改目录权限，或设置 ZHENYIN_DATA_DIR。", "Change its permissions, or set ZHENYIN_DATA_DIR.")
    return Check("data_dir", title, "wrong", str(folder), todo)


def _disk(settings: Settings) -> Check:
    folder = settings.data_dir
    there = folder if folder.is_dir() else next(parent for parent in folder.parents if parent.is_dir())
    gib = shutil.disk_usage(there).free / 2**30
    title, found = Words("磁盘空间", "Disk space"), f"{gib:.1f} GiB"
    if gib >= FREE_GIB:
        return Check("disk", title, "fine", found)
    todo = Words(f"请至少腾出 {FREE_GIB:g} GiB。", f"Free at least {FREE_GIB:g} GiB.")
    return Check("disk", title, "advice", found, todo)


def _pages() -> Check:
    title = Words("页面已构建", "Pages are built")
    if PAGES.is_file():
        return Check("pages", title, "fine", PAGES.name)
    return Check("pages", title, "wrong", "—", Words("请运行 make ui。", "Run `make ui`."))


def _fonts() -> Check:
    title = Words("中文字体（PDF 报告）", "Chinese font (PDF reports)")
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    found = next((font for folder in folders for name in CHINESE_FONTS for font in folder.rglob(name)), None)
    if found:
        return Check("fonts", title, "fine", found.name)
    todo = Words("请安装中文字体：apt-get install fonts-noto-cjk。", "Install one: apt-get install fonts-noto-cjk.")
    return Check("fonts", title, "advice", "—", todo)


def _chromium() -> Check:
    title, found = Words("Chromium（仅测试需要）", "Chromium (for tests only)"), shutil.which("chromium")
    if found:
        return Check("chromium", title, "fine", found)
    todo = Words("运行 make test 时会自动安装。", "`make test` installs it.")
    return Check("chromium", title, "advice", "—", todo)


def _store(workspace: Workspace) -> Check:
    def inspect() -> str:
        with workspace.store.read() as db:
            return migrations.current(db) or "no revision"

    return _try("store", Words("数据库结构为最新", "Store is up to date"), inspect)


def _warehouse(workspace: Workspace) -> Check:
    def inspect() -> str:
        rows = workspace.warehouse.query("SELECT count(*) AS n FROM tickets")["n"][0].as_py()
        return f"{rows:,} tickets"

    return _try("warehouse", Words("数据仓库可查询", "Warehouse answers"), inspect)


def _try(key: str, title: Words, inspect: Callable[[], str]) -> Check:
    try:
        return Check(key, title, "fine", inspect())
    except Refusal as refusal:
        return Check(key, title, "wrong", refusal.code, refusal.words)
    except Exception as error:
        todo = Words("请备份数据目录后查看日志 zhenyin.log。", "Copy the data folder, then read zhenyin.log.")
        return Check(key, title, "wrong", f"{type(error).__name__}: {error}", todo)


def _port(settings: Settings) -> Check:
    title, found = Words("端口空闲", "Port is free"), f"{settings.host}:{settings.port}"
    try:
        socket.create_server((settings.host, settings.port)).close()
    except OSError as error:
        todo = Words("请用 zhenyin serve --port 换一个端口。", "Use another: zhenyin serve --port.")
        return Check("port", title, "advice", f"{found}: {error.strerror}", todo)
    return Check("port", title, "fine", found)
