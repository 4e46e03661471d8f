"""The page of methods says what the code says."""

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]


def test_the_page_of_methods_is_up_to_date() -> None:
    command = [sys.executable, str(REPOSITORY / "scripts" / "write_methods.py"), "--check"]
    assert subprocess.run(command, check=False).returncode == 0, "Run `python scripts/write_methods.py`."


def test_every_detector_and_locator_tells_of_itself() -> None:
    page = (REPOSITORY / "docs" / "methods.md").read_text("utf-8")
    for folder in ("detectors", "locators"):
        for file in (REPOSITORY / "src" / "zhenyin" / folder).glob("[a-z]*.py"):
            assert f"`{folder}/{file.name}`" in page
