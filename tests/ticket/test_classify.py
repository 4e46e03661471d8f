"""Labels fill blanks, keep why, survive a rebuild where people set them, and never touch what a source gave."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from fixtures_tickets import AT, add
from zhenyin.core.errors import Invalid
from zhenyin.job.workspace import House
from zhenyin.ticket import classify, service, taxonomy
from zhenyin.ticket.models import Labelled


def _label(house: House, batch: str | None = None) -> Labelled:
    with house.store.read() as db:
        return classify.label_batch(house.warehouse, db, batch)


def _ticket(house: House, ticket_id: str) -> dict[str, Any]:
    with house.store.read() as db:
        return service.detail(house.warehouse, db, ticket_id)


def _correct(house: House, ticket_id: str, field: str, value: str | None) -> None:
    with house.store.begin() as db:
        correction = service.correct(house.warehouse, db, ticket_id, field, value, "li", datetime(2026, 3, 3, 10))
    classify.apply_correction(house.warehouse, correction)


def test_blanks_are_filled_with_the_reason_and_given_labels_stay(house: House) -> None:
    blank = add(house, id="1", description="空调不制冷，吹自然风")
    given = add(house, id="2", description="空调不制冷", category="其它", fault="老毛病", kind="咨询", severity="一般")
    done = _label(house)
    assert done.filled["fault"] == 1
    assert _ticket(house, blank)["ticket"]["fault"] == "不制冷"
    told = {label["field"]: label for label in _ticket(house, blank)["labels"]}
    assert set(told["fault"]["why"].split("、")) == {"不制冷", "自然风"}
    assert told["fault"]["by"] == "keyword_rules"
    kept = _ticket(house, given)["ticket"]
    assert (kept["category"], kept["fault"], kept["kind"]) == ("其它", "老毛病", "咨询")


def test_unknown_stays_unknown_and_is_counted(house: House) -> None:
    add(house, id="1", description="你好")
    add(house, id="2", description="漏水")
    done = _label(house)
    assert (done.tickets, done.unknown) == (2, 1)
    unknown = _ticket(house, "1")
    assert unknown["ticket"]["fault"] is None
    assert unknown["ticket"]["priority"] is None
    assert "未知" in unknown["priority_why"]["zh"]


def test_the_second_time_gives_the_same(house: House) -> None:
    add(house, id="1", description="底下漏水", device_id="D")
    add(house, id="2", description="漏水", device_id="D", created_at=AT + timedelta(hours=2))
    one, first = _label(house), _ticket(house, "2")
    two, second = _label(house), _ticket(house, "2")
    assert one == two
    assert first == second


def test_only_the_tickets_of_the_import_are_labelled(house: House) -> None:
    add(house, id="1", description="漏水", batch="b1")
    add(house, id="2", description="漏水", batch="b2")
    _label(house, "b2")
    assert _ticket(house, "1")["ticket"]["fault"] is None
    assert _ticket(house, "2")["ticket"]["fault"] == "机身漏水"


def test_a_correction_stands_at_once_and_after_a_rebuild(house: House) -> None:
    add(house, id="1", description="底下漏水")
    _label(house)
    _correct(house, "1", "fault", "接口渗水")
    assert _ticket(house, "1")["ticket"]["fault"] == "接口渗水"
    with house.warehouse.writing() as cursor:
        cursor.run("DELETE FROM tickets")
        cursor.run("DELETE FROM labels")
    add(house, id="1", description="底下漏水")
    _label(house)
    told = _ticket(house, "1")
    assert told["ticket"]["fault"] == "接口渗水"
    assert [c["by"] for c in told["corrections"]] == ["li"]
    assert ("接口渗水", "person:li") in [(label["value"], label["by"]) for label in told["labels"]]


def test_three_reports_are_one_incident_and_the_link_can_be_taken_back(house: House) -> None:
    for hour, (number, channel) in enumerate([("1", "电话"), ("2", "在线表单"), ("3", "微信")]):
        at = AT + timedelta(hours=5 * hour)
        add(house, id=number, description="洗衣机漏水", device_id="D", channel=channel, created_at=at, batch=number)
        _label(house, number)
    assert [t["ticket_id"] for t in _ticket(house, "1")["duplicates"]] == ["2", "3"]
    assert _ticket(house, "3")["ticket"]["duplicate_of"] == "1"
    _correct(house, "3", "duplicate_of", None)
    assert _ticket(house, "3")["ticket"]["duplicate_of"] is None
    _label(house)
    assert _ticket(house, "3")["ticket"]["duplicate_of"] is None


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [("team", "客服", "label-unknown"), ("duplicate_of", "1", "duplicate-of-itself")],
)
def test_a_correction_that_makes_no_sense_is_refused(house: House, field: str, value: str, code: str) -> None:
    add(house, id="1", description="漏水")
    with pytest.raises(Invalid, match=code):
        _correct(house, "1", field, value)


def test_priority_grows_with_severity_frequency_and_customer(house: House) -> None:
    for number in range(9):
        add(house, id=f"f{number}", description="APP闪退", product="锁", created_at=AT + timedelta(hours=number))
    add(house, id="plain", description="外壳有划痕", product="锁")
    add(house, id="big", description="外壳有划痕", product="锁", customer_type="企业")
    add(house, id="fire", description="充电时冒烟", product="锁")
    add(house, id="given", description="充电时冒烟", product="锁", priority="低")
    _label(house)
    told = {n: _ticket(house, n) for n in ("f0", "f8", "plain", "big", "fire", "given")}
    values = {n: t["ticket"]["priority"] for n, t in told.items()}
    assert values == {"f0": "高", "f8": "高", "plain": "低", "big": "中", "fire": "紧急", "given": "低"}
    assert "多发" in told["f8"]["priority_why"]["zh"]
    assert "企业" in told["big"]["priority_why"]["en"]
    assert "来源" in told["given"]["priority_why"]["zh"]


def test_a_corrected_severity_changes_the_priority_at_once_but_never_a_person_s_own(house: House) -> None:
    add(house, id="1", description="门锁异响", severity="建议")
    add(house, id="2", description="门锁异响", severity="建议")
    _label(house)
    before = _ticket(house, "1")["ticket"]["priority"]
    _correct(house, "1", "severity", "致命")
    told = _ticket(house, "1")
    assert told["ticket"]["priority"] not in (before, None)
    assert [label["by"] for label in told["labels"] if label["field"] == "priority"] == ["priority_rules"]
    _correct(house, "2", "priority", "低")
    _correct(house, "2", "severity", "致命")
    assert _ticket(house, "2")["ticket"]["priority"] == "低"


def test_an_edited_taxonomy_is_a_new_version_and_relabels(house: House) -> None:
    add(house, id="1", description="奶泡打不出来")
    assert _label(house).unknown == 1
    with house.store.begin() as db:
        form = taxonomy.current(db).as_dict()
        fault = {"key": "无奶泡", "title": {"zh": "无奶泡", "en": "No foam"}, "severity": "一般", "words": ["奶泡"]}
        form["types"].append({"key": "咖啡机", "title": {"zh": "咖啡机", "en": "Coffee"}, "faults": [fault]})
        saved = taxonomy.save(db, form, "li", AT)
        assert saved.version == 2
        assert taxonomy.save(db, form, "li", AT).version == 2
    assert _label(house).unknown == 0
    assert _ticket(house, "1")["ticket"]["fault"] == "无奶泡"
