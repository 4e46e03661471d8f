"""Workbooks, event logs, chats and device logs, each as its connector gives it."""

from pathlib import Path

from tests.intake import hostile

from zhenyin.connectors import CONNECTORS, Chunk, RowProblem, connector_of


def _rows(key: str, file: Path, table: str = "") -> tuple[list[dict[str, str | None]], list[int], list[RowProblem]]:
    parts = list(CONNECTORS[key].read(file, table or CONNECTORS[key].tables(file)[0].name))
    chunks = [part for part in parts if isinstance(part, Chunk)]
    rows = [row for chunk in chunks for row in chunk.rows.to_pylist()]
    lines = [line for chunk in chunks for line in chunk.lines.to_pylist()]
    return rows, lines, [part for part in parts if isinstance(part, RowProblem)]


def _file(folder: Path, name: str, data: bytes | str) -> Path:
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return folder / name


def test_a_workbook_gives_every_sheet_with_the_line_numbers_that_excel_shows(tmp_path: Path) -> None:
    file = _file(tmp_path, "merged.xlsx", hostile.book(hostile.merged_headers))
    assert connector_of(file) == "excel_file"
    (info,) = CONNECTORS["excel_file"].tables(file)
    assert info.columns == ("工单编号", "客户.标题", "创建时间", "解决时间", "人员.姓名", "人员.姓名.2")
    rows, lines, problems = _rows("excel_file", file)
    assert (rows[0]["工单编号"], rows[0]["创建时间"], lines[0], lines[-1]) == ("W0", "2025-12-09 12:00:00", 4, 33)
    assert problems == []


def test_an_old_workbook_reads_like_a_new_one(tmp_path: Path) -> None:
    rows, lines, _ = _rows("excel_file", _file(tmp_path, "old.xls", hostile.old_workbook()))
    assert (len(rows), lines[0], rows[0]["创建时间"]) == (20, 2, "2026-01-01 10:00:00")


def test_a_sheet_without_rows_is_no_trouble_for_the_others(tmp_path: Path) -> None:
    file = _file(tmp_path, "sheets.xlsx", hostile.book(hostile.several_sheets))
    named = [info.name for info in CONNECTORS["excel_file"].tables(file)]
    assert {"一月", "二月"} <= set(named)
    assert "空" not in named
    assert len(_rows("excel_file", file, "二月")[0]) == 20


def test_a_table_whose_cases_come_again_is_an_event_log_and_one_of_tickets_is_not(tmp_path: Path) -> None:
    steps = "".join(
        f"C{i},{state},2026-03-{i + 1:02} 1{hour}:00\n"
        for i in range(9)
        for hour, state in enumerate(["新建", "处理中", "已解决"])
    )
    assert connector_of(_file(tmp_path, "log.csv", "工单号,状态,更新时间\n" + steps)) == "event_log"
    flat = "".join(f"C{i},已解决,2026-03-{i + 1:02} 10:00\n" for i in range(20))
    assert connector_of(_file(tmp_path, "flat.csv", "工单号,状态,更新时间\n" + flat)) == "csv_file"


def test_a_chat_becomes_reports_with_their_first_answer_and_no_small_talk(tmp_path: Path) -> None:
    chat = (
        "2026-03-05 14:05:12 张三\n洗衣机漏水了怎么办\n序列号：SN12345678\n\n2026-03-05 14:06:00 李四\n好的\n\n"
        "2026-03-05 14:09:00 客服-小王\n@张三 马上安排师傅上门\n\n2026-03-06 09:00:00 李四\n门锁打不开\n"
    )
    file = _file(tmp_path, "群聊.txt", chat)
    assert connector_of(file) == "wechat_text"
    rows, lines, _ = _rows("wechat_text", file)
    by_customer = {row["customer name"]: row for row in rows}
    assert set(by_customer) == {"张三", "李四"}
    first = by_customer["张三"]
    assert (first["first_response_at"], first["agent"], first["device_id"]) == (
        "2026-03-05 14:09:00",
        "小王",
        "SN12345678",
    )
    assert (by_customer["李四"]["description"], by_customer["李四"]["first_response_at"]) == ("门锁打不开", None)
    assert sorted(lines) == [1, 11]


def test_a_device_log_is_read_in_both_orders_and_what_is_no_line_of_it_is_kept_as_a_problem(tmp_path: Path) -> None:
    log = (
        "2026-03-05 14:05:12 ERROR dev-0001: pairing failed, code 3\n"
        "2026-03-05T14:05:13.5Z dev-0002 [warning] low battery\n"
        "2026-03-05 14:05:14 INFO dev-0003: ok\n??? torn\n"
    )
    file = _file(tmp_path, "device.log", log)
    assert connector_of(file) == "device_log"
    rows, lines, problems = _rows("device_log", file)
    assert [(row["level"], row["device"]) for row in rows] == [
        ("ERROR", "dev-0001"),
        ("WARNING", "dev-0002"),
        ("INFO", "dev-0003"),
    ]
    assert (lines, [(one.line, one.value) for one in problems]) == ([1, 2, 3], [(4, "??? torn")])
