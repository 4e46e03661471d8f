"""Names are the standard words of the field: no private stem in code, JSON, file names or styles; the glossary holds."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
PYTHON = ("src", "tests", "bench", "scripts")
PAGES = REPOSITORY / "ui" / "src"
GLOSSARY = REPOSITORY / "docs" / "glossary.md"

# A stem, as a whole word of a snake_case, camelCase or kebab-case name, and the words that stand in its place.
BANNED = {
    "told": "presentation, data, estimate, reported, predicted",
    "tell": "present, notify, progress",
    "tells": "present",
    "telling": "informative",
    "teller": "notifier",
    "untold": "unavailable",
    "said": "text, raw",
    "heard": "reported_share",
    "held": "empirical_coverage, buffered, baseline",
    "usual": "baseline, expected, most_frequent",
    "beside": "context, peers, side_information, comparison",
    "worn": "excess_failures",
    "wears": "wear_out",
    "asked": "query, question, request",
    "door": "session, entry_point",
    "doors": "entry_points",
    "longer": "excess_duration, quantile",
    "look": "slice_family, preview, check, scan, chart_theme",
    "looks": "slice_families, cell_patterns",
    "looked": "scanned, sampled, checked",
    "standing": "sojourns, peers_and_limits, subgroups",
    "stands": "subgroup, current",
    "stood": "sojourn",
    "firmness": "prior_strength",
    "unrest": "weekly_dispersion",
    "calm": "no_signals, drift_prior_gain",
    "surprise": "minus_log_p, divergence, pmi, information",
    "surprised": "is_outside_interval",
    "likelier": "rate_factor",
    "yardstick": "benchmark",
    "loud": "outlier",
    "finer": "child, hierarchy",
    "narrowed": "screened",
    "courses": "daily_counts",
    "spill": "row_problems",
    "lives": "fleet, draws",
    "house": "workspace",
    "unfinished": "incomplete",
    "whens": "timestamps",
    "whats": "activities",
    "bys": "groupings",
}

# Standard compounds that hold a stem of the list.
COMPOUNDS = {"house_number", "two_way", "in_house", "half_way"}

# Files that cannot change: revisions of the store that have run on installations.
FROZEN = ("src/zhenyin/core/migrations/versions/",)
GENERATED = ("ui/src/api/schema.d.ts",)
# "told_by" is a column of such a revision; to spill to disk is the engine's own term; 看 is Look in the navigation.
ALLOWED = {("src/zhenyin/process/store.py", "told_by"), ("src/zhenyin/warehouse/engines/duckdb.py", "spill")}
NAVIGATION = ("look", "Look")
NAVIGATION_FILES = ("page.ts", "pages.test.ts", "shell.ts")

WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")
FIELD = re.compile(r"[a-z_][a-z0-9_-]*")

Offence = tuple[str, int, str]


def words(name: str) -> list[str]:
    return [word.lower() for word in WORD.findall(name)]


def is_private(name: str) -> bool:
    """Whether a name holds a private stem.

    >>> is_private("held_against"), is_private("HeldAgainst"), is_private("threshold"), is_private("house_number")
    (True, True, False, False)
    """
    parts = words(name)
    plain = "_".join(parts)
    for compound in COMPOUNDS:
        plain = plain.replace(compound, "")
    return not BANNED.keys().isdisjoint(plain.split("_"))


def python_files() -> Iterator[Path]:
    for folder in PYTHON:
        for path in sorted((REPOSITORY / folder).rglob("*.py")):
            if not _place(path).startswith(FROZEN) and path != Path(__file__):
                yield path


def page_files() -> Iterator[Path]:
    for path in sorted(PAGES.rglob("*")):
        if path.suffix in {".ts", ".tsx", ".css"} and _place(path) not in GENERATED:
            yield path


def _place(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def identifiers(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every name that a module gives: definitions, arguments, variables, attributes, keywords.

    A text of one word is one too: a field of JSON, a column, a state, the key of a series, the code of an error. The name
    of a test is a sentence, and is left out.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant):
            if isinstance(node.value, str) and FIELD.fullmatch(node.value):
                yield node.lineno, node.value
        else:
            name = _given(node)
            if name is not None and not name.startswith("test_"):
                yield getattr(node, "lineno", 0), name


def _given(node: ast.AST) -> str | None:
    """The name that a node gives to something, if it gives one."""
    if isinstance(node, ast.Name | ast.Attribute) and not isinstance(node.ctx, ast.Store):
        return None
    attribute = next((given for kind, given in _GIVES.items() if isinstance(node, kind)), None)
    name = getattr(node, attribute) if attribute else None
    return name if isinstance(name, str) else None


_GIVES: dict[type[ast.AST], str] = {
    ast.FunctionDef: "name",
    ast.AsyncFunctionDef: "name",
    ast.ClassDef: "name",
    ast.arg: "arg",
    ast.keyword: "arg",
    ast.Name: "id",
    ast.Attribute: "attr",
    ast.alias: "asname",
    ast.ExceptHandler: "name",
    ast.MatchAs: "name",
    ast.MatchStar: "name",
}


_TEXT = re.compile(
    r"""(?P<comment>/\*.*?\*/|(?<![:"'`\w])//[^\n]*)
      | (?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')""",
    re.DOTALL | re.VERBOSE,
)
_NAME = re.compile(r"[A-Za-z_$][\w$]*")
_KEY = re.compile(r"""["'][A-Za-z_][\w.-]*["']""")
_CLASSES = re.compile(r"className=(?:\"([^\"]*)\"|\{`([^`]*)`\})")
_TEMPLATE = re.compile(r"`(?:[^`\\]|\\.)*`")
_MARKUP = re.compile(r">[^<>{}\n]*(?=<)")
_STYLE = re.compile(r"[.#]([A-Za-z_][\w-]*)|--([A-Za-z_][\w-]*)")


def page_names(text: str, style: bool) -> Iterator[tuple[int, str]]:
    """Names of a TypeScript file or a style sheet, without comments and sentences; single words in quotes are names."""
    if style:
        plain = re.sub(r"/\*.*?\*/", _blank, text, flags=re.DOTALL)
        for match in _STYLE.finditer(plain):
            yield _line(plain, match.start()), match.group(1) or match.group(2)
        return
    for match in _CLASSES.finditer(text):
        for name in re.findall(r"[A-Za-z][\w-]*", match.group(1) or match.group(2) or ""):
            yield _line(text, match.start()), name
    plain = _TEXT.sub(_names_only, text)
    plain = _TEMPLATE.sub(_expressions_only, plain)
    plain = _MARKUP.sub(_blank, plain)
    for match in _NAME.finditer(plain):
        yield _line(plain, match.start()), match.group()


def _names_only(match: re.Match[str]) -> str:
    found = match.group()
    return found if match.group("text") and _KEY.fullmatch(found) else _blank(match)


def _expressions_only(match: re.Match[str]) -> str:
    found = match.group()
    inside = " ".join(re.findall(r"\$\{([^{}]*)\}", found))
    return inside + "\n" * found.count("\n")


def _blank(match: re.Match[str]) -> str:
    return "\n" * match.group().count("\n")


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _listed(offences: list[Offence]) -> str:
    lines = [f"{place}:{line}:{name}" for place, line, name in sorted(set(offences))]
    return f"{len(lines)} private names; the standard words stand in BANNED and docs/glossary.md:\n" + "\n".join(lines)


def test_python_names_are_standard_words() -> None:
    offences = [
        (_place(path), line, name)
        for path in python_files()
        for line, name in identifiers(ast.parse(path.read_text("utf-8")))
        if is_private(name) and (_place(path), name) not in ALLOWED
    ]
    assert not offences, _listed(offences)


def test_page_names_are_standard_words() -> None:
    offences = [
        (_place(path), line, name)
        for path in page_files()
        for line, name in page_names(path.read_text("utf-8"), path.suffix == ".css")
        if is_private(name) and not (path.name in NAVIGATION_FILES and name in NAVIGATION)
    ]
    assert not offences, _listed(offences)


def test_file_names_are_standard_words() -> None:
    paths = [*python_files(), *page_files()]
    folders = {folder for path in paths for folder in path.relative_to(REPOSITORY).parents if folder.name}
    offences = [(_place(path), 0, path.stem) for path in paths if is_private(path.stem)]
    offences += [(folder.as_posix(), 0, folder.name) for folder in folders if is_private(folder.name)]
    assert not offences, _listed(offences)


def glossary_rows() -> list[list[str]]:
    lines = [line for line in GLOSSARY.read_text("utf-8").splitlines() if line.startswith("| ")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in rows if row[0] != "中文"]


ROWS = glossary_rows() if GLOSSARY.exists() else []
HAN = re.compile(r"[\u4e00-\u9fff]")


def test_the_glossary_holds_enough_terms_each_once() -> None:
    assert len(ROWS) >= 60
    for column in (0, 1):
        names = [row[column] for row in ROWS]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("row", ROWS, ids=[row[1] for row in ROWS])
def test_a_term_has_both_languages_an_identifier_and_a_reference(row: list[str]) -> None:
    chinese, english, identifier, definition, reference = row
    assert HAN.search(chinese)
    assert re.search(r"[A-Za-z]", english)
    assert not HAN.search(english)
    assert re.fullmatch(r"`\w+`", identifier)
    assert not is_private(identifier)
    assert definition.endswith(".")
    assert re.search(r"\d{4}|documentation|section|Guide", reference)


def known_names() -> set[str]:
    """All names of the code: identifiers, fields of JSON, and the keys of shelves, which are names of files."""
    names = {path.stem for path in python_files()}
    for path in python_files():
        if not _place(path).startswith("tests/"):
            names |= {name for _, name in identifiers(ast.parse(path.read_text("utf-8")))}
    for path in (REPOSITORY / "src" / "zhenyin" / "warehouse").glob("facts.py"):
        names |= set(re.findall(r"^\s+(\w+)!?\s*\|", path.read_text("utf-8"), re.MULTILINE))
    return names


def test_every_identifier_of_the_glossary_occurs_in_the_code() -> None:
    names = known_names()
    missing = [(row[1], row[2]) for row in ROWS if row[2].strip("`") not in names]
    assert missing == []
