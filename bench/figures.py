"""Are the figures what they were? Answers of 50 questions, one scan, five explanations and one report on the demo of seed 7.

python bench/figures.py --folder F --keep FILE       writes what is there now
python bench/figures.py --folder F --against FILE    compares, and ends with 1 where a number is gone or another

Every number of an answer counts, whatever the name of its field: names may change, figures may not.
"""

import argparse
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

os.environ["ZHENYIN_NOW"] = NOW = "2026-11-23T09:00:00+08:00"

from typical_questions import QUARTER, typical_questions
from zhenyin.core import settings
from zhenyin.explain import service
from zhenyin.explain.presentation import present_explanation
from zhenyin.flows import demo_company, review_report
from zhenyin.job.workspace import Workspace, opened
from zhenyin.question import weekly
from zhenyin.question.filters import Filter
from zhenyin.question.models import Question
from zhenyin.question.period import Period
from zhenyin.question.service import answer
from zhenyin.report import service as report
from zhenyin.watch.scan import findings

SEED, TICKETS = 7, 120_000
WEEKS = Period(date(2026, 9, 28), date(2026, 11, 23))
EXPLAINED = (
    ("ticket_count", "fault=电池续航短", "previous"),
    ("complaint_rate", "", "previous"),
    ("resolution_hours", "province=北京市", "rest"),
    ("resolution_hours_p90", "", "year"),
    ("complaint_share", "", "values"),
)
_TIMES = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d\S*|\d\d:\d\d(:\d\d)?|data:\S+|rep[-_]\w+")
_NUMBER = re.compile(r"(?<![\w#.])-?\d[\d,]*(?:\.\d+)?")

Figures = dict[str, list[float]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, required=True, help="the demo's data folder; made where there is none")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--against", type=Path)
    given = parser.parse_args()
    with opened(settings.load(data_dir=given.folder)) as workspace:
        demo_company.build_demo(workspace, seed=SEED, tickets=TICKETS, progress=lambda _done, _words: None)
        now = dict(_figures(workspace))
    if given.keep:
        lines = (f"  {json.dumps(name, ensure_ascii=False)}: {json.dumps(found)}" for name, found in now.items())
        given.keep.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
    print(f"{len(now)} answers with {sum(map(len, now.values())):,} numbers")
    if given.against:
        sys.exit(_compare(json.loads(given.against.read_text("utf-8")), now))


def _figures(workspace: Workspace) -> Iterator[tuple[str, list[float]]]:
    for number, question in enumerate(typical_questions()):
        name = f"{number} {question.metrics[0]} {' '.join(question.all_cuts)}".strip()
        yield name, sorted(_of_answer(workspace, question))
    weeks = weekly.whole_weeks(workspace, None)
    assert weeks, "the demo has whole weeks"
    for finding in findings.findings(workspace, weeks, until=weekly.scanned_until(workspace, None)):
        where = " ".join(f"{key}={value}" for key, value in sorted(finding.where.items()))
        known = (finding.observed, finding.expected, finding.ratio, finding.low, finding.high, finding.score)
        days = (finding.since.toordinal(), finding.until.toordinal())
        yield f"scan {finding.metric} {where}", sorted(_rounded(value) for value in (*known, *days))
    for metric, where, compare in EXPLAINED:
        filters = [Filter.read(where)] if where else []
        found = service.explain(workspace, metric, filters, WEEKS, compare)  # type: ignore[arg-type]
        yield (
            f"explain {metric} {where} {compare}",
            sorted(_numbers(present_explanation(found).model_dump(mode="json"))),
        )
    page = report.write(review_report.gather(workspace, QUARTER), "zh", "html").decode()
    body = re.sub(r"<(style|svg|script)\b.*?</\1>|<[^>]+>", " ", page, flags=re.DOTALL)
    yield "report", sorted(float(text.replace(",", "")) for text in _NUMBER.findall(_TIMES.sub(" ", body)))


def _of_answer(workspace: Workspace, question: Question) -> Iterator[float]:
    given = answer(workspace.warehouse, question, totals=True)
    for cell in (*given.cells, *given.totals.values()):
        known: list[Any] = [*_estimate(cell.estimate), cell.share]
        if cell.change:
            known += [*_estimate(cell.change.before), cell.change.change, cell.change.low, cell.change.high]
        yield from (_rounded(value) for value in known if value is not None)


def _estimate(estimate: Any) -> list[Any]:
    return [estimate.value, estimate.low, estimate.high, estimate.n, estimate.numerator, estimate.denominator]


def _numbers(value: Any) -> Iterator[float]:
    """Every number of a nested answer, those in sentences included."""
    if isinstance(value, dict):
        for inner in value.values():
            yield from _numbers(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _numbers(inner)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield _rounded(value)


def _rounded(value: float) -> float:
    """To nine figures: sums in another order differ in the last ones."""
    return float(f"{float(value):.9g}")


def _compare(before: Figures, now: Figures) -> int:
    differing = 0
    for name in sorted({*before, *now}):
        lost = Counter(before.get(name, [])) - Counter(now.get(name, []))
        if lost or name not in before:
            differing += 1
            print(
                f"{name}: {sum(lost.values())} of {len(before.get(name, []))} numbers differ, such as {list(lost)[:5]}"
            )
    print("Every number is what it was." if not differing else f"{differing} answers differ.")
    return int(bool(differing))


if __name__ == "__main__":
    main()
