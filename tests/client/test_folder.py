"""Whose the folder is: the lock, the socket's peers, and what an opened folder leaves behind."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

import zhenyin
from zhenyin.client import lock, unix_socket
from zhenyin.core.errors import Conflict

NOBODY = 65534


def test_a_folder_at_work_elsewhere_is_refused_and_free_again_afterwards(tmp_path: Path) -> None:
    taken = lock.take(tmp_path)
    assert taken is not None
    with pytest.raises(Conflict, match="folder-busy"):
        zhenyin.open(tmp_path)
    taken.release()
    with zhenyin.open(tmp_path) as company:
        assert company.ask("ticket_count").value == 0
        assert lock.take(tmp_path) is None
    duckdb.connect(str(tmp_path / "warehouse.duckdb")).close()
    again = lock.take(tmp_path)
    assert again is not None
    again.release()


def test_a_folder_that_cannot_be_opened_is_let_go(tmp_path: Path) -> None:
    (tmp_path / "warehouse.duckdb").write_text("no database " * 1000)
    with pytest.raises(Exception, match="warehouse"):
        zhenyin.open(tmp_path)
    free = lock.take(tmp_path)
    assert free is not None
    free.release()


def test_the_settings_are_those_of_the_opened_folder(tmp_path: Path) -> None:
    (tmp_path / "zhenyin.toml").write_text('timezone = "Europe/Berlin"\n')
    with zhenyin.open(tmp_path) as company:
        assert company.api.get("/installation")["timezone"] == "Europe/Berlin"


def test_closing_twice_is_closing_once(tmp_path: Path) -> None:
    company = zhenyin.open(tmp_path)
    company.close()
    company.close()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of this machine may enter."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_the_kernel_says_who_is_at_the_other_end(open_folder: Path) -> None:
    with unix_socket.bind(open_folder) as server, unix_socket.connect(open_folder) as one:
        there, _ = server.accept()
        assert unix_socket.peer_user(there) == unix_socket.peer_user(one) == os.geteuid()
        there.close()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may become somebody else")
def test_another_user_is_turned_away_even_where_the_file_lets_them_in(open_folder: Path) -> None:
    with unix_socket.bind(open_folder) as server:
        (open_folder / unix_socket.SOCKET).chmod(0o666)
        child = os.fork()
        if not child:
            os.setuid(NOBODY)
            with unix_socket.connect(open_folder) as one:
                os._exit(len(one.recv(1)))
        with pytest.raises(ConnectionAbortedError):
            server.accept()
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_importing_the_library_loads_nothing_heavy() -> None:
    assert not {"pydantic", "pyarrow", "fastapi", "duckdb", "zhenyin.client"} & _loaded_by("import zhenyin")


def test_a_client_beside_a_server_loads_neither_the_web_framework_nor_the_warehouse() -> None:
    loaded = _loaded_by("import zhenyin.client.client, zhenyin.client.opening, zhenyin.core.settings")
    assert not {"pyarrow", "fastapi", "duckdb", "sqlalchemy", "ibis", "httpx", "numpy"} & loaded


def _loaded_by(code: str) -> set[str]:
    """The modules that a new process has after this code."""
    run = [sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"]
    return set(subprocess.run(run, capture_output=True, text=True, check=True).stdout.split())
