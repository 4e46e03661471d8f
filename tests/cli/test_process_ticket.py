"""`zhenyin process remaining-time`, as a person types it."""

import json
from datetime import datetime, timedelta
from pathlib import Path

from tests.cli.conftest import Line

NOW = datetime(2026, 3, 12, 13, 30)


def write_log(path: Path) -> None:
    """Fifty tickets that ended one to fifty hours after they were created, and one that is open since an hour."""
    with path.open("w", encoding="utf-8") as out:
        for n in range(51):
            made = NOW - timedelta(days=9, hours=n) if n else NOW - timedelta(hours=1)
            steps = [(made, "created")] + ([(made + timedelta(hours=n), "resolved")] if n else [])
            history = [{"at": f"{at:%Y-%m-%d %H:%M:%S}", "action": action, "team": "客服"} for at, action in steps]
            row = {"ticket_id": f"XY-{n:04}", "created_at": history[0]["at"], "description": "漏水", "history": history}
            row |= {"resolved_at": history[1]["at"], "status": "已解决"} if n else {"status": "处理中"}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def test_what_remains_of_one_ticket_is_printed_or_why_it_is_not_known(line: Line) -> None:
    line = line.having(ZHENYIN_NOW=f"{NOW.isoformat()}+08:00", ZHENYIN_LANGUAGE="zh")
    write_log(line.folder.parent / "log.jsonl")
    with line.serving():
        done = line("import", str(line.folder.parent / "log.jsonl"), "--source", "工单系统")
        estimate = line("process", "remaining-time", "工单系统:XY-0000")
        over = line("process", "remaining-time", "工单系统:XY-0007", "--json")
        missing = line("process", "remaining-time", "XY-0007")
    assert done.returncode == 0, done.stderr
    assert estimate.stdout.startswith("预计还需 "), estimate.stdout + estimate.stderr
    assert "件已结束、曾停在“提交”至少" in estimate.stdout
    assert json.loads(over.stdout)["code"] == "ticket-over", over.stderr
    assert missing.returncode != 0
    assert "ticket-unknown" in missing.stderr
