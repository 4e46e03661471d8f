"""Labels fill blanks, keep why, survive a rebuild where people set them, and never touch what a source gave."""

from datetime import datetime, timedelta

import pytest

from fixtures_tickets import AT, add
from zhenyin.core.errors import Invalid
from zhenyin.job.workspace import Workspace
from zhenyin.ticket import classify, service, taxonomy
from zhenyin.ticket.models import Labelled, TicketDetail


def _label(workspace: Workspace, batch: str | None = None) -> Labelled:
    with workspace.store.read() as db:
        return classify.label_batch(workspace.warehouse, db, batch)


def _ticket(workspace: Workspace, ticket_id: str) -> TicketDetail:
    with workspace.store.read() as db:
        return service.detail(workspace.warehouse, db, ticket_id)


def _correct(workspace: Workspace, ticket_id: str, field: str, value: str | None) -> None:
    with workspace.store.begin() as db:
        correction = service.correct(workspace.warehouse, db, ticket_id, field, value, "li", datetime(2026, 3, 3, 10))
    classify.apply_correction(workspace.warehouse, correction)


def test_blanks_are_filled_with_the_reason_and_given_labels_stay(workspace: Workspace) -> None:
    blank = add(workspace, id="1", description="空调不制冷，吹自然风")
    given = add(
        workspace, id="2", description="空调不制冷", category="其它", fault="老毛病", kind="咨询", severity="一般"
    )
    done = _label(workspace)
    assert done.filled["fault"] == 1
    assert _ticket(workspace, blank).ticket["fault"] == "不制冷"
    labels = {label["field"]: label for label in _ticket(workspace, blank).labels}
    assert set(labels["fault"]["why"].split("、")) == {"不制冷", "自然风"}
    assert labels["fault"]["by"] == "keyword_rules"
    kept = _ticket(workspace, given).ticket
    assert (kept["category"], kept["fault"], kept["kind"]) == ("其它", "老毛病", "咨询")


def test_unknown_stays_unknown_and_is_counted(workspace: Workspace) -> None:
    add(workspace, id="1", description="你好")
    add(workspace, id="2", description="漏水")
    done = _label(workspace)
    assert (done.tickets, done.unknown) == (2, 1)
    unknown = _ticket(workspace, "1")
    assert unknown.ticket["fault"] is None
    assert unknown.ticket["priority"] is None
    assert "未知" in unknown.priority_why.zh


def test_the_second_time_gives_the_same(workspace: Workspace) -> None:
    add(workspace, id="1", description="底下漏水", device_id="D")
    add(workspace, id="2", description="漏水", device_id="D", created_at=AT + timedelta(hours=2))
    one, first = _label(workspace), _ticket(workspace, "2")
    two, second = _label(workspace), _ticket(workspace, "2")
    assert one == two
    assert first == second


def test_only_the_tickets_of_the_import_are_labelled(workspace: Workspace) -> None:
    add(workspace, id="1", description="漏水", batch="b1")
    add(workspace, id="2", description="漏水", batch="b2")
    _label(workspace, "b2")
    assert _ticket(workspace, "1").ticket["fault"] is None
    assert _ticket(workspace, "2").ticket["fault"] == "机身漏水"


def test_a_correction_stands_at_once_and_after_a_rebuild(workspace: Workspace) -> None:
    add(workspace, id="1", description="底下漏水")
    _label(workspace)
    _correct(workspace, "1", "fault", "接口渗水")
    assert _ticket(workspace, "1").ticket["fault"] == "接口渗水"
    with workspace.warehouse.writing() as cursor:
        cursor.run("DELETE FROM tickets")
        cursor.run("DELETE FROM labels")
    add(workspace, id="1", description="底下漏水")
    _label(workspace)
    found = _ticket(workspace, "1")
    assert found.ticket["fault"] == "接口渗水"
    assert [c.by for c in found.corrections] == ["li"]
    assert ("接口渗水", "person:li") in [(label["value"], label["by"]) for label in found.labels]


