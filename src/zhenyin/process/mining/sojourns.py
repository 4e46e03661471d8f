"""Sojourns: where each case was, from one step to the next, and when it ended."""

from dataclasses import dataclass

import ibis
import numpy as np
import pyarrow as pa
from ibis.expr.types import Table

from zhenyin.core.arrays import Floats, Ints, Mask
from zhenyin.process.mining.steps import StepView, label, window

STATE = ("step", "source", "team", "kind")
"""The parts of the state of a sojourn, the most informative first."""
Codes = dict[str, dict[str | None, int]]
"""Of each part of a state, the code of each value, from 0 on."""
_COLUMNS = ("ticket_id", "source", "kind", "ended_at", "at", "line", "team", "step")


@dataclass(frozen=True, slots=True)
class Sojourns:
    """Sojourns of cases, as columns.

    state: int64 [sojourns, 4], step, source, team and kind by their codes. since, until, end: float64 [sojourns], seconds
    since 1970: when the sojourn began, when the next step came, when the case ended; inf where that is not recorded.
    """

    state: Ints
    since: Floats
    until: Floats
    end: Floats

    def __len__(self) -> int:
        return len(self.since)

    def at(self, keep: Ints | Mask) -> "Sojourns":
        """Some of them. keep: their places, or a mask."""
        return Sojourns(self.state[keep], self.since[keep], self.until[keep], self.end[keep])

    def open_at(self, moment: float) -> "Sojourns":
        """The sojourns that cases were in at a moment, one for each case that was open then."""
        return self.at((self.since <= moment) & (np.minimum(self.until, self.end) > moment))

    def as_of(self, moment: float) -> "Sojourns":
        """What was recorded of them at a moment: what comes later is not there yet."""
        begun = self.at((self.since <= moment) & (self.since < self.end))
        recorded = [np.where(values <= moment, values, np.inf) for values in (begun.until, begun.end)]
        return Sojourns(begun.state, begun.since, *recorded)


def sojourns(events: Table, tickets: Table, view: StepView, current: bool = False) -> Table:
    """ticket_id, step, source, team, kind; since, until and end in seconds since 1970 (null where there is none).

    Parameters
    - events: the fact table of events. tickets: those whose sojourns are wanted. view: the name of a step.
    - current: only the sojourn that each is in.

    From its creation until its first step a ticket is at no step (null).
    """
    t = tickets.select("ticket_id", "source", "kind", "created_at", "ended_at", "team")
    labelled = events.select("ticket_id", "at", "team", "line", step=label(events, view))
    joined = labelled.filter(labelled.step.notnull()).inner_join(t.drop("team"), "ticket_id")
    created = t.mutate(at=t.created_at, line=ibis.null().cast("int64"), step=ibis.null().cast("string"))
    steps = ibis.union(joined.select(*_COLUMNS), created.select(*_COLUMNS), distinct=False)
    order = window(steps.ticket_id, steps["at"], steps.line.fill_null(-1), steps.step)
    rows = steps.select(
        "ticket_id",
        *STATE,
        since=steps["at"].epoch_seconds(),
        until=steps["at"].lead().over(order).epoch_seconds(),
        end=steps.ended_at.epoch_seconds(),
    )
    return rows.filter(rows.until.isnull()) if current else rows


def read_sojourns(rows: pa.Table, codes: Codes) -> Sojourns:
    """The sojourns in rows of `sojourns`. codes: those known so far; a new value gets the next one.

    >>> rows = pa.table({"step": ["a", None], "source": ["x", "x"], "team": ["t", "u"], "kind": ["k", "k"],
    ...                  "since": [0, 60], "until": [60, None], "end": [90, None]})
    >>> found = read_sojourns(rows, {})
    >>> found.state.tolist(), found.until.tolist()
    ([[0, 0, 0, 0], [1, 0, 1, 0]], [60.0, inf])
    """
    state = [_coded(rows[name].to_pylist(), codes.setdefault(name, {})) for name in STATE]
    moments = [
        np.nan_to_num(rows[name].cast(pa.float64()).to_numpy(zero_copy_only=False), nan=np.inf)
        for name in ("since", "until", "end")
    ]
    return Sojourns(np.stack(state, axis=1), *moments)


def _coded(values: list[str | None], codes: dict[str | None, int]) -> Ints:
    return np.array([codes.setdefault(value, len(codes)) for value in values], dtype=np.int64)
