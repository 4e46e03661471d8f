"""The files are what such systems really export, and they tell the same story."""

import csv
import json
import re
from datetime import date, datetime
from itertools import pairwise

import fastexcel
import pytest
from tests.demo.conftest import UNTIL

from zhenyin.demo import generate
from zhenyin.demo.files import shelf
from zhenyin.demo.people import identity


def rows_of(path, encoding):
    with path.open(encoding=encoding, newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_same_seed_gives_the_same_bytes(folder, truth, tmp_path):
    generate(tmp_path, seed=11, until=UNTIL, tickets=6_000)
    for file in [*(file.name for file in shelf().values()), "truth.json"]:
        assert (tmp_path / file).read_bytes() == (folder / file).read_bytes(), file


def test_another_seed_tells_another_story(folder, truth, tmp_path):
    generate(tmp_path, seed=12, until=UNTIL, tickets=600)
    assert (tmp_path / "客服热线工单.csv").read_bytes()[:3_000] != (folder / "客服热线工单.csv").read_bytes()[:3_000]


def test_about_as_many_tickets_as_asked_for_are_in_the_files(truth):
    assert truth.tickets == pytest.approx(6_000, rel=0.05)
    assert sum(file.get("tickets", 0) for file in truth.files.values()) == truth.tickets


def test_the_hotline_file_is_gb18030_with_chinese_headers_and_blank_classes(folder, truth):
    rows = rows_of(folder / "客服热线工单.csv", "gb18030")
    assert len(rows) == truth.files["客服热线工单.csv"]["rows"]
    assert len({row["工单号"] for row in rows}) == len(rows)
    blank = sum(not row["故障分类"] for row in rows) / len(rows)
    assert blank == pytest.approx(0.12, abs=0.03)
    with pytest.raises(UnicodeDecodeError):
        (folder / "客服热线工单.csv").read_text("utf-8")


def test_nothing_happens_before_it_can(folder, truth):
    for row in rows_of(folder / "客服热线工单.csv", "gb18030"):
        steps = [row[name] for name in ("来电时间", "首次回复时间", "解决时间", "关闭时间") if row[name]]
        assert steps == sorted(steps)
        assert steps[-1] < UNTIL.isoformat()
        assert row["购买日期"] <= row["来电时间"][:10]


def test_the_ticket_system_tells_each_ticket_with_its_history(folder, truth):
    records = [json.loads(line) for line in (folder / "工单系统导出.jsonl").open(encoding="utf-8")]
    assert len(records) == truth.files["工单系统导出.jsonl"]["rows"]
    for record in records:
        times = [datetime.fromisoformat(step["at"]) for step in record["history"]]
        assert times == sorted(times)
        moves = [step for step in record["history"] if step["action"] == "transferred"]
        assert all(before["to"] == after["from"] for before, after in pairwise(moves))
        assert all(step["from"] != step["to"] for step in moves)
        assert len(moves) <= record["transfers"]
    assert {record["created_at"][-1] for record in records} == {"0", "Z"}


def test_the_form_begins_with_a_mark_and_has_short_dates(folder, truth):
    assert (folder / "在线表单.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    rows = rows_of(folder / "在线表单.csv", "utf-8-sig")
    assert all(re.fullmatch(r"20\d\d/\d{1,2}/\d{1,2} \d{1,2}:\d\d", row["提交时间"]) for row in rows)


def test_the_workbook_has_two_header_rows_and_excel_dates(folder, truth):
    book = fastexcel.read_excel(folder / "CRM客户与订单.xlsx")
    assert book.sheet_names == ["客户", "订单"]
    sheet = book.load_sheet("订单", header_row=1).to_arrow()
    assert sheet.column_names == ["订单号", "客户编号", "下单日期", "产品线", "产品", "型号", "金额"]
    assert "date" in str(sheet.schema.field("下单日期").type) or "timestamp" in str(sheet.schema.field("下单日期").type)


def test_the_wechat_export_has_a_head_line_for_every_message(folder, truth):
    blocks = (folder / "微信群聊.txt").read_text("utf-8").rstrip("\n").split("\n\n")
    assert len(blocks) == truth.files["微信群聊.txt"]["rows"]
    assert all(re.match(r"20\d\d-\d\d-\d\d \d\d:\d\d:\d\d \S+\n.+", block) for block in blocks)


def test_exposure_of_a_month_does_not_depend_on_the_cut(folder, truth):
    rows = rows_of(folder / "出货与在保.csv", "utf-8")
    keys = {tuple(list(row.values())[:7]) for row in rows}
    assert len(keys) == len(rows)
    assert all(int(row["在保量"]) > 0 for row in rows)
    by_month: dict[str, int] = {}
    for row in rows:
        by_month[row["月份"]] = by_month.get(row["月份"], 0) + int(row["在保量"])
    assert list(by_month.values()) == sorted(by_month.values()), "the installed base grows"


def test_the_log_shows_the_broken_handshake_on_one_firmware_with_android_only(folder, truth):
    broken = [line for line in (folder / "设备日志.log").open(encoding="utf-8") if "handshake failed" in line]
    assert broken
    assert all("fw=3.2.1" in line and "phone=Android" in line for line in broken)


def test_texts_hold_personal_data_and_are_hardly_ever_alike(folder, truth):
    texts = [row["问题描述"] for row in rows_of(folder / "客服热线工单.csv", "gb18030")]
    assert len(set(texts)) > 0.995 * len(texts)
    for pattern in (r"1[3-9]\d{9}", r"\d{17}[\dX]", r"\w+@\w+\.com", r"号.*[栋幢]"):
        assert any(re.search(pattern, text) for text in texts), pattern


def test_identity_numbers_carry_a_right_check_digit():
    weights = [2 ** (17 - place) % 11 for place in range(18)]
    for number in (0, 5, 77, 123_456):
        digits = [10 if digit == "X" else int(digit) for digit in identity(number)]
        assert sum(d * w for d, w in zip(digits, weights, strict=True)) % 11 == 1


def test_the_labels_name_every_ticket_of_the_files_once(folder, truth):
    labels = {row["source_id"]: row for row in rows_of(folder / "truth_labels.csv", "utf-8")}
    assert len(labels) == truth.tickets
    for row in rows_of(folder / "客服热线工单.csv", "gb18030"):
        assert row["故障分类"] in ("", labels[row["工单号"]]["fault"])
    doubles = [row for row in labels.values() if row["duplicate_of"]]
    assert len(doubles) == truth.duplicates
    assert all(labels[row["duplicate_of"]]["fault"] == row["fault"] for row in doubles)


def test_the_leak_of_three_reports_is_in_the_files_named(folder, truth):
    phone, form, wechat = truth.planted["T12"]["source_ids"]
    call = next(row for row in rows_of(folder / "客服热线工单.csv", "gb18030") if row["工单号"] == phone)
    web = next(row for row in rows_of(folder / "在线表单.csv", "utf-8-sig") if row["表单编号"] == form)
    assert (call["设备序列号"], call["联系电话"]) == (web["设备序列号"], web["手机号"])
    assert wechat.startswith("W")


@pytest.mark.parametrize("until", ["2026-01-01", "2026-03-02", "2026-09-20", "2027-02-28", "2028-02-29"])
def test_the_story_can_end_on_any_day(until, tmp_path):
    world = generate(tmp_path, until=date.fromisoformat(until), tickets=1_500)
    assert world.tickets == pytest.approx(1_500, rel=0.1)
    assert all(str(fact.get("to", "")) < until for fact in world.planted.values())
    assert world.planted["T8"]["action"]["start"] < until
