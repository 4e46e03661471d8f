"""Names for things: sortable random ids, and fingerprints of content."""

import hashlib
import secrets
import time
from pathlib import Path

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new(prefix: str) -> str:
    """A new id that sorts by time of birth: prefix, dash, 10 characters of milliseconds, 6 of chance."""
    moment = time.time_ns() // 1_000_000
    stamp = "".join(_ALPHABET[(moment >> shift) & 31] for shift in range(45, -1, -5))
    return f"{prefix}-{stamp}{''.join(secrets.choice(_ALPHABET) for _ in range(6))}"


def fingerprint(*parts: object) -> str:
    """The same 16 hex digits for the same parts, today and tomorrow.

    >>> fingerprint("a", 1) == fingerprint("a", 1) != fingerprint("a1", "")
    True
    """
    text = "\x1f".join(map(str, parts))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def checksum(path: Path) -> str:
    """SHA-256 of a file's bytes, in hex, read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
