"""`zhenyin process` and `zhenyin topics`, as a person types them."""

import json
from datetime import datetime, timedelta

import pytest
from tests.cli.conftest import Line, Served

TEXTS = ["配网提示超时", "路由器连不上", "底部漏水", "漏水泡了地板", "电池不耐用", "充电灯不亮"]
POLITE = ["你好", "麻烦了", "谢谢", "请尽快处理", "辛苦了"]


@pytest.fixture
def lived(served: Served) -> Line:
    """A data folder with tickets that say six things; a third of them changes teams."""
    file, begun = served.folder.parent / "工单系统.jsonl", datetime(2026, 1, 5, 9)
    with file.open("w", encoding="utf-8") as out:
        for n in range(300):
            at = begun + timedelta(hours=3 * n)
            steps = (
                [("created", "客服"), ("transferred", "技术"), ("resolved", "技术")]
                if n % 3 == 0
                else [("created", "客服"), ("resolved", "客服")]
            )
            history = [
                {"at": f"{at + timedelta(hours=hour):%Y-%m-%d %H:%M:%S}", "action": action, "team": team}
                for hour, (action, team) in enumerate(steps)
            ]
            text = "，".join([POLITE[n % 5], TEXTS[n % 6], POLITE[n % 4]])
            row = {
                "ticket_id": f"XY-{n:04}",
                "created_at": history[0]["at"],
                "resolved_at": history[-1]["at"],
                "description": text,
            }
            out.write(json.dumps(row | {"history": history}, ensure_ascii=False) + "\n")
    done = served("import", str(file), "--source", "工单系统")
    assert done.returncode == 0, done.stderr
    return served.having(ZHENYIN_LANGUAGE="en")


def test_what_they_find_is_printed(lived: Line) -> None:
    printed = lived("process", "handovers")
    assert "客服 → 技术\t100\t100\t100.0%\t1.0\t100%" in printed.stdout, printed.stderr
    standard = lived.folder.parent / "standard.txt"
    standard.write_text("reported\nresolved", "utf-8")
    stated = lived("process", "standard", "set", str(standard))
    assert "reported" in stated.stdout, stated.stderr
    printed = lived("process", "conformance")
    assert "66.7% of tickets" in printed.stdout, printed.stderr
    assert "not in the standard: transferred\t100\t33.3%\t1.0" in printed.stdout
    found = lived("topics", "discover")
    assert found.returncode == 0, found.stderr
    printed = lived("topics", "trends", "--period", "2026-01-20..2026-02-05")
    assert "topics make up" in printed.stdout, printed.stderr