def test_three_reports_are_one_incident_and_the_link_can_be_taken_back(workspace: Workspace) -> None:
    for hour, (number, channel) in enumerate([("1", "电话"), ("2", "在线表单"), ("3", "微信")]):
        at = AT + timedelta(hours=5 * hour)
        add(workspace, id=number, description="洗衣机漏水", device_id="D", channel=channel, created_at=at, batch=number)
        _label(workspace, number)
    assert [t["ticket_id"] for t in _ticket(workspace, "1").duplicates] == ["2", "3"]
    assert _ticket(workspace, "3").ticket["duplicate_of"] == "1"
    _correct(workspace, "3", "duplicate_of", None)
    assert _ticket(workspace, "3").ticket["duplicate_of"] is None
    _label(workspace)
    assert _ticket(workspace, "3").ticket["duplicate_of"] is None


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [("team", "客服", "label-unknown"), ("duplicate_of", "1", "duplicate-of-itself")],
)
def test_a_correction_that_makes_no_sense_is_refused(workspace: Workspace, field: str, value: str, code: str) -> None:
    add(workspace, id="1", description="漏水")
    with pytest.raises(Invalid, match=code):
        _correct(workspace, "1", field, value)


def test_priority_grows_with_severity_frequency_and_customer(workspace: Workspace) -> None:
    for number in range(9):
        add(workspace, id=f"f{number}", description="APP闪退", product="锁", created_at=AT + timedelta(hours=number))
    add(workspace, id="plain", description="外壳有划痕", product="锁")
    add(workspace, id="big", description="外壳有划痕", product="锁", customer_type="企业")
    add(workspace, id="fire", description="充电时冒烟", product="锁")
    add(workspace, id="given", description="充电时冒烟", product="锁", priority="低")
    _label(workspace)
    found = {n: _ticket(workspace, n) for n in ("f0", "f8", "plain", "big", "fire", "given")}
    values = {n: t.ticket["priority"] for n, t in found.items()}
    assert values == {"f0": "高", "f8": "高", "plain": "低", "big": "中", "fire": "紧急", "given": "低"}
    assert "多发" in found["f8"].priority_why.zh
    assert "企业" in found["big"].priority_why.en
    assert "来源" in found["given"].priority_why.zh


def test_a_corrected_severity_changes_the_priority_at_once_but_never_a_person_s_own(workspace: Workspace) -> None:
    add(workspace, id="1", description="门锁异响", severity="建议")
    add(workspace, id="2", description="门锁异响", severity="建议")
    _label(workspace)
    before = _ticket(workspace, "1").ticket["priority"]
    _correct(workspace, "1", "severity", "致命")
    found = _ticket(workspace, "1")
    assert found.ticket["priority"] not in (before, None)
    assert [label["by"] for label in found.labels if label["field"] == "priority"] == ["priority_rules"]
    _correct(workspace, "2", "priority", "低")
    _correct(workspace, "2", "severity", "致命")
    assert _ticket(workspace, "2").ticket["priority"] == "低"


def test_an_edited_taxonomy_is_a_new_version_and_relabels(workspace: Workspace) -> None:
    add(workspace, id="1", description="奶泡打不出来")
    assert _label(workspace).unknown == 1
    with workspace.store.begin() as db:
        form = taxonomy.current(db).as_dict()
        fault = {"key": "无奶泡", "title": {"zh": "无奶泡", "en": "No foam"}, "severity": "一般", "words": ["奶泡"]}
        form["types"].append({"key": "咖啡机", "title": {"zh": "咖啡机", "en": "Coffee"}, "faults": [fault]})
        saved = taxonomy.save(db, form, "li", AT)
        assert saved.version == 2
        assert taxonomy.save(db, form, "li", AT).version == 2
    assert _label(workspace).unknown == 0
    assert _ticket(workspace, "1").ticket["fault"] == "无奶泡"
