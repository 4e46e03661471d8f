"""`zhenyin explain`: the change as a tree whose figures add up, in text and for machines."""

import csv
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Line

from zhenyin.charts import tree
from zhenyin.cli._tree_table import lines
from zhenyin.core.words import Words
from zhenyin.explain.presentation import ExplanationResponse
from zhenyin.stats.attribution import AttributionNode

NOW = datetime(2026, 3, 16, 9)


def chart(whole: AttributionNode) -> dict[str, Any]:
    """The tree as the API gives it."""
    words = Words("句子。", "Sentence.")
    values = [["", "W1", "W2"], ["浙江", "北京"]]
    return tree.build(words, words, words, whole, ("model", "province"), values).as_dict()


TREE = AttributionNode(
    None,
    607.0,
    301.5,
    (
        AttributionNode(
            (0, 2), 400.0, 100.5, (AttributionNode((1, 1), 300.0, 50.25), AttributionNode((1, None), 100.0, 50.25))
        ),
        AttributionNode((0, 0), 7.0, 100.5),
        AttributionNode((0, None), 200.0, 100.5),
    ),
)


def test_parts_are_set_in_by_level_and_their_rounded_figures_add_up() -> None:
    assert list(lines(chart(TREE), "en")) == [
        "The change, level by level; each level adds up to the one above:",
        "  change  share  observed  expected",
        "    +305   100%       607       302  the whole change",
        "    +299    98%       400       101    Model W2",
        "    +249    82%       300        51      Province 北京",
        "     +50    16%       100        50      others",
        "     −94   −31%         7       101    Model unknown",
        "    +100    33%       200       100    others",
    ]


def test_few_tickets_keep_a_decimal() -> None:
    few = AttributionNode(None, 9.0, 3.4, (AttributionNode((0, 1), 8.0, 1.2), AttributionNode((0, None), 1.0, 2.2)))
    head, *rows = list(lines(chart(few), "zh"))[1:]
    assert head == "  变化  占比  实际  预期"
    assert rows == [
        "  +5.6  100%   9.0   3.4  总变化",
        "  +6.8  121%   8.0   1.2    型号 W1",
        "  −1.2  −21%   1.0   2.2    其他",
    ]


def write_tickets(path: Path) -> None:
    """Sixteen weeks of two faults a day on each of six models; 漏水 of W2 is three a day in the last eight weeks."""
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(("工单号", "创建时间", "型号", "故障", "问题描述"))
        number = 0
        for day in range(112):
            reports = [(f"W{one}", fault) for one in range(6) for fault in ("漏水", "噪音")]
            for model, fault in [*reports, *[("W2", "漏水")] * (2 if day >= 56 else 0)]:
                at, number = NOW - timedelta(days=112 - day, minutes=number % 60), number + 1
                writer.writerow((f"T{number}", f"{at:%Y-%m-%d %H:%M}", model, fault, fault))


def test_the_explanation_of_a_real_change_is_printed_and_is_the_answer_of_the_api(line: Line) -> None:
    line = line.having(ZHENYIN_NOW=f"{NOW.isoformat()}+08:00")
    write_tickets(line.folder.parent / "tickets.csv")
    query = ("explain", "ticket_count", "--period", "last-8-weeks", "--where", "fault=漏水")
    with line.serving():
        done = line("import", str(line.folder.parent / "tickets.csv"), "--source", "hotline")
        printed, answer = line(*query), line(*query, "--json")
    assert done.returncode == 0, done.stderr
    assert "the whole change" in printed.stdout, printed.stdout + printed.stderr
    assert "    Model W2" in printed.stdout
    assert "Method: Likelihood-ratio scan." in printed.stdout
    view = ExplanationResponse.model_validate_json(answer.stdout)
    assert view.suspects[0].where == {"model": ["W2"]}
    assert view.tree is not None
    change = dict(zip(view.tree.x, view.tree.series[0].values, strict=True))
    assert change[""] == pytest.approx(sum(part or 0.0 for path, part in change.items() if path.count("\n") == 1))


def test_a_comparison_that_nobody_knows_is_refused(line: Line) -> None:
    refused = line("explain", "ticket_count", "--compare", "yesterday")
    assert refused.returncode != 0
    assert "previous" in refused.stderr
