"""The one place that knows what time it is. `ZHENYIN_NOW` freezes it, so that a story can be told twice alike."""

import os
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

DEFAULT_ZONE = ZoneInfo("Asia/Shanghai")


def now(zone: ZoneInfo = DEFAULT_ZONE) -> datetime:
    """The present moment in `zone`, without tzinfo: facts are kept in the company's own time (decision 0003).

    >>> import os; os.environ["ZHENYIN_NOW"] = "2026-03-05T14:05:00+08:00"
    >>> now()
    datetime.datetime(2026, 3, 5, 14, 5)
    >>> del os.environ["ZHENYIN_NOW"]
    """
    frozen = os.environ.get("ZHENYIN_NOW")
    moment = datetime.fromisoformat(frozen) if frozen else datetime.now(UTC)
    if moment.tzinfo is None:
        return moment
    return moment.astimezone(zone).replace(tzinfo=None)


def today(zone: ZoneInfo = DEFAULT_ZONE) -> date:
    return now(zone).date()
