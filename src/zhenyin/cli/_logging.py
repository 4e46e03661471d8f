"""The server's log, in the data folder: errors, jobs, and every query with its time."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_BYTES = 10_000_000
_OLD_FILES = 3


def keep(folder: Path) -> None:
    """Write the log into `zhenyin.log`, which is cut at 10 MB; warnings of others and errors go there as well."""
    handler = RotatingFileHandler(folder / "zhenyin.log", maxBytes=_BYTES, backupCount=_OLD_FILES, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    logging.getLogger("zhenyin").setLevel(logging.INFO)
