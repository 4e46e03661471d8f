"""Customers who are called by their names are told apart without being named."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from zhenyin.core.settings import Settings
from zhenyin.flows.import_batch import import_file
from zhenyin.job.workspace import Workspace, opened

CHINESE = ("张伟", "张　伟", "王小明", "李娜", "欧阳震华", "王芳女士", "阿卜杜拉·买买提")
LATIN = ("Anna Smith", "ANNA  SMITH", "Smith, John", "Björn Öberg", "John F. Kennedy", "Mary-Ann O'Neil")


@pytest.fixture
def workspace(settings: Settings) -> Iterator[Workspace]:
    with opened(settings) as workspace:
        yield workspace


def _customers(
    workspace: Workspace, tmp_path: Path, column: str, cells: tuple[str, ...], name: str = "desk.csv"
) -> list[str]:
    file = tmp_path / name
    rows = "".join(f'{n},2026-03-{n + 1:02} 10:00,"{cell}",X200\n' for n, cell in enumerate(cells))
    file.write_text(f"工单编号,创建时间,{column},型号\n{rows}", "utf-8")
    import_file(workspace, file)
    rows = workspace.warehouse.query(
        f"SELECT * FROM tickets WHERE source = '{file.stem}' ORDER BY created_at"
    ).to_pylist()
    for cell in cells:
        assert cell.isdigit() or cell not in str(rows)
    return [row["customer_id"] for row in rows]


@pytest.mark.parametrize("column", ["Caller", "Requester", "客户", "发起人", "客户姓名", "customer"])
@pytest.mark.parametrize("names", [CHINESE, LATIN], ids=["chinese", "latin"])
def test_a_name_becomes_a_hash_that_is_the_same_for_the_same_person(
    workspace: Workspace, tmp_path: Path, column: str, names: tuple[str, ...]
) -> None:
    made = _customers(workspace, tmp_path, column, names)
    assert all(one.startswith("p-") for one in made)
    assert made[0] == made[1]
    assert len(set(made)) == len(names) - 1
    note = workspace.warehouse.query("SELECT line, column_name FROM row_problems WHERE rule = 'customer_by_name'")
    assert note.to_pylist() == [{"line": 0, "column_name": column}]


def test_one_person_is_one_customer_in_two_files(workspace: Workspace, tmp_path: Path) -> None:
    first = _customers(workspace, tmp_path, "客户", ("张伟", "李娜"), "first.csv")
    assert _customers(workspace, tmp_path, "Requester", ("李娜", "张伟"), "second.csv") == first[::-1]


def test_an_address_is_one_customer_however_it_is_written(workspace: Workspace, tmp_path: Path) -> None:
    made = _customers(workspace, tmp_path, "Requester", ("Li.Lei@example.com", "li.lei@example.com", "han@example.com"))
    assert made[0] == made[1] != made[2]


def test_a_guest_among_numbers_is_hidden_and_the_numbers_stay(workspace: Workspace, tmp_path: Path) -> None:
    made = _customers(workspace, tmp_path, "客户", ("900001", "900002", "900003", "900004", "900005", "张伟"))
    assert made[:5] == ["900001", "900002", "900003", "900004", "900005"]
    assert made[5].startswith("p-")


def test_requesters_who_are_numbers_keep_them(workspace: Workspace, tmp_path: Path) -> None:
    assert _customers(workspace, tmp_path, "Requester", ("900001", "900002")) == ["900001", "900002"]
