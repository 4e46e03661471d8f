"""Everything that `make test` holds, step by step, each timed. Goes on after a failed step; fails if any did.

`python scripts/check.py lint types` runs only these steps.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
PYTHON_FOLDERS = ("src", "tests", "bench", "scripts")
FONTS, CHINESE_FONT = "/usr/share/fonts", "NotoSansCJK*"


def run(*words: str | Path) -> bool:
    """Run a tool of the environment; whether it was content."""
    return subprocess.run([str(word) for word in words], cwd=HOUSE, check=False).returncode == 0


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
    return run(BIN / "pytest", "-n", "2")


def browser() -> bool:
    """The pages in a real browser, two files at a time: the tests of a file share a server."""
    if not (HOUSE / "tests" / "browser").exists():
        print("There are no browser tests yet.")
        return True
    plain = "addopts=-q --import-mode=importlib -p no:cacheprovider"
    return run(BIN / "pytest", "tests/browser", "-o", plain, "-n", "2", "--dist", "loadfile")


def _npm(name: str) -> bool:
    return run(sys.executable, "scripts/build_ui.py", "npm", "run", name)


STEPS: dict[str, Callable[[], bool]] = {
    step.__name__: step for step in (system, lint, types, layers, ui, browser, python)
}


def main(wanted: list[str]) -> int:
    """Run the steps and print how each went."""
    results: list[tuple[str, bool, float]] = []
    for name in wanted or STEPS:
        print(f"\n== {name}", flush=True)
        started = time.perf_counter()
        results.append((name, STEPS[name](), time.perf_counter() - started))
    print()
    for name, content, seconds in results:
        print(f"{'ok    ' if content else 'FAILED'} {name:<8} {seconds:6.1f} s")
    return 0 if all(content for _, content, _ in results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
