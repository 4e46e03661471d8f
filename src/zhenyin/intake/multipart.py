"""The body of an upload, piece by piece: the bytes of the one part named `file`, and never more than a piece in memory."""

from collections.abc import Iterator
from dataclasses import dataclass

from python_multipart.exceptions import MultipartParseError
from python_multipart.multipart import MultipartParser, parse_options_header

from zhenyin.core.errors import Invalid

_FIELD = b"file"


@dataclass(frozen=True, slots=True)
class FilePart:
    """What the part says of itself."""

    name: str
    bytes: int


class MultipartBody:
    """Feed it what comes; it gives what is the file's."""

    def __init__(self, content_type: str) -> None:
        kind, options = parse_options_header(content_type)
        if kind != b"multipart/form-data" or b"boundary" not in options:
            raise _no_file("multipart/form-data")
        self._found: list[bytes] = []
        self._header: dict[bytes, bytes] = {}
        self._key, self._value = b"", b""
        self._is_file, self._ended = False, False
        self.name: str | None = None
        self._parser = MultipartParser(
            options[b"boundary"],
            {
                "on_part_begin": self._part,
                "on_header_field": self._field,
                "on_header_value": self._header_value,
                "on_header_end": self._keep,
                "on_headers_finished": self._decide,
                "on_part_data": self._data,
                "on_end": self._end,
            },
        )

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """The file's own bytes in a piece of the body. Raises Invalid where the body is broken."""
        try:
            self._parser.write(piece)
        except MultipartParseError:
            raise _no_file("multipart") from None
        found, self._found = self._found, []
        yield from found

    def finished(self, written: int) -> FilePart:
        """Called at the end. Raises Invalid where there was no file, an empty one, or less than the whole body."""
        if self.name is None:
            raise _no_file("file")
        if not self._ended:
            raise Invalid(
                "upload-broken-off",
                en=f"The upload of {self.name} broke off after {written:,} bytes. Upload it again.",
                zh=f"{self.name} 的上传在 {written:,} 字节后中断。请重新上传。",
            )
        if not written:
            raise Invalid(
                "file-empty",
                en=f"The file {self.name} is empty. Export it again and check its size.",
                zh=f"文件 {self.name} 是空的。请重新导出并检查大小。",
            )
        return FilePart(self.name, written)

    def _part(self) -> None:
        self._header, self._is_file = {}, False

    def _field(self, data: bytes, start: int, end: int) -> None:
        self._key += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _keep(self) -> None:
        self._header[self._key.lower()] = self._value
        self._key, self._value = b"", b""

    def _decide(self) -> None:
        _, options = parse_options_header(self._header.get(b"content-disposition", b""))
        self._is_file = options.get(b"name") == _FIELD and b"filename" in options and self.name is None
        if self._is_file:
            self.name = options[b"filename"].decode("utf-8", "replace")

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._is_file:
            self._found.append(data[start:end])

    def _end(self) -> None:
        self._ended = True


def _no_file(lacks: str) -> Invalid:
    return Invalid(
        "upload-without-file",
        en=f"The request has no file ({lacks} is missing). Send it as multipart/form-data in a field named file.",
        zh=f"请求中没有文件（缺少 {lacks}）。请以 multipart/form-data 的 file 字段上传。",
    )
