"""The data folder belongs to its owner alone: folders 0700, files 0600."""

import os
from contextlib import suppress
from pathlib import Path

FOLDER_MODE, FILE_MODE = 0o700, 0o600
UMASK = 0o077
"""What a process of ours sets before it writes, so that no file is open to others even for a moment."""


def secure(folder: Path) -> None:
    """Make the folder if it is missing, and take from others what is in it. What belongs to another user is left as it is."""
    folder.mkdir(parents=True, exist_ok=True, mode=FOLDER_MODE)
    _own(folder, FOLDER_MODE)
    for where, folders, files in os.walk(folder):
        for name in folders:
            _own(Path(where, name), FOLDER_MODE)
        for name in files:
            _own(Path(where, name), FILE_MODE)


def _own(path: Path, mode: int) -> None:
    # A file may go while the folder is walked; a link leads elsewhere.
    with suppress(OSError):
        if not path.is_symlink() and path.stat().st_mode & 0o777 != mode:
            path.chmod(mode)
