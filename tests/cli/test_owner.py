"""One process has the workspace; the command line works whether or not a server runs."""

import json
import stat
from pathlib import Path

import duckdb
import httpx
from tests.cli.conftest import Line, Served, free_port, line_in, wait_until

from zhenyin.client import lock, unix_socket

CSV = """ticket_id,created_at,resolved_at,product,province,description
T-1,2025-01-02 08:00,2025-01-03 08:00,X200,北京市,door does not open
T-2,2025-01-03 08:00,,X200,上海市,battery empty
"""


def add_user(line: Line, login: str) -> None:
    done = line("user", "add", login, "--role", "admin", "--password", "long enough 1")
    assert done.returncode == 0, done.stderr


def test_commands_run_in_the_server_that_has_the_house_and_leave_their_work_there(line: Line) -> None:
    add_user(line, "boss")
    (line.folder.parent / "tickets.csv").write_text(CSV, "utf-8")
    with line.serving():
        listed = line("user", "list")
        added = line("user", "add", "ann", "--password", "long enough 1")
        # The path is relative to where the person stands, not to where the server was started.
        imported = line("import", "tickets.csv", "--json", cwd=line.folder.parent)
        answer = line("ask", "ticket_count", "--json")
    assert (listed.stdout, listed.stderr, listed.returncode) == ("boss\tadmin\tboss\tactive\n", "", 0)
    assert added.stdout == "ann\tviewer\n"
    assert imported.returncode == 0, imported.stderr
    assert json.loads(imported.stdout)["tickets"] == 2
    assert answer.returncode == 0, answer.stderr
    assert "ann" in line("user", "list").stdout
    for found in (answer, line("ask", "ticket_count", "--json")):
        assert [cell["value"] for cell in json.loads(found.stdout)["cells"]] == [2]


def test_a_refusal_in_the_server_is_one_line_and_exit_code_two(served: Served, line: Line) -> None:
    there, here = (one("user", "password", "nobody", "--password", "long enough 1") for one in (served, line))
    assert (there.returncode, there.stderr) == (here.returncode, here.stderr)
    assert there.returncode == 2
    assert there.stderr.endswith("[user-unknown]\n")
    assert there.stderr.count("\n") == 1


def test_two_commands_at_once_both_end_well(line: Line) -> None:
    processes = [line.start("user", "add", f"user{n}", "--password", "long enough 1") for n in range(3)]
    ends = [(process.communicate(timeout=90), process.returncode) for process in processes]
    assert [code for _, code in ends] == [0, 0, 0], ends
    assert line("user", "list").stdout.count("\n") == 3


def test_a_command_says_whom_it_waits_for(line: Line) -> None:
    taken = lock.take(line.folder)
    assert taken is not None
    waiting = line.start("user", "list")
    announcement = waiting.stderr.readline()
    taken.release()
    out, _ = waiting.communicate(timeout=60)
    assert "waiting until it ends" in announcement
    assert waiting.returncode == 0, out


def test_a_second_server_is_refused_with_the_address_of_the_first(served: Served) -> None:
    second = served("serve", "--port", str(free_port()))
    assert second.returncode == 2
    assert served.url in second.stderr


def test_only_the_owner_may_use_the_socket_which_goes_with_its_server(tmp_path: Path) -> None:
    folder = tmp_path / ("a path that is longer than the name of a socket may be " * 3) / ("数据" * 10)
    folder.parent.mkdir()
    line = line_in(folder)
    with line.serving():
        assert stat.S_IMODE((folder / unix_socket.SOCKET).stat().st_mode) == 0o600
        assert line("user", "list").returncode == 0
    assert not (folder / unix_socket.SOCKET).exists()


def test_a_lock_left_by_a_killed_process_holds_nobody_up(line: Line) -> None:
    crashed = line.start("serve", "--port", str(free_port()))
    wait_until((line.folder / unix_socket.SOCKET).exists, crashed)
    crashed.kill()
    crashed.communicate(timeout=30)
    assert (line.folder / unix_socket.SOCKET).exists()
    assert line("user", "list").returncode == 0


def test_the_warehouse_is_closed_when_the_command_ends(line: Line) -> None:
    add_user(line, "boss")
    duckdb.connect(str(line.folder / "warehouse.duckdb")).close()


def test_the_first_login_link_works_once(line: Line) -> None:
    with line.serving() as url:
        token = line.printed.read_text("utf-8").split("token=")[1].split()[0]
        body = {"token": token, "login": "boss", "password": "long enough 1", "language": "en"}
        with httpx.Client(base_url=url) as client:
            assert client.post("/api/first-admin", json=body).status_code == 201
            user = client.get("/api/session").json()["user"]
            assert (user["login"], user["language"]) == ("boss", "en")
        assert httpx.post(f"{url}/api/first-admin", json={**body, "login": "eve"}).status_code == 403
    with line.serving():
        assert "token=" not in line.printed.read_text("utf-8")
