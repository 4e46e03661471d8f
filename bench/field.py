"""Files as people have them: does an import give the right figures, or a refusal that says what to do?

`python bench/field.py FOLDER [--json] [--only WORD]` runs each case of a folder in a fresh data folder. A case is a file with
`NAME.expect.json` beside it: `import` has the commands, `right` what the tickets and figures must be, `also right` what
would serve as well.
"""

import argparse
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from zhenyin.core.settings import load as load_settings
from zhenyin.job.workspace import Workspace, opened
from zhenyin.metrics import METRICS
from zhenyin.question.models import Question
from zhenyin.question.service import answer

COMMAND = Path(sys.executable).with_name("zhenyin")
TOLERANCE = 0.02
RUNS = "(?P<first>.+) … (?P<last>.+)"


class Imported:
    """What the commands of a case came to. refusal: the words of the first that was refused."""

    def __init__(self, folder: Path, data: Path, commands: list[str], zone: str) -> None:
        self.data, self.refusal = data, ""
        self.zone = zone if "/" in zone else "Asia/Shanghai"
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("ZHENYIN_")},
            "ZHENYIN_DATA_DIR": str(data),
            "ZHENYIN_TIMEZONE": self.zone,
        }
        for command in commands:
            words = shlex.split(command)
            done = subprocess.run(
                [COMMAND, *words[1:]], cwd=folder, env=environment, capture_output=True, text=True, check=False
            )
            if done.returncode and not self.refusal:
                self.refusal = (done.stderr or done.stdout).strip().splitlines()[-1]


def judged(folder: Path, name: str) -> tuple[str, list[str]]:
    """The case, and what is wrong with it."""
    case = json.loads((folder / f"{name}.expect.json").read_text("utf-8"))
    right, also = case["right"], f"{case.get('also right', '')} {case['right'].get('or', '')}"
    with tempfile.TemporaryDirectory() as data:
        done = Imported(folder, Path(data), case["import"], case.get("zone", "").split(",")[0])
        if done.refusal:
            return name, [] if "refusal" in also else [f"refused: {done.refusal}"]
        with opened(load_settings(data_dir=Path(data), timezone=done.zone)) as workspace:
            found = [(key, wanted, _found(workspace, key)) for key, wanted in right.items() if key != "or"]
            problems = _rows(workspace, "row_problems")
    wrong = [f"{key}: {got!r}, not {wanted!r}" for key, wanted, got in found if not _is_right(key, wanted, got)]
    if "problem" in also and problems:
        # What is left out and said to be left out serves as well; a figure that is given must be right.
        wrong = [line for line in wrong if " None, not" not in line]
    return name, wrong


def _found(workspace: Workspace, key: str) -> Any:
    figure, _, cut = key.partition(" by ")
    if figure in METRICS:
        cells = answer(workspace.warehouse, Question((figure,), (cut,) if cut else ())).cells
        if cut:
            return {str(cell.at[cut]): cell.estimate.value for cell in cells}
        return cells[0].estimate.value if cells else None
    return _FACTS[key](workspace)


def _rows(workspace: Workspace, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = workspace.warehouse.query(f"SELECT * FROM {table}").to_pylist()
    return found


def _of_tickets(column: str) -> Callable[[Workspace], list[Any]]:
    return lambda workspace: [row[column] for row in _rows(workspace, "tickets")]


def _moment(pick: Callable[[Iterator[Any]], Any]) -> Callable[[Workspace], str | None]:
    def found(workspace: Workspace) -> str | None:
        moments = [at for at in _of_tickets("created_at")(workspace) if at is not None]
        return str(pick(iter(moments)))[:19] if moments else None

    return found


def _known(column: str) -> Callable[[Workspace], int]:
    return lambda workspace: sum(value is not None for value in _of_tickets(column)(workspace))


def _counts(column: str) -> Callable[[Workspace], dict[str, int]]:
    def found(workspace: Workspace) -> dict[str, int]:
        values = [str(value) for value in _of_tickets(column)(workspace)]
        return {value: values.count(value) for value in values}

    return found


_FACTS: dict[str, Callable[[Workspace], Any]] = {
    "earliest created": _moment(min),
    "latest created": _moment(max),
    "ticket_count after both": lambda workspace: len(_rows(workspace, "tickets")),
    "ticket numbers": _of_tickets("source_id"),
    "customers": _of_tickets("customer_id"),
    "status": _counts("status"),
    "model": _of_tickets("model"),
    "description": _of_tickets("description"),
    "resolved tickets": _known("resolved_at"),
    "closed tickets": lambda workspace: sum(map(bool, _of_tickets("closed")(workspace))),
    "logs": lambda workspace: len(_rows(workspace, "logs")),
    "row problems": lambda workspace: len(_rows(workspace, "row_problems")),
}


def _is_right(key: str, wanted: Any, found: Any) -> bool:
    if isinstance(wanted, dict):
        return {str(at): float(n) for at, n in wanted.items()} == {at: float(n) for at, n in (found or {}).items()}
    if isinstance(wanted, int | float):
        return found is not None and abs(float(found) - wanted) <= TOLERANCE
    if isinstance(found, list):
        return _are_right(wanted, found)
    if wanted == "none":
        return found is None
    if key == "row problems":
        # One of them may count as empty.
        most = int(wanted.split()[0])
        return int(found) in (most - 1, most)
    return bool(str(found) == wanted)


def _are_right(wanted: str, found: list[Any]) -> bool:
    """Values of a column: a run of numbers, so many different ones, or none at all."""
    known = sorted({str(value) for value in found if value not in (None, "")})
    if run := re.fullmatch(RUNS, wanted):
        digits = [int(re.sub(r"\D", "", run[end])) for end in ("first", "last")]
        return len(known) == digits[1] - digits[0] + 1 and {run["first"], run["last"]} <= set(known)
    if count := re.match(r"(\d+) different", wanted):
        return len(known) == int(count[1])
    return not known


def main() -> None:
    parse = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parse.add_argument("folder", type=Path)
    parse.add_argument("--json", action="store_true")
    parse.add_argument("--only", default="", help="cases with this word in their name")
    given = parse.parse_args()
    names = [path.name.removesuffix(".expect.json") for path in sorted(given.folder.glob("*.expect.json"))]
    chosen = [name for name in names if given.only in name]
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda name: judged(given.folder, name), chosen))
    wrong = [{"case": name, "wrong": lines} for name, lines in found if lines]
    if given.json:
        print(json.dumps({"right": len(found) - len(wrong), "total": len(found), "wrong": wrong}, ensure_ascii=False))
        return
    for case in wrong:
        print(case["case"], *case["wrong"], sep="\n  ")
    print(f"{len(found) - len(wrong)} of {len(found)} right")


if __name__ == "__main__":
    main()
