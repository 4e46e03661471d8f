"""A line of JSON per message at the end of a file."""

import json
from pathlib import Path

from zhenyin.core import clock
from zhenyin.core.words import Words
from zhenyin.notifiers import Message, Notifier, Receipt, unreachable


def send(message: Message, target: str) -> Receipt:
    """Append to the file `target`; its folder is made if missing. Raises Unavailable (`notifier-unreachable`)."""
    line = {
        "at": clock.now().isoformat(timespec="seconds"),
        "title": message.title.as_dict(),
        "text": message.text.as_dict(),
        **message.data,
    }
    path = Path(target)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")
    except OSError as error:
        raise unreachable(target, error) from None
    return Receipt(target, f"{path.stat().st_size} bytes")


NOTIFIER = Notifier(Words("日志文件", "Log file"), Words("文件路径", "path of a file"), send)
