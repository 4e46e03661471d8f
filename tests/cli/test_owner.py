"""One process has the house; the command line works whether or not a server runs."""

import json
import stat
from pathlib import Path

import duckdb
import httpx
import pytest
from tests.cli.conftest import Line, free_port, line_in, wait_until

from zhenyin.cli.owner import lock

CSV = """ticket_id,created_at,resolved_at,product,province,description
T-1,2025-01-02 08:00,2025-01-03 08:00,X200,北京市,door does not open
T-2,2025-01-03 08:00,,X200,上海市,battery empty
"""


def add_user(line: Line, login: str) -> None:
    done = line("user", "add", login, "--role", "admin", "--password", "long enough 1")
    assert done.returncode == 0, done.stderr


def test_a_command_runs_in_the_server_that_has_the_house(line: Line) -> None:
    add_user(line, "boss")
    with line.serving():
        listed = line("user", "list")
        added = line("user", "add", "ann", "--password", "long enough 1")
    assert (listed.stdout, listed.stderr, listed.returncode) == ("boss\tadmin\tboss\tactive\n", "", 0)
    assert added.stdout == "ann\tviewer\n"
    assert "ann" in line("user", "list").stdout


def test_a_refusal_in_the_server_is_one_line_and_exit_code_two(line: Line) -> None:
    with line.serving():
        there = line("user", "password", "nobody", "--password", "long enough 1")
    here = line("user", "password", "nobody", "--password", "long enough 1")
    assert (there.returncode, there.stderr) == (here.returncode, here.stderr)
    assert there.returncode == 2
    assert there.stderr.endswith("[user-unknown]\n")
    assert there.stderr.count("\n") == 1


def test_questions_and_imports_work_beside_a_server(line: Line) -> None:
    folder = line.folder.parent
    (folder / "tickets.csv").write_text(CSV, "utf-8")
    with line.serving():
        # The path is relative to where the person stands, not to where the server was started.
        imported = line("import", "tickets.csv", "--json", cwd=folder)
        asked = line("ask", "ticket_count", "--json")
    assert imported.returncode == 0, imported.stderr
    assert json.loads(imported.stdout)["tickets"] == 2
    assert asked.returncode == 0, asked.stderr
    assert json.loads(asked.stdout)["cells"][0]["value"] == 2
    assert json.loads(line("ask", "ticket_count", "--json").stdout)["cells"] == json.loads(asked.stdout)["cells"]


def test_two_commands_at_once_both_end_well(line: Line) -> None:
    processes = [line.start("user", "add", f"user{n}", "--password", "long enough 1") for n in range(3)]
    ends = [(process.communicate(timeout=90), process.returncode) for process in processes]
    assert [code for _, code in ends] == [0, 0, 0], ends
    assert line("user", "list").stdout.count("\n") == 3


def test_a_command_says_whom_it_waits_for(line: Line) -> None:
    held = lock.take(line.folder)
    assert held is not None
    waiting = line.start("user", "list")
    heard = waiting.stderr.readline()
    held.release()
    out, _ = waiting.communicate(timeout=60)
    assert "waiting until it ends" in heard
    assert waiting.returncode == 0, out


def test_a_second_server_is_refused_with_the_address_of_the_first(line: Line) -> None:
    with line.serving() as (url, _):
        second = line("serve", "--port", str(int(url.rsplit(":", 1)[1]) - 1))
    assert second.returncode == 2
    assert url in second.stderr


def test_only_the_owner_may_use_the_socket(line: Line) -> None:
    with line.serving():
        assert stat.S_IMODE((line.folder / lock.SOCKET).stat().st_mode) == 0o600
    assert not (line.folder / lock.SOCKET).exists()


@pytest.mark.parametrize("length", [60, 180])
def test_a_data_folder_may_have_a_long_path(tmp_path: Path, length: int) -> None:
    folder = tmp_path / ("x" * length) / ("数据" * 10)
    folder.parent.mkdir()
    line = line_in(folder)
    with line.serving():
        assert line("user", "list").returncode == 0


def test_a_lock_left_by_a_killed_process_holds_nobody_up(line: Line) -> None:
    with line.serving():
        pass
    crashed = line.start("serve", "--port", str(free_port()))
    wait_until((line.folder / lock.SOCKET).exists, crashed)
    crashed.kill()
    crashed.communicate(timeout=30)
    assert (line.folder / lock.SOCKET).exists()
    assert line("user", "list").returncode == 0


def test_the_warehouse_is_closed_when_the_command_ends(line: Line) -> None:
    add_user(line, "boss")
    duckdb.connect(str(line.folder / "warehouse.duckdb")).close()


def test_the_first_login_link_works_once(line: Line) -> None:
    with line.serving() as (url, printed):
        token = printed.read_text("utf-8").split("token=")[1].split()[0]
        body = {"token": token, "login": "boss", "password": "long enough 1", "language": "en"}
        with httpx.Client(base_url=url) as client:
            assert client.post("/api/first-admin", json=body).status_code == 201
            user = client.get("/api/session").json()["user"]
            assert (user["login"], user["language"]) == ("boss", "en")
        assert httpx.post(f"{url}/api/first-admin", json={**body, "login": "eve"}).status_code == 403
    with line.serving() as (_, printed):
        assert "token=" not in printed.read_text("utf-8")
