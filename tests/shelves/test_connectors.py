"""What every connector on the shelf obeys; a new file is tested with no edit here."""

from pathlib import Path

import pytest

from zhenyin.connectors import CONNECTORS
from zhenyin.core.errors import Invalid


@pytest.mark.parametrize("key", CONNECTORS)
def test_an_empty_file_and_a_picture_are_refused_with_a_reason(key: str, tmp_path: Path) -> None:
    for name, data in (("empty.csv", b""), ("picture.csv", b"\xff\xd8\xff\xe0\x00\x10JFIF")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(Invalid, match=name):
            for info in CONNECTORS[key].tables(tmp_path / name):
                list(CONNECTORS[key].read(tmp_path / name, info.name))


@pytest.mark.parametrize("key", CONNECTORS)
def test_it_says_how_sure_it_is(key: str, tmp_path: Path) -> None:
    for head in (b"", b"a,b\n1,2\n", b'{"a": 1}\n', b"\xff\xd8\xff"):
        assert 0 <= CONNECTORS[key].sniff(tmp_path / "file.csv", head) <= 1


@pytest.mark.parametrize(
    ("name", "head", "best"), [("a.csv", b"a,b\n1,2\n", "csv_file"), ("a.jsonl", b'{"a": 1}\n', "json_lines")]
)
def test_the_right_one_is_surest(name: str, head: bytes, best: str) -> None:
    assert max(CONNECTORS, key=lambda key: CONNECTORS[key].sniff(Path(name), head)) == best
