"""Archives that hold files and are no workbook: they are to be unpacked first."""

import zipfile
from pathlib import Path

from zhenyin.core.errors import Invalid

_PACKED = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd")
_ZIP = b"PK\x03\x04"
_BOOKS = ("[content_types].xml", "xl/workbook.xml", "mimetype", "content.xml", "encryptedpackage")


def require_unpacked(path: Path, head: bytes) -> None:
    """Raises Invalid for an archive of files. What cannot be opened as one is left to the reader of workbooks."""
    if head.startswith(_PACKED) or (head.startswith(_ZIP) and _holds_files(path)):
        raise Invalid(
            "file-packed",
            en=f"The file {path.name} is an archive. Unpack it first, and import the files within one by one.",
            zh=f"文件 {path.name} 是压缩包。请先解压，再逐个导入其中的文件。",
        )


def _holds_files(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name.lower() for name in archive.namelist()]
    except (zipfile.BadZipFile, OSError, ValueError):
        return False
    return bool(names) and not any(name in _BOOKS for name in names)
