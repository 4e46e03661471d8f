"""The field dictionary: which names a column may bear, and the product's own words for what exports say in many."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from zhenyin.intake.models import EVENT_LOG
from zhenyin.text.normalise import label

SHAPES = ("tickets", "events", "exposure", "customers", "orders", "logs", EVENT_LOG)
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

    def names(self) -> tuple[str, ...]:
        return tuple(self.strong)


@cache
def fields(shape: str) -> Fields:
    """The dictionary of one shape. An event log may bear the columns of its tickets as well as those of its events."""
    if shape == EVENT_LOG:
        events, tickets = _read("events"), _read("tickets")
        # The state and the group of a change are the ticket's own at that moment.
        own = {name: names for name, names in events.strong.items() if name not in ("team", "to_value")}
        return Fields({**tickets.strong, **own}, tickets.weak, _NEEDED[EVENT_LOG])
    return _read(shape)


@cache
def wording(field: str) -> dict[str, str]:
    """What exports say (in small letters) → the product's own word, for one field."""
    table = tomllib.loads((files(__package__) / "wording.toml").read_text("utf-8"))
    return {said.casefold(): own for own, many in table.get(field, {}).items() for said in many}


def _read(shape: str) -> Fields:
    table = tomllib.loads((files(__package__) / "fields" / f"{shape}.toml").read_text("utf-8"))
    weak = table.pop("weak", {})
    return Fields(_labels(table), _labels(weak), _NEEDED[shape])


def _labels(table: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {field: tuple(label(name) for name in (field, *names)) for field, names in table.items()}
