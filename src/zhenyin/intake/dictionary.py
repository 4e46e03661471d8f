"""The field dictionary: which names a column may bear, and the product's own words for what exports say in many."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from zhenyin.core.chinese import simplified, traditional
from zhenyin.intake.models import EVENT_LOG
from zhenyin.text.normalise import label, plain

SHAPES = ("tickets", "events", "exposure", "customers", "orders", "logs", EVENT_LOG)
TIMES = frozenset(
    ("created_at", "first_response_at", "resolved_at", "closed_at", "rated_at", "at", "sold_at", "since", "month")
)
COURSE = frozenset(("created_at", "first_response_at", "resolved_at", "closed_at", "rated_at"))
"""Moments of the course of a ticket, which happened."""
_WORDS = re.compile(r"[a-z0-9]+|[^\W_a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OWNERS = frozenset(
    (
        "ticket",
        "case",
        "incident",
        "issue",
        "request",
        "complaint",
        "sr",
        "claim",
        "job",
        "rma",
        "the",
        "of",
        "a",
        "your",
    )
)
_OWNER_FIRST = re.compile(
    r"^(?:工单|服务单|案件|投诉|报修|维修|售后|客诉|审批|退款|退换货|诉求|反馈|申请|表单|您的)的?(?=..)"
)
_MOMENTS = frozenset(("at", "on", "in", "date", "time", "datetime", "timestamp", "utc", "gmt", "local", "when", "was"))
_WRAPPERS = frozenset(
    ("fields", "data", "attributes", "ticket", "issue", "record", "item", "properties", "row", "_source")
)
_LABELS = frozenset(("name", "value", "displayname", "display_name", "display_value", "label", "text"))
_NEEDED = {
    "tickets": ("created_at",),
    "events": ("source_id", "at"),
    "exposure": ("month", "units"),
    "customers": ("customer_id", "since"),
    "orders": ("order_id", "customer_id", "at"),
    "logs": ("device_id", "at", "message"),
    EVENT_LOG: ("source_id", "at"),
}


@dataclass(frozen=True, slots=True)
class Fields:
    """The names that the columns of one shape may bear: field → names, best first, in the form of `label`."""

    strong: Mapping[str, tuple[str, ...]]
    weak: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]
    stems: Mapping[str, frozenset[str]]
    """The names without what may as well be left out: see `stem`."""

    def names(self) -> tuple[str, ...]:
        return tuple(self.strong)


@cache
def fields(shape: str) -> Fields:
    """The dictionary of one shape. An event log may bear the columns of its tickets as well as those of its events."""
    if shape == EVENT_LOG:
        events, tickets = _read("events"), _read("tickets")
        # The state and the group of a change are the ticket's own at that moment.
        own = {name: names for name, names in events.strong.items() if name not in ("team", "to_value")}
        stems = {**tickets.stems, **{name: events.stems[name] for name in own}}
        return Fields({**tickets.strong, **own}, tickets.weak, _NEEDED[EVENT_LOG], stems)
    return _read(shape)


@cache
def wording(field: str) -> dict[str, str]:
    """What exports say (in small letters) → the product's own word, for one field."""
    table = tomllib.loads((files(__package__) / "wording.toml").read_text("utf-8"))
    known = {written.casefold(): own for own, many in table.get(field, {}).items() for written in many}
    return {other: own for written, own in known.items() for other in traditional(written)} | known


def spelled(column: str) -> str:
    """The name of a column as the dictionary would write it: simplified, without the path to a field of an object.

    >>> spelled("報修時間"), spelled("fields.status.name"), spelled("Created at")
    ('报修时间', 'status', 'Created at')
    """
    steps = simplified(column).split(".")
    if len(steps) > 1 and all(step and not step[0].isspace() for step in steps):
        first = 1 if steps[0].casefold() in _WRAPPERS else 0
        last = len(steps) - 1 if steps[-1].casefold() in _LABELS and len(steps) - first > 1 else len(steps)
        return ".".join(steps[first:last]) or column
    return ".".join(steps)


def _read(shape: str) -> Fields:
    table = tomllib.loads((files(__package__) / "fields" / f"{shape}.toml").read_text("utf-8"))
    weak = table.pop("weak", {})
    stems = {field: frozenset(stem(name, field in TIMES) for name in (field, *names)) for field, names in table.items()}
    return Fields(_labels(table), _labels(weak), _NEEDED[shape], stems)


def stem(name: str, is_time: bool) -> str:
    """A name without whose it is, and where it names a moment without saying that it does; "" where nothing is left.

    >>> stem("Ticket Created Date (UTC)", True), stem("created_at", True), stem("Issue Summary", False)
    ('created', 'created', 'summary')
    >>> stem("服务单状态", False), stem("Ticket", False)
    ('状态', '')
    """
    words = _WORDS.findall(_CAMEL.sub(" ", plain(name)).casefold())
    left = [word for word in words if word not in _OWNERS and not (is_time and word in _MOMENTS)]
    return "".join(_OWNER_FIRST.sub("", word) for word in left)


def _labels(table: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {field: tuple(label(name) for name in (field, *names)) for field, names in table.items()}
