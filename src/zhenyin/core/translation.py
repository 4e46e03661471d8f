"""What lies below speaks in its own errors; here they become refusals, alike for the API, the command line and jobs."""

import errno
import zipfile
import zlib

from zhenyin.core.errors import Invalid, Refusal, Unavailable

_FULL = ("no space left", "disk is full", "disk full", "disk quota exceeded", "file too large")
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_OUT_OF_RANGE = frozenset({"ConversionException", "OutOfRangeException"})
_ENGINE = ("duckdb", "_duckdb")


def refusal_of(error: BaseException) -> Refusal | None:
    """The refusal that says the same as an error from below; None where the error is a mistake of ours.

    >>> refusal_of(OverflowError("Python int too large to convert to SQLite INTEGER")).code
    'number-too-large'
    >>> refusal_of(OSError(28, "No space left on device")).code
    'disk-full'
    >>> refusal_of(KeyError("x")) is None
    True
    """
    if isinstance(error, Refusal):
        return error
    if _is_full(error):
        return disk_full()
    if isinstance(error, MemoryError) or _is_of_engine(error, {"OutOfMemoryException"}):
        return Unavailable(
            "memory-full",
            en="The memory does not suffice for this. Ask for less, or raise memory_gib.",
            zh="内存不足，无法完成。请缩小范围，或调大设置 memory_gib。",
        )
    if isinstance(error, UnicodeError):
        return unreadable_text()
    if isinstance(error, OverflowError) or _is_of_engine(error, _OUT_OF_RANGE) or _is_of_store(error, "DataError"):
        return too_large_number()
    if isinstance(error, RecursionError):
        return nested_too_deep()
    if isinstance(error, (zlib.error, zipfile.BadZipFile)):
        return Invalid(
            "file-damaged",
            en="A part of the file cannot be unpacked: it is damaged. Export it again, and check its size.",
            zh="文件的一部分无法解压，已损坏。请重新导出并检查大小。",
        )
    return None


def disk_full() -> Unavailable:
    """There is no room on the disk."""
    return Unavailable(
        "disk-full",
        en="The disk of the data folder is full, so nothing was changed. Free some space, then try again.",
        zh="数据目录所在磁盘已满，未做任何更改。请腾出空间后重试。",
    )


def unreadable_text() -> Invalid:
    """A text with signs that no text has."""
    return Invalid(
        "text-unreadable",
        en="A text holds a NUL or half a character (a lone surrogate). Take it out, and send UTF-8.",
        zh="文本中含有 NUL 或不完整的字符（孤立代理项）。请去掉后以 UTF-8 重新发送。",
    )


def too_large_number() -> Invalid:
    """A number or date beyond what can be kept."""
    return Invalid(
        "number-too-large",
        en="A number or date lies beyond what can be kept (64 bit; the years 1 to 9999; no nan or inf). Use another one.",
        zh="数字或日期超出可用范围（64 位整数；公元 1 至 9999 年；不接受 nan 和 inf）。请更换。",
    )


def nested_too_deep() -> Invalid:
    """JSON or the like, of too many levels."""
    return Invalid(
        "nested-too-deep",
        en="The input is nested too deep. Use fewer levels.",
        zh="输入的嵌套层数过多。请减少层数。",
    )


def _is_full(error: BaseException) -> bool:
    if isinstance(error, OSError) and error.errno in _NO_SPACE:
        return True
    below = isinstance(error, OSError) or _is_of_engine(error, None) or _is_of_store(error, None)
    return below and any(words in str(error).lower() for words in _FULL)


def _is_of_engine(error: BaseException, names: set[str] | frozenset[str] | None) -> bool:
    kind = type(error)
    return kind.__module__.split(".")[0] in _ENGINE and (names is None or kind.__name__ in names)


def _is_of_store(error: BaseException, name: str | None) -> bool:
    kind = type(error)
    return kind.__module__.startswith("sqlalchemy") and name in (None, kind.__name__)
