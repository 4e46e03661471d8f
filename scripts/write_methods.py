"""Writes docs/methods.md from the code: what each method does, who found it, and where its limits are.

The shelves tell of themselves; of the folders of numbers every public function is listed that names its source.
`python scripts/write_methods.py --check` only says whether the page is up to date.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
PAGE = REPOSITORY / "docs" / "methods.md"
SHELVES = (
    ("detectors", "Detectors: when is a figure out of line?"),
    ("locators", "Locators: which slices explain it?"),
)
FOLDERS = (
    "stats",
    "text",
    "explain",
    "watch/scan",
    "watch/backtest",
    "process",
    "process/mining",
    "reliability",
    "forecast",
    "topic",
    "knowledge",
    "groupings",
)
_TOP = """# Methods

Written by `scripts/write_methods.py` from the code: change it there. Every method says who found it; its docstring gives
shapes, units and errors. Figures of accuracy and speed are in `bench/results/`.
"""


def page() -> str:
    """The whole text."""
    parts = [_TOP, *(_shelf(folder, title) for folder, title in SHELVES), *map(_folder, FOLDERS)]
    return "\n".join(part for part in parts if part)


def _shelf(folder: str, title: str) -> str:
    rows = [f"## {title}\n"]
    for file in _files(folder):
        docstring = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
        rows.append(f"### `{folder}/{file.name}`\n\n{docstring}\n")
    return "\n".join(rows) if len(rows) > 1 else ""


def _folder(folder: str) -> str:
    rows = [
        f"| `{folder}/{file.name}` | `{name}` | {does} | {source} |" for file, name, does, source in _sourced(folder)
    ]
    if not rows:
        return ""
    return "\n".join(
        [f"## `{folder}/`\n", "| file | function | what it tells | source |", "|---|---|---|---|", *rows, ""]
    )


def _sourced(folder: str) -> Iterator[tuple[Path, str, str, str]]:
    for file in _files(folder):
        for node in ast.parse(file.read_text("utf-8")).body:
            if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
                continue
            docstring = ast.get_docstring(node) or ""
            if source := re.search(r"Sources?: (.+?)(?:\n\n|\n\s*>>>|\Z)", docstring, re.DOTALL):
                yield file, node.name, _line(docstring.split("\n\n")[0]), _line(source.group(1))


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "\\|").strip()


def _files(folder: str) -> list[Path]:
    found = (REPOSITORY / "src" / "zhenyin" / folder).glob("*.py")
    return sorted(file for file in found if not file.name.startswith("_"))


def main() -> int:
    text = page()
    if "--check" in sys.argv:
        return 0 if PAGE.is_file() and PAGE.read_text("utf-8") == text else 1
    PAGE.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
