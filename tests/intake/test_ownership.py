"""Whose a column is: the agent is no customer, a customer's vehicle no model, coordinates no description."""

from pathlib import Path
from typing import Any

import pytest

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file
from zhenyin.intake.matching import best_shape
from zhenyin.job.workspace import opened

CREATED = [f"2026-03-{n:02} 09:00" for n in range(1, 11)]
AGENT = [f"坐席{n % 2}" for n in range(10)]


def _targets(**columns: list[str]) -> dict[str, str | None]:
    return best_shape({"创建时间": CREATED, **columns}, ("tickets",)).targets()


@pytest.mark.parametrize(
    ("columns", "column", "target"),
    [
        ({"处理人": AGENT, "处理人邮箱": [f"a{n % 2}@x.cn" for n in range(10)]}, "处理人邮箱", "personal.staff"),
        ({"处理人": AGENT, "邮箱": [f"a{n % 2}@x.cn" for n in range(10)]}, "邮箱", "personal.staff"),
        ({"处理人": AGENT, "邮箱": [f"c{n % 3}@x.cn" for n in range(10)]}, "邮箱", "personal.email"),
        ({"engineer_phone": [f"1380000000{n % 2}" for n in range(10)]}, "engineer_phone", "personal.staff"),
        ({"Vehicle": [f"A-{n}" for n in range(10)]}, "Vehicle", None),
        ({"客户编号": [f"K{n % 4}" for n in range(10)], "机组": [f"T{n % 4}" for n in range(10)]}, "机组", None),
        ({"客户编号": [f"K{n % 4}" for n in range(10)], "机组": [f"T{n % 3}" for n in range(10)]}, "机组", "model"),
        ({"Location": [f"31.2{n}, 121.4{n}" for n in range(10)]}, "Location", None),
        ({"Link": [f"https://desk.invalid/tickets/{n}/of/this/desk" for n in range(10)]}, "Link", None),
        ({"描述": [f"https://desk.invalid/{n}" for n in range(10)]}, "描述", None),
        ({"Uuid": [f"0a1b2c3d-0000-4000-8000-00000000000{n}" for n in range(10)]}, "Uuid", None),
        (
            {"备注": [f"客户来电说洗衣机昨天晚上开始漏水，今天第{n}次来电，要求尽快上门" for n in range(10)]},
            "备注",
            "description",
        ),
        ({"故障现象（客户原话）": [f"一直响{n}" for n in range(10)]}, "故障现象（客户原话）", "description"),
        ({"故障现象": ["漏水", "噪音"] * 5}, "故障现象", "fault"),
    ],
)
def test_a_column_is_taken_for_what_it_is(columns: dict[str, Any], column: str, target: str | None) -> None:
    assert _targets(**columns)[column] == target


def test_customers_are_those_who_wrote(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "desk.csv"
    rows = "".join(f"{n},a{n % 2}@desk.cn,坐席{n % 2},c{n % 5}@mail.cn,2026-03-01 1{n}:00,漏水\n" for n in range(10))
    file.write_text(f"id,agent_email,agent,reporter_email,created,summary\n{rows}", "utf-8")
    with opened(settings) as workspace:
        import_file(workspace, file)
        query = "SELECT count(DISTINCT customer_id)::INT AS n, any_value(extra['agent_email']) AS hidden FROM tickets"
        assert workspace.warehouse.query(query).to_pylist() == [{"n": 5, "hidden": "〔员工〕"}]
