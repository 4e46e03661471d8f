"""How a request reaches the API and its answer comes back: what every transport offers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Call:
    """One request. target: the path with its query, both encoded; body: bytes, or pieces that are sent as they come."""

    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | Iterable[bytes] = b""


class Reply(Protocol):
    """One answer, whose body is read once. Names of headers are in lower case."""

    @property
    def status(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    def chunks(self) -> Iterator[bytes]:
        """The body piece by piece, as it arrives."""
        ...

    def close(self) -> None:
        """Read no further."""
        ...


class Transport(Protocol):
    """May be used by several threads."""

    def send(self, call: Call) -> Reply:
        """Returns when the status and the headers are there. Raises Unavailable when nobody answers."""
        ...

    def close(self) -> None: ...
