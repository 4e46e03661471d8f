"""Events as steps of their tickets, in order: the one table that every question about the process is asked of.

Steps at the same moment keep the order of the source's lines. Moments are whole seconds, as in all durations.
"""

from collections.abc import Sequence
from typing import Any, Literal

import ibis
from ibis.expr.types import Table

By = Literal["activity", "step", "team"]
VIEWS: tuple[By, ...] = ("activity", "step", "team")
"""What a step is told by: the product's own word, the source's, or the team that had the ticket."""
_BITS = 16
MOST_NAMES = (1 << _BITS) - 1


def label(events: Table, by: By) -> Any:
    """What a step is called. Null where nothing is known of it: such events are no steps."""
    if by == "step":
        return ibis.coalesce(events.step, events.activity)
    return events[by]


def names(events: Table, team: bool) -> Table:
    """Which steps there are, by team or by activity and step: these columns, n, and the first and last moment."""
    columns = ("team",) if team else ("activity", "step")
    at = events["at"]
    return events.group_by(*columns).aggregate(n=events.count(), first=at.min(), last=at.max())


def sequence(
    events: Table, cases: Table, by: By, known: Sequence[str], more: Sequence[str] = (), *, stays: bool = True
) -> Table:
    """Every step of the cases: n (the case), pos (0, 1, ... in it), packed (this step), last and next (before, after, or null).

    events: the fact. cases: ticket_id, each once, and the columns `more`, which are passed on.
    known: names of steps; a code is the place of a name in it.
    Moment and code of a step are packed into one number, which `code` and `secs` take apart: a sequence of ten million
    steps is passed on and read several times. Steps of a team are its stays: events of one team in a row are one, unless
    `stays` is false.
    Raises ValueError for more names than codes.
    """
    if len(known) > MOST_NAMES:
        raise ValueError(f"{len(known):,} names of steps are more than {MOST_NAMES:,}.")
    packed = _packed(events, cases, by, known, more)
    packed = _stays(packed) if stays and by == "team" else packed
    order = _in_order(packed)
    last, then = packed.packed.lag().over(order), packed.packed.lead().over(order)
    return packed.select("n", "packed", *more, last=last, next=then, pos=ibis.row_number().over(order))


def code(packed: Any) -> Any:
    """The code of a packed step."""
    return packed & MOST_NAMES


def secs(packed: Any) -> Any:
    """The moment of a packed step, in seconds since 1970, local time."""
    return packed >> _BITS


def window(case: Any, *order: Any, earlier: bool = False) -> Any:
    """The rows of one case, in an order; with `earlier`, only those before each row."""
    made: Any = ibis.window
    rows = {"preceding": (None, 1), "following": None} if earlier else {}
    return made(group_by=case, order_by=list(order), **rows)


def _packed(events: Table, cases: Table, by: By, known: Sequence[str], more: Sequence[str]) -> Table:
    """Case, order, and moment and name of each event in one whole number: one column to look back at, not two.

    What one line of a source tells in one breath is put in the order of names, so that it is the same each time.
    """
    codes: Any = ibis.literal(list(known), "array<string>")
    place = codes.index(label(events, by))
    moment, line = events["at"].epoch_seconds().cast("int64"), events.line.fill_null(0)
    chosen = events.select(
        "ticket_id", "at", line=line * (1 << _BITS) + place, packed=moment * (1 << _BITS) + place, known=place >= 0
    )
    numbered = cases.mutate(n=ibis.row_number().cast("int32"))
    joined = chosen.filter(chosen.known).inner_join(numbered, "ticket_id")
    return joined.select("n", "at", "line", "packed", *more)


def _in_order(t: Table) -> Any:
    return window(t.n, t["at"], t.line)


def _stays(t: Table) -> Table:
    here, last = code(t.packed), code(t.packed.lag().over(_in_order(t)))
    told = t.mutate(stays=(here == last).fill_null(False))
    return told.filter(~told.stays).drop("stays")
