"""Topics of a company: found, kept over re-runs, changed by hand, counted; and solved cases like one."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from fixtures_facts import put
from zhenyin.core.errors import Conflict, NotFound
from zhenyin.core.settings import Settings
from zhenyin.flows import import_batch
from zhenyin.job.workspace import Workspace, opened
from zhenyin.knowledge import similar_cases
from zhenyin.question.period import Period
from zhenyin.topic import figures, presentation, service, trends

TEXTS = {
    "连接": ["配网一直失败", "配网提示超时", "连不上路由器", "路由器搜不到设备"],
    "漏水": ["底部漏水", "漏水泡了地板", "进水管渗水", "地板被渗水泡坏"],
    "电池": ["充不进电", "电池不耐用", "充电灯不亮", "电池掉电特别快"],
}
SOLVED = {"连接": "更新路由器设置", "漏水": "更换水管密封圈", "电池": "更换电芯"}
POLITE = ["你好", "请问一下", "麻烦了", "谢谢", "请尽快处理", "辛苦了", "气死了", "等你们电话"]


def tickets(number: int, batch: str, seed: int = 1, about: str | None = None) -> list[dict[str, object]]:
    chance, rows = Random(seed), []
    for row in range(number):
        what = about or chance.choice(list(TEXTS))
        text = "，".join([chance.choice(POLITE), chance.choice(TEXTS[what]), *chance.sample(POLITE, 2)])
        at = datetime(2026, 1, 5) + timedelta(hours=row)
        name = f"{batch}-{row:04}"
        rows.append(
            {"ticket_id": name, "source_id": name, "created_at": at, "valid": True, "source": "热线", "kind": "报修",
             "description": text, "fault": what, "solution": SOLVED[what], "import_batch": batch}
        )  # fmt: skip
    return rows


@pytest.fixture
def workspace(settings: Settings) -> Iterator[Workspace]:
    with opened(settings) as workspace:
        put(workspace.warehouse, "tickets", tickets(900, "b1"))
        yield workspace


def faults(workspace: Workspace, topic: str) -> set[str]:
    found = workspace.warehouse.query(f"SELECT DISTINCT fault FROM tickets WHERE topic = '{topic}'")
    return set(found["fault"].to_pylist())


def test_every_topic_is_about_one_fault_and_stays_what_it_is(workspace: Workspace) -> None:
    first = service.find(workspace)
    assert first.tickets == 900
    assert all(len(faults(workspace, topic.name)) == 1 for topic in first.topics)
    again = service.find(workspace)
    assert [(t.number, t.name) for t in again.topics] == [(t.number, t.name) for t in first.topics]
    assert again.new == ()


def test_new_tickets_get_a_topic_without_a_new_run(workspace: Workspace) -> None:
    service.find(workspace)
    put(workspace.warehouse, "tickets", tickets(40, "b2", seed=9, about="漏水"))
    assert service.assign(workspace, "b2") == 40
    named = workspace.warehouse.query("SELECT DISTINCT topic FROM tickets WHERE import_batch = 'b2'")[
        "topic"
    ].to_pylist()
    assert None not in named
    assert {fault for name in named for fault in faults(workspace, name)} == {"漏水"}


def test_what_people_changed_outlives_a_run(workspace: Workspace) -> None:
    found = service.find(workspace).topics
    leaks = [topic for topic in found if faults(workspace, topic.name) == {"漏水"}]
    kept = service.rename(workspace, leaks[0].number, "各种漏水", "wang")
    for other in leaks[1:]:
        service.merge(workspace, other.number, kept.number, "wang")
    one, two = service.split(workspace, kept.number, "wang")
    before = {row["topic"]: row["n"] for row in _sizes(workspace)}
    assert before[one.name] > 0 < before[two.name]
    service.find(workspace)
    assert {row["topic"]: row["n"] for row in _sizes(workspace)} == before


def _sizes(workspace: Workspace) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = workspace.warehouse.query(
        "SELECT topic, count(*) AS n FROM tickets GROUP BY topic ORDER BY topic"
    ).to_pylist()
    return rows


def test_names_are_one_topics_own_and_gone_topics_are_refused(workspace: Workspace) -> None:
    one, two, *_ = service.find(workspace).topics
    with pytest.raises(Conflict, match="topic-name-taken"):
        service.rename(workspace, one.number, two.name, "wang")
    service.merge(workspace, one.number, two.number, "wang")
    with pytest.raises(NotFound, match="topic-unknown"):
        service.rename(workspace, one.number, "别名", "wang")


def test_figures_of_topics_add_up_and_say_what_sets_them_apart(workspace: Workspace) -> None:
    service.find(workspace)
    found = figures.landscape(workspace, None)
    assert sum(one.tickets for one in found.topics) + found.without_topic == found.tickets == 900
    assert len(found.places) == len(found.topics)
    detail = figures.topic_detail(workspace, found.topics[0].topic.number, None)
    assert next(field for field in detail.fields if field.dimension == "fault").share == 1.0
    assert detail.representatives


def test_similar_cases_are_earlier_and_were_solved_alike(workspace: Workspace) -> None:
    service.find(workspace)
    for ticket in tickets(900, "b1")[850:860]:
        cases = similar_cases.of_ticket(workspace, str(ticket["ticket_id"]))
        assert len(cases) == 5
        assert all(case.created_at < ticket["created_at"] for case in cases)
        assert {case.solution for case in cases} == {SOLVED[str(ticket["fault"])]}
        assert all(case.common_words for case in cases[:1])


def test_without_topics_similar_cases_go_by_the_words_alone(workspace: Workspace) -> None:
    cases = similar_cases.of_text(workspace, "配网提示超时")
    assert {case.fault for case in cases} == {"连接"}


def test_hardly_any_text_is_refused(settings: Settings) -> None:
    with opened(settings) as workspace, pytest.raises(Conflict, match="topics-too-little-text"):
        service.find(workspace)


def test_a_topic_that_increases_is_found_with_its_phrases(workspace: Workspace) -> None:
    service.find(workspace)
    put(workspace.warehouse, "tickets", tickets(300, "b3", seed=5, about="漏水"))
    with workspace.warehouse.writing() as cursor:
        cursor.run("UPDATE tickets SET created_at = created_at + INTERVAL 20 DAY WHERE import_batch = 'b3'")
    service.assign(workspace, "b3")
    found = trends.trends_of(workspace, Period(date(2026, 1, 25), date(2026, 2, 12)))
    increased = {one.label: one.change for one in found.topics if one.change.increased}
    assert {fault for name in increased for fault in faults(workspace, name)} == {"漏水"}
    assert all(change.low > 1 for change in increased.values())
    assert {phrase.text for phrase in found.phrases} <= {part for text in TEXTS["漏水"] for part in _parts(text)}
    assert found.topics[-1].cumulative_share == pytest.approx(1.0)
    assert "上升最多" in presentation.present_trends(found).sentence.zh
    assert not found.per_unit


def test_phrases_are_counted_anew_when_tickets_come(workspace: Workspace) -> None:
    period = Period(date(2026, 1, 25), date(2026, 2, 12))
    assert trends.trends_of(workspace, period).phrases == ()
    leaks = tickets(100, "b3", about="漏水")
    put(
        workspace.warehouse,
        "tickets",
        [r | {"description": "底部漏水", "created_at": datetime(2026, 2, 1)} for r in leaks],
    )
    first = trends.trends_of(workspace, period).phrases[0]
    assert first.text == "底部漏水"
    assert first.change.now > 100 > first.change.before


def _parts(text: str) -> set[str]:
    return {text[i:j] for i in range(len(text)) for j in range(i + 1, len(text) + 1)}


def test_a_run_that_broke_off_is_caught_up_by_the_next_assignment(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(service.facts, "assign", _broken)
        with pytest.raises(KeyboardInterrupt):
            service.find(workspace)
    assert {row["topic"] for row in _sizes(workspace)} == {None}
    put(workspace.warehouse, "tickets", tickets(10, "b2", seed=3))
    assert service.assign(workspace, "b2") == 910
    assert service.assign(workspace, "b2") == 10
    assert None not in {row["topic"] for row in _sizes(workspace)}


def _broken(*_: object) -> None:
    raise KeyboardInterrupt


def test_an_import_that_broke_off_before_topics_gets_them_when_it_is_settled(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    service.find(workspace)
    file = tmp_path / "热线.csv"
    lines = [f"HL{n:03},2026-03-01 10:{n:02}:00,你好，底部漏水，谢谢" for n in range(20)]
    file.write_text("\n".join(["工单编号,创建时间,问题描述", *lines]), "utf-8")
    with monkeypatch.context() as broken:
        broken.setattr(service, "assign", _broken)
        with pytest.raises(KeyboardInterrupt):
            import_batch.import_file(workspace, file, source="新热线")
    import_batch.complete_imports(workspace)
    named = workspace.warehouse.query("SELECT DISTINCT topic FROM tickets WHERE source = '新热线'")["topic"].to_pylist()
    assert len(named) == 1
    assert faults(workspace, named[0]) >= {"漏水"}
