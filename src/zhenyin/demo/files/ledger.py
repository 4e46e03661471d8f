"""措施台账.json: what the company decided about its troubles: cause, action, owner, aim, and how it is to be judged."""

import json
from pathlib import Path

from zhenyin.demo.files import DemoFile, Story
from zhenyin.demo.plants import shelf

NAME = "措施台账.json"


def write(path: Path, story: Story) -> int:
    entries = [plant.decided(story.world) for plant in shelf().values() if plant.decided]
    entries.sort(key=lambda entry: str(entry["decided"]))
    path.write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return len(entries)


FILE = DemoFile(NAME, write)
