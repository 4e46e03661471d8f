"""Shelf: one channel or file format per file. A connector yields rows as text and row problems; it drops nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from zhenyin.core.errors import Invalid
from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words
from zhenyin.tabular.packed import require_unpacked
from zhenyin.tabular.rows import CHUNK_ROWS, Chunk, RowProblem, TableInfo, Yield

__all__ = ["CHUNK_ROWS", "CONNECTORS", "Chunk", "Connector", "RowProblem", "TableInfo", "Yield", "connector_of"]

_HEAD = 1 << 16


@dataclass(frozen=True, slots=True)
class Connector:
    """One way in. `sniff` says from 0 to 1 how sure it is that a file is its own, from the name and the first bytes.

    `tables` lists what is in a file, `read` yields the rows of one of them. Both raise Invalid for what is no such file.
    """

    title: Words
    sniff: Callable[[Path, bytes], float]
    tables: Callable[[Path], list[TableInfo]]
    read: Callable[[Path, str], Yield]


CONNECTORS: Shelf[Connector] = Shelf("zhenyin.connectors", "CONNECTOR", Words("连接器", "connector"))


def connector_of(path: Path) -> str:
    """The key of the connector that is surest of a file. Raises Invalid for an empty file and one that none knows."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        raise Invalid(
            "file-empty",
            en=f"The file {path.name} is empty. Export it again and check its size.",
            zh=f"文件 {path.name} 是空的。请重新导出并检查大小。",
        )
    require_unpacked(path, head)
    sure = {key: connector.sniff(path, head) for key, connector in CONNECTORS.items()}
    best = max(sure, key=lambda key: sure[key])
    if not sure[best]:
        raise Invalid(
            "file-unknown",
            en=f"The file {path.name} is no table that can be read. Upload a CSV, an Excel workbook, JSON or a text log.",
            zh=f"无法识别文件 {path.name} 的内容。请上传 CSV、Excel、JSON 或文本日志。",
        )
    return best
