"""Exports that tell how long something took, and not when it was done, have their moments all the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file
from zhenyin.intake import store
from zhenyin.job.workspace import Workspace, opened

Seconds = tuple[float | None, float | None]


@pytest.fixture
def workspace(settings: Settings) -> Iterator[Workspace]:
    with opened(settings) as workspace:
        yield workspace


def _imported(workspace: Workspace, tmp_path: Path, text: str, name: str = "desk.csv") -> list[Seconds]:
    file = tmp_path / name
    file.write_text(text, "utf-8")
    import_file(workspace, file)
    query = f"""SELECT epoch(first_response_at - created_at) AS first, epoch(resolved_at - created_at) AS solved
                FROM tickets WHERE source = '{file.stem}' ORDER BY source_id"""
    return [tuple(row.values()) for row in workspace.warehouse.query(query).to_pylist()]  # type: ignore[misc]


def _rules(workspace: Workspace) -> dict[str, list[tuple[int, str]]]:
    found: dict[str, list[tuple[int, str]]] = {}
    for row in workspace.warehouse.query("SELECT rule, line, column_name FROM row_problems ORDER BY ALL").to_pylist():
        found.setdefault(row["rule"], []).append((row["line"], row["column_name"]))
    return found


def test_zendesk_tells_minutes_and_its_business_hours_are_let_be(workspace: Workspace, tmp_path: Path) -> None:
    times = (
        "First reply time in minutes,First reply time in minutes within business hours,Full resolution time in minutes,"
        "Full resolution time in minutes within business hours"
    )
    made = _imported(
        workspace,
        tmp_path,
        f"Id,Created at,Subject,Status,{times}\n"
        '1,2026-03-01 10:00,Door,Solved,30,7,"1,440",480\n2,2026-03-01 10:00,Door,Open,15,5,,\n'
        "3,2026-03-01 10:00,Door,Open,soon,5,90,80\n",
    )
    assert made == [(1800, 86_400), (900, None), (None, 5400)]
    rules = _rules(workspace)
    assert rules["time_from_span"] == [(0, "First reply time in minutes"), (0, "Full resolution time in minutes")]
    assert rules["span_unread"] == [(4, "First reply time in minutes")]


def test_udesk_tells_units_in_names_and_in_cells(workspace: Workspace, tmp_path: Path) -> None:
    made = _imported(
        workspace,
        tmp_path,
        "工单编号,创建时间,标题,首次响应时长(分钟),处理时长\n"
        "1,2026-03-01 10:00,漏水,12.5,2天3小时\n2,2026-03-01 10:00,漏水,5,1:30:00\n3,2026-03-01 10:00,漏水,,45分钟\n",
    )
    assert made == [(750, 183_600), (300, 5400), (None, 2700)]


@pytest.mark.parametrize(
    ("column", "cell", "seconds"),
    [
        ("处理时长（小时）", "1.5", 5400),
        ("Time to resolution (h)", "2", 7200),
        ("Time to resolution", "2h 30m", 9000),
        ("Resolution time", "3 days 2 hours", 266_400),
        ("Resolution time", "1 day, 2:03:04", 93_784),
        ("resolution_hours", "0.25", 900),
        ("解决时长（天）", "2", 172_800),
        ("解决用时(秒)", "90", 90),
        ("解决时长", "PT2H30M", 9000),
        ("解决时长", "P1DT2H", 93_600),
        ("处理时间", "2小时", 7200),
        ("处理时长", "500ms", 0.5),
        ("处理时长", "12小时5分30秒", 43_530),
    ],
)
def test_a_duration_is_read_with_the_unit_of_its_name_or_its_own(
    workspace: Workspace, tmp_path: Path, column: str, cell: str, seconds: float
) -> None:
    assert _imported(workspace, tmp_path, f'工单编号,创建时间,"{column}"\n1,2026-03-01 10:00,"{cell}"\n') == [
        (None, seconds)
    ]


def test_a_number_without_any_unit_is_not_guessed(workspace: Workspace, tmp_path: Path) -> None:
    assert _imported(workspace, tmp_path, "工单编号,创建时间,处理时长\n1,2026-03-01 10:00,90\n") == [(None, None)]


def test_where_a_column_tells_the_moment_it_wins(workspace: Workspace, tmp_path: Path) -> None:
    made = _imported(
        workspace,
        tmp_path,
        "工单编号,创建时间,解决时间,解决时长（小时）\n1,2026-03-01 10:00,2026-03-01 12:00,9\n2,2026-03-01 10:00,,0\n",
    )
    assert made == [(None, 7200), (None, None)]
    assert "time_from_span" not in _rules(workspace)
    with workspace.store.read() as db:
        saved = store.template(db, "desk")
    assert saved is not None
    assert saved.tables[0].columns["解决时间"] == "resolved_at"
