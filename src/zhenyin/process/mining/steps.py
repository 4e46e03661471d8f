"""The steps of each case in order, from the event log: the one table that every question about the process reads.

Steps at the same moment keep the order of the source's lines. Moments are whole seconds, as in all durations.
"""

from collections.abc import Sequence
from typing import Any, Literal

import ibis
from ibis.expr.types import Table

StepView = Literal["activity", "step", "team"]
VIEWS: tuple[StepView, ...] = ("activity", "step", "team")
"""Event classifiers, after XES: an event is named by the product's activity, by the source's own word, or by its team."""
_BITS = 16
MAX_NAMES = (1 << _BITS) - 1


def label(events: Table, view: StepView) -> Any:
    """The name of the step that an event is, under a view. Null where nothing is recorded: such events are no steps."""
    if view == "step":
        return ibis.coalesce(events.step, events.activity)
    return events[view]


def step_names(events: Table, by_team: bool) -> Table:
    """The names that occur, one row each: `n` (events), `first` and `last` (moments).

    events: the fact table of events. by_team: name events by `team`, and not by `activity` and `step`.

    >>> step_names(ibis.table({"team": "string", "at": "timestamp"}, "events"), by_team=True).columns
    ('team', 'n', 'first', 'last')
    """
    columns = ("team",) if by_team else ("activity", "step")
    at = events["at"]
    return events.group_by(*columns).aggregate(n=events.count(), first=at.min(), last=at.max())


def sequence(
    events: Table,
    cases: Table,
    view: StepView,
    names: Sequence[str],
    carried: Sequence[str] = (),
    *,
    sojourns: bool = True,
) -> Table:
    """Every step of the cases, in order.

    Parameters
    - events: the fact table of events. cases: `ticket_id`, each once, and the columns `carried`, which are passed on.
    - view: what names a step.
    - names: the names of steps; the code of a step is the place of its name.
    - sojourns: by team, events of one team in a row are one sojourn; with False each event stays a step.

    Returns one row a step: `case_id` (a number), `position` (0, 1, … in the case), `packed` (this step), `previous` and
    `following` (the steps before and after it, or null), and `carried`. The moment and the code of a step are packed into
    one whole number, which `code` and `epoch_seconds` take apart: a sequence of ten million steps is passed on and read
    several times.

    Raises ValueError for more than `MAX_NAMES` names.

    Source: IEEE 1849-2016 (XES), a trace is the events of a case in order.

    >>> events = ibis.table({"ticket_id": "string", "at": "timestamp", "line": "int64", "team": "string"}, "events")
    >>> sequence(events, ibis.table({"ticket_id": "string"}, "cases"), "team", ["desk", "workshop"]).columns
    ('case_id', 'packed', 'previous', 'following', 'position')
    """
    if len(names) > MAX_NAMES:
        raise ValueError(f"{len(names):,} names of steps are more than {MAX_NAMES:,}.")
    packed = _packed(events, cases, view, names, carried)
    packed = _sojourns(packed) if sojourns and view == "team" else packed
    order = _in_order(packed)
    previous, following = packed.packed.lag().over(order), packed.packed.lead().over(order)
    position = ibis.row_number().over(order)
    return packed.select("case_id", "packed", *carried, previous=previous, following=following, position=position)


def code(packed: Any) -> Any:
    """The code of a packed step: the place of its name.

    >>> code(5 * 65_536 + 3), epoch_seconds(5 * 65_536 + 3)
    (3, 5)
    """
    return packed & MAX_NAMES


def epoch_seconds(packed: Any) -> Any:
    """The moment of a packed step, in seconds since 1970, local time."""
    return packed >> _BITS


def window(case: Any, *order: Any, earlier: bool = False) -> Any:
    """The rows of one case, in an order; with `earlier`, only those before each row."""
    made: Any = ibis.window
    rows = {"preceding": (None, 1), "following": None} if earlier else {}
    return made(group_by=case, order_by=list(order), **rows)


def whole(value: Any) -> Any:
    """A whole number or column as one of 64 bits, so that the columns of a union have one type.

    >>> str(whole(1).type())
    'int64'
    """
    number: Any = ibis.literal(value) if isinstance(value, int) else value
    return number.cast("int64")


def _packed(events: Table, cases: Table, view: StepView, names: Sequence[str], carried: Sequence[str]) -> Table:
    """Case, order, and moment and name of each event in one whole number: one column to look back at, not two.

    Events of one line of a source are put in the order of names, so that their order is the same in every run.
    """
    codes: Any = ibis.literal(list(names), "array<string>")
    place = codes.index(label(events, view))
    moment, line = events["at"].epoch_seconds().cast("int64"), events.line.fill_null(0)
    labelled = events.select(
        "ticket_id", "at", line=line * (1 << _BITS) + place, packed=moment * (1 << _BITS) + place, named=place >= 0
    )
    numbered = cases.mutate(case_id=ibis.row_number().cast("int32"))
    joined = labelled.filter(labelled.named).inner_join(numbered, "ticket_id")
    return joined.select("case_id", "at", "line", "packed", *carried)


def _in_order(t: Table) -> Any:
    return window(t.case_id, t["at"], t.line)


def _sojourns(t: Table) -> Table:
    """The first event of every run of events with one name."""
    here, before = code(t.packed), code(t.packed.lag().over(_in_order(t)))
    rows = t.mutate(continues=(here == before).fill_null(False))
    return rows.filter(~rows.continues).drop("continues")
