"""How the bytes of a text file are to be read."""

import codecs
from pathlib import Path

from charset_normalizer import from_bytes

from zhenyin.core.errors import Invalid
from zhenyin.tabular import single_bytes

_SAMPLE = 1 << 20
_DAMAGED = 0.02
"""Lost letters per byte up to which a text counts as damaged, and not as another encoding."""
_UPPER_HALVES, _ONE_SIDE = 0.05, 0.85
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PICTURES_AND_ARCHIVES = (
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"GIF8",
    b"%PDF",
    b"PK\x03\x04",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
)


def encoding_of(path: Path) -> str:
    """The encoding: by its mark, else strict UTF-8, else whichever of the common ones makes the commonest letters of it.

    Raises Invalid for an empty file and for one that is no text.
    """
    with path.open("rb") as file:
        head = file.read(_SAMPLE)
    if not head:
        raise Invalid(
            "file-empty",
            en=f"The file {path.name} is empty. Export it again and check its size.",
            zh=f"文件 {path.name} 是空的。请重新导出并检查大小。",
        )
    if head.startswith(_PICTURES_AND_ARCHIVES):
        raise not_text(path)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if wide := _wide(head):
        return wide
    # A multi-byte character may be cut at the end of the sample; a line end never is.
    whole = head[: head.rfind(b"\n") + 1] or head if len(head) == _SAMPLE else head
    if _reads(whole, "utf-8"):
        return "utf-8"
    return single_bytes.likeliest(whole) or ("gb18030" if _reads(whole, "gb18030") else _guess(path, whole))


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: the upper halves of its digits, commas and line ends are NUL bytes, nearly all on one side."""
    sides = {"utf-16-be": head[0::2].count(0), "utf-16-le": head[1::2].count(0)}
    name = max(sides, key=lambda name: sides[name])
    total = sum(sides.values())
    if total < _UPPER_HALVES * len(head) or sides[name] < _ONE_SIDE * total:
        return None
    whole = head[: len(head) // 2 * 2]
    # A NUL byte within a text of single bytes makes no line end; and the sample may end within a letter of two units.
    reads = _reads(whole, name) or _reads(whole[:-2], name)
    return name if reads and "\n" in whole.decode(name, "replace") else None


def not_text(path: Path) -> Invalid:
    return Invalid(
        "file-not-text",
        en=f"The file {path.name} is not a text table, whatever its name says. Take a CSV, an Excel workbook or JSON.",
        zh=f"文件 {path.name} 的内容不是文本表格。请上传 CSV、Excel 或 JSON 文件。",
    )


def _reads(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _guess(path: Path, data: bytes) -> str:
    # A damaged file is still in the encoding that most of it is in.
    lost = {name: data.decode(name, "replace").count("\ufffd") for name in ("utf-8", "gb18030")}
    least = min(lost, key=lambda name: lost[name])
    if b"\x00" not in data and lost[least] <= _DAMAGED * len(data):
        return least
    best = from_bytes(data).best()
    if best is None:
        raise not_text(path)
    return best.encoding
