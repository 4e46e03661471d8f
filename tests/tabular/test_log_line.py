"""Lines of logs in the forms that programs write."""

import pytest

from zhenyin.tabular.log_line import LogLine, begins_like_a_log, parse

TIME = "2026-03-05 09:00:00"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{TIME} ERROR pump-17 motor blocked", LogLine(TIME, "ERROR", "pump-17", "motor blocked")),
        (f"{TIME} pump-17 [ERROR] motor blocked", LogLine(TIME, "ERROR", "pump-17", "motor blocked")),
        (f"{TIME},123 - WARN  [Worker-0:Link@1] - lost", LogLine(f"{TIME}.123", "WARN", "Worker-0:Link@1", "lost")),
        (
            f"{TIME},000 INFO [IPC Handler 0 on 8000] a.B: x",
            LogLine(f"{TIME}.000", "INFO", "IPC Handler 0 on 8000", "a.B: x"),
        ),
        (f"[{TIME}] [unit 1] [warn] low", LogLine(TIME, "WARN", "unit 1", "low")),
        (
            "[Thu Mar 05 09:00:00 2026] [notice] child 6 ok",
            LogLine("Thu Mar 05 09:00:00 2026", "NOTICE", "", "child 6 ok"),
        ),
        (f"INFO {TIME} [core] up", LogLine(TIME, "INFO", "core", "up")),
        ("2026-03-05T09:00:00.5Z error unit-9: stop", LogLine("2026-03-05T09:00:00.5Z", "ERROR", "unit-9", "stop")),
        (
            "05/Mar/2026:09:00:00 +0800 INFO gate-1 open",
            LogLine("05/Mar/2026:09:00:00 +0800", "INFO", "gate-1", "open"),
        ),
        ("2026-03-05,漏水,已关闭", None),
        (f"{TIME} 王女士", None),
        ("Mar  5 09:00:00 host sshd[12]: closed", None),
    ],
)
def test_a_line_is_time_level_source_and_message(text: str, line: LogLine | None) -> None:
    assert parse(text) == line


@pytest.mark.parametrize(
    ("text", "is_log"),
    [
        ("Mar  5 09:00:00 host sshd[12]: closed", True),
        ("03-05 09:00:00.123  1234  5678 I Tag: message", True),
        ("[    0.123456] usb 1-1: new device", False),
        ("工单号,创建时间", False),
        ("2026-03-05 09:10:00 王女士", True),
    ],
)
def test_a_log_is_known_by_its_beginnings(text: str, is_log: bool) -> None:
    assert begins_like_a_log(text) is is_log
