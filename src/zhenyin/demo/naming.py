"""How each system numbers its tickets."""

from zhenyin.demo.catalogue import CHANNELS
from zhenyin.demo.frame import Tickets
from zhenyin.demo.world import World

_PREFIXES = {"在线表单": "F", "微信": "W"}


def source_ids(world: World, tickets: Tickets) -> list[str]:
    """The number of each ticket in the file it is in; WeChat messages have none there, and get one of their own."""
    columns = (tickets.channel, tickets.number, tickets.day)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    return [_source_id(world, CHANNELS[channel], number, day) for channel, number, day in rows]


def _source_id(world: World, channel: str, number: int, day: int) -> str:
    if channel in ("电话", "门店"):
        return f"HL{world.calendar(day):%y%m}{number:07d}"
    if channel in ("APP", "邮件"):
        return f"XY-{1_000_000 + number}"
    return f"{_PREFIXES[channel]}{number:08d}"
