"""The server's log, in the data folder: errors, jobs, and every query with its time. No values of rows, none of filters."""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

_BYTES = 10_000_000
_OLD_FILES = 3


def keep(folder: Path) -> None:
    """Write the log into `zhenyin.log`, which is cut at 10 MB; warnings of others and errors go there as well."""
    handler = RotatingFileHandler(folder / "zhenyin.log", maxBytes=_BYTES, backupCount=_OLD_FILES, encoding="utf-8")
    handler.setFormatter(_Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger().setLevel(logging.WARNING)
    logging.getLogger("zhenyin").setLevel(logging.INFO)


class _Formatter(logging.Formatter):
    """Says of an error where it came up and of which kind it is; its text may quote rows and what people looked for."""

    def formatException(self, ei: Any) -> str:  # noqa: N802
        _, error, where = ei
        chain = [f"{type(error).__module__}.{type(error).__qualname__}"]
        while (error := error.__cause__ or error.__context__) is not None:
            chain.append(f"from {type(error).__module__}.{type(error).__qualname__}")
        return "".join(traceback.format_tb(where)) + ", ".join(chain)
