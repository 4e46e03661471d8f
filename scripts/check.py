"""Everything that `make test` holds, step by step, each timed. Goes on after a failed step; fails if any did.

Types and the UI are checked side by side: each keeps one core busy.

`python scripts/check.py lint types` runs only these steps.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from pathlib import Path
from typing import IO

REPOSITORY = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
PYTHON_FOLDERS = ("src", "tests", "bench", "scripts")
FONTS, CHINESE_FONT = "/usr/share/fonts", "NotoSansCJK*"
IN_PARALLEL = ("types", "ui")

_printed: ContextVar[IO[bytes] | None] = ContextVar("printed", default=None)
"""Where the tools of a step print that runs beside another; None: on the screen."""


def run(*words: str | Path) -> bool:
    """Run a tool of the environment; whether it was content."""
    printed = _printed.get()
    error = subprocess.STDOUT if printed else None
    # Hundreds of processes are started: where none may keep what it compiled, most of their time is compiling.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [str(word) for word in words], cwd=REPOSITORY, env=environment, check=False, stdout=printed, stderr=error
    )
    return done.returncode == 0


def system() -> bool:
    """What the tests need of the machine: a browser to drive, and a font for Chinese reports."""
    missing = [] if shutil.which("chromium") else ["chromium"]
    missing += [] if any(Path(FONTS).rglob(CHINESE_FONT)) else ["fonts-noto-cjk"]
    return run("scripts/install_packages", *missing) if missing else True


def lint() -> bool:
    checked = run(BIN / "ruff", "check", *PYTHON_FOLDERS)
    return run(BIN / "ruff", "format", "--check", *PYTHON_FOLDERS) and checked


def types() -> bool:
    return run(BIN / "mypy")


def layers() -> bool:
    return run(BIN / "lint-imports")


def ui() -> bool:
    built = run(sys.executable, "scripts/build_ui.py")
    content = [_npm(name) for name in ("lint", "typecheck", "test")]
    return built and all(content)


def python() -> bool:
    """Two files at a time: the tests of a file share what is slow to make."""
    return run(BIN / "pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")


def browser() -> bool:
    """The pages in a real browser, two files at a time: the tests of a file share a server."""
    if not (REPOSITORY / "tests" / "browser").exists():
        print("There are no browser tests yet.")
        return True
    plain = "addopts=-q --import-mode=importlib -p no:cacheprovider -p no:fugue_test -p no:fugue_test_fixtures"
    return run(BIN / "pytest", "tests/browser", "-o", plain, "-n", "2", "--dist", "loadfile")


def _npm(name: str) -> bool:
    return run(sys.executable, "scripts/build_ui.py", "npm", "run", name)


STEPS: dict[str, Callable[[], bool]] = {
    step.__name__: step for step in (system, lint, types, layers, ui, browser, python)
}


Result = tuple[str, bool, float]


def main(wanted: list[str]) -> int:
    """Run the steps and print how each went."""
    results: list[Result] = []
    for names in _turns(wanted or list(STEPS)):
        results += _side_by_side(names) if len(names) > 1 else [_step(names[0])]
    print()
    for name, content, seconds in results:
        print(f"{'ok    ' if content else 'FAILED'} {name:<8} {seconds:6.1f} s")
    return 0 if all(content for _, content, _ in results) else 1


def _turns(names: list[str]) -> list[list[str]]:
    """The steps in their order; those that may run side by side share a turn."""
    parallel = [name for name in names if name in IN_PARALLEL]
    return [parallel if name in IN_PARALLEL else [name] for name in names if name not in parallel[1:]]


def _step(name: str) -> Result:
    print(f"\n== {name}", flush=True)
    started = time.perf_counter()
    content = STEPS[name]()
    return name, content, time.perf_counter() - started


def _side_by_side(names: Sequence[str]) -> list[Result]:
    """Several steps at once; what each printed is shown when all have ended."""

    def quietly(name: str) -> tuple[Result, bytes]:
        with tempfile.TemporaryFile() as printed:
            _printed.set(printed)
            started = time.perf_counter()
            content = STEPS[name]()
            printed.seek(0)
            return (name, content, time.perf_counter() - started), printed.read()

    print(f"\n== {', '.join(names)}", flush=True)
    with ThreadPoolExecutor(len(names)) as parallel:
        ended = list(parallel.map(quietly, names))
    for _, printed in ended:
        sys.stdout.buffer.write(printed)
    sys.stdout.flush()
    return [result for result, _ in ended]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
