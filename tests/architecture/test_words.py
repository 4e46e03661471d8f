"""What stands in the files: both languages, colours in one place, and nothing of the machine they were written on."""

import ast
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

REPOSITORY = Path(__file__).parents[2]
PACKAGE = REPOSITORY / "src" / "zhenyin"
HAN = re.compile(r"[\u4e00-\u9fff]")
TEXT_FILES = {
    ".csv",
    ".py",
    ".md",
    ".toml",
    ".ts",
    ".tsx",
    ".css",
    ".json",
    ".html",
    ".yml",
    ".yaml",
    ".mako",
    ".svg",
    "",
}
# Written apart, so that this file does not find itself.
MACHINE = re.compile(r"(?<![\w.])/(wor" + r"k|ro" + r"ot|ho" + r"me/\w+)/(?!\w*\{)")
_REGISTRIES = ("pypi.org", "pythonhosted.org", "npmjs.org")
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b(?!\w)")


def tracked() -> Iterator[tuple[str, str]]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    for name in listed.stdout.split("\0"):
        path = REPOSITORY / name
        if name and path.suffix in TEXT_FILES and path.is_file():
            yield name, path.read_text("utf-8")


def test_no_file_tells_on_which_machine_it_was_written() -> None:
    found = []
    for name, text in tracked():
        if not name.endswith("lock.json"):
            found += [(name, match.group()) for match in MACHINE.finditer(text)]
    assert found == []


def test_locks_name_the_public_registries_only() -> None:
    addresses = re.findall(r'(?:url|registry) = "([^"]+)"', (REPOSITORY / "uv.lock").read_text("utf-8"))
    packages = json.loads((REPOSITORY / "ui" / "package-lock.json").read_text("utf-8"))["packages"]
    addresses += [package["resolved"] for package in packages.values() if "resolved" in package]
    foreign = {host for a in addresses if not (host := urlsplit(a).hostname or "").endswith(_REGISTRIES)}
    assert addresses
    assert foreign == set()


def test_colours_stand_in_the_tokens_alone() -> None:
    found = []
    for name, text in tracked():
        styled = name.startswith("ui/src/") and name.endswith((".ts", ".tsx", ".css"))
        if styled and not name.endswith(("tokens.css", ".test.ts", ".test.tsx")):
            found += [(name, match.group()) for match in COLOUR.finditer(text)]
    assert found == []


def test_pages_speak_of_ranges_and_not_of_slices_of_data() -> None:
    # The word of the field is for analysts; history that was written before keeps its text.
    word = "切" + "片"
    history = "tests/cases/problem/old_history.csv"
    assert [name for name, text in tracked() if word in text and name != history] == []


def _spoken() -> Iterator[tuple[str, str, str]]:
    """Every literal pair of texts in the package: where, Chinese, English."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                zh, en = _pair(node)
                if zh is not None and en is not None:
                    yield f"{path.relative_to(PACKAGE)}:{node.lineno}", zh, en


def _pair(call: ast.Call) -> tuple[str | None, str | None]:
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    if {"zh", "en"} <= set(named):
        return _text(named["zh"]), _text(named["en"])
    if isinstance(call.func, ast.Name) and call.func.id == "Words" and len(call.args) == 2:
        return _text(call.args[0]), _text(call.args[1])
    return None, None


def _text(node: ast.expr) -> str | None:
    """The fixed parts of a literal or of an f-string."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value for part in node.values if isinstance(part, ast.Constant))
    return None


def test_every_text_is_written_in_both_languages() -> None:
    spoken = list(_spoken())
    assert len(spoken) > 200
    # A value of the data, such as province=北京市, stays as it is.
    assert [(place, en) for place, _, en in spoken if HAN.search(re.sub(r"=\S+", "", en))] == []
    same = [(place, zh) for place, zh, en in spoken if not HAN.search(zh) and re.search(r"[a-z]{4}", zh)]
    assert same == []
