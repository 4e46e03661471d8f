"""A customer is the same one however a phone, an address or a name is written, and another one under another key."""

import hashlib

import pytest
from tests.warehouse.conftest import Evaluate

from zhenyin.core.masking import WHOLE
from zhenyin.text.names import NAME
from zhenyin.warehouse import load, pseudonyms
from zhenyin.warehouse.engines import Cursor

CONTACTS = [
    ("13812345678", ("138 1234 5678", "138-1234-5678", "+86 138 1234 5678", "86-13812345678", "（138）12345678")),
    ("01062345678", ("010-62345678", "(010) 6234 5678")),
    ("li.lei@example.com", ("Li.Lei@Example.COM", " li.lei@example.com ")),
    ("8613812345678901", ("8613812345678901",)),
]
NAMES = [
    ("张伟", ("张 伟", "张　伟", " 张伟 ", "张\u00a0伟")),
    ("anna smith", ("Anna Smith", "ANNA  SMITH", "ａｎｎａ smith", "Anna\tSmith")),
    ("björn", ("Björn", "Bjo\u0308rn", "BJÖRN")),
    ("王li", ("王 Li",)),
]


def _hash(key: str, raw: str) -> str:
    return f"p-{hashlib.sha256((key + raw).encode()).hexdigest()[:16]}"


@pytest.mark.parametrize(("plain", "written"), [(plain, one) for plain, ways in CONTACTS for one in (plain, *ways)])
def test_a_contact_is_one_however_it_is_set_off(evaluate: Evaluate, plain: str, written: str) -> None:
    assert evaluate(pseudonyms.of_contact("cell", "k'1"), cell=written) == _hash("k'1", plain)


@pytest.mark.parametrize(("plain", "written"), [(plain, one) for plain, ways in NAMES for one in ways])
def test_a_name_is_one_however_it_is_written(evaluate: Evaluate, plain: str, written: str) -> None:
    assert evaluate(pseudonyms.of_name("cell", "k"), cell=written) == _hash("k", f"name:{plain}")


def test_names_that_differ_are_two_customers(evaluate: Evaluate) -> None:
    names = ["张伟", "张玮", "Anna Smith", "AnnaSmith", "Smith Anna", "13812345678"]
    assert len({evaluate(pseudonyms.of_name("cell", "k"), cell=name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("cell", "plain"),
    [
        ("13812345678", "13812345678"),
        ("010-62345678", "01062345678"),
        ("li@example.com", "li@example.com"),
        ("张伟 13812345678", "name:张伟13812345678"),
        ("900001", "name:900001"),
    ],
)
def test_a_cell_that_is_nothing_but_a_contact_is_one(evaluate: Evaluate, cell: str, plain: str) -> None:
    assert evaluate(pseudonyms.hashed("cell", WHOLE, "k"), cell=cell) == _hash("k", plain)


@pytest.mark.parametrize(
    ("cells", "percent"),
    [
        (["张伟", "900001"], 50),
        (["张伟", "张伟", "张伟", "900001"], 50),
        (["张伟", "李娜", " 王芳 ", "900001"], 75),
        (["张伟", None, "-", "无"], 100),
        (["900001", "900002"], 0),
    ],
)
def test_the_share_of_names_is_that_of_different_cells(cursor: Cursor, cells: list[str | None], percent: int) -> None:
    values = ", ".join("(NULL)" if cell is None else f"('{cell}')" for cell in cells)
    cursor.run(f"CREATE OR REPLACE TEMP TABLE cells AS SELECT * FROM (VALUES {values}) v(c0)")
    assert load.one(cursor, pseudonyms.share("cells", "c0", NAME)) == percent
