"""The command line as a whole."""

import json
import subprocess
import sys

from tests.cli.conftest import Line, Served

from zhenyin.cli import build

HEAVY = {"ibis", "duckdb", "sqlalchemy", "pydantic", "fastapi", "pyarrow", "numpy", "scipy"}


def test_help_loads_nothing_heavy(line: Line) -> None:
    assert line("--help").returncode == 0
    script = (
        "import sys; from zhenyin.cli import build; build(); print(*sorted({m.split('.')[0] for m in sys.modules}))"
    )
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not HEAVY & set(loaded)


def test_every_command_says_what_it_does() -> None:
    from typer.main import get_command

    commands = get_command(build()).commands
    assert {"serve", "doctor", "user", "demo"} <= set(commands)
    assert [name for name, command in commands.items() if not command.help] == []


def test_doctor_says_what_to_do_and_counts_only_what_is_wrong(line: Line) -> None:
    run = line("doctor", "--json")
    checks = {check["key"]: check for check in json.loads(run.stdout)}
    assert {"python", "packages", "data_dir", "disk", "pages", "fonts", "port"} <= set(checks)
    assert all(check["todo"] for check in checks.values() if check["state"] != "fine")
    assert run.returncode == int(any(check["state"] == "wrong" for check in checks.values()))


def test_doctor_works_beside_a_server(served: Served) -> None:
    checks = {check["key"]: check for check in json.loads(served("doctor", "--json").stdout)}
    assert checks["warehouse"]["state"] == "fine"
    assert checks["store"]["state"] == "fine"
    assert "port" not in checks


def test_a_setting_that_is_wrong_is_named(line: Line) -> None:
    done = line.having(ZHENYIN_PORT="no")("user", "list")
    assert done.returncode == 2
    assert "ZHENYIN_PORT" in done.stderr


def test_a_busy_port_is_refused_with_what_to_do(served: Served, line: Line) -> None:
    done = line("serve", "--port", served.url.rsplit(":", 1)[1])
    assert done.returncode == 2
    assert "--port" in done.stderr
