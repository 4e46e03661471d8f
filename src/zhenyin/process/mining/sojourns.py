"""Where tickets stood, and since when: every stay of a ticket between two steps, as `remaining` reads them."""

import ibis
import numpy as np
import pyarrow as pa
from ibis.expr.types import Table

from zhenyin.core.arrays import Ints
from zhenyin.process.mining.remaining_time import Stays
from zhenyin.process.mining.steps import By, label, window

STATE = ("step", "source", "team", "kind")
_COLUMNS = ("ticket_id", "source", "kind", "ended_at", "at", "line", "team", "step")


def stays(events: Table, tickets: Table, by: By, newest: bool = False) -> Table:
    """ticket_id, step, source, team, kind; since, until and end in seconds since 1970 (null where there is none).

    events: the fact. tickets: those that are asked about. A ticket stands nowhere (null) from its creation until its
    first step. newest: only the stay that each is in.
    """
    t = tickets.select("ticket_id", "source", "kind", "created_at", "ended_at", "team")
    seen = events.select("ticket_id", "at", "team", "line", step=label(events, by))
    joined = seen.filter(seen.step.notnull()).inner_join(t.drop("team"), "ticket_id")
    made = t.mutate(at=t.created_at, line=ibis.null().cast("int64"), step=ibis.null().cast("string"))
    steps = ibis.union(joined.select(*_COLUMNS), made.select(*_COLUMNS), distinct=False)
    order = window(steps.ticket_id, steps["at"], steps.line.fill_null(-1), steps.step)
    told = steps.select(
        "ticket_id",
        *STATE,
        since=steps["at"].epoch_seconds(),
        until=steps["at"].lead().over(order).epoch_seconds(),
        end=steps.ended_at.epoch_seconds(),
    )
    return told.filter(told.until.isnull()) if newest else told


def read(rows: pa.Table, codes: dict[str, dict[str | None, int]]) -> Stays:
    """The stays that rows of `stays` tell. codes: of each part of a state, filled as values come up."""
    state = [_coded(rows[name].to_pylist(), codes.setdefault(name, {})) for name in STATE]
    moments = [
        np.nan_to_num(rows[name].cast(pa.float64()).to_numpy(zero_copy_only=False), nan=np.inf)
        for name in ("since", "until", "end")
    ]
    return Stays(np.stack(state, axis=1), *moments)


def _coded(values: list[str | None], codes: dict[str | None, int]) -> Ints:
    return np.array([codes.setdefault(value, len(codes)) for value in values], dtype=np.int64)
