"""The record of past sojourns, and the completion curve of any state and age that it gives.

The state of a sojourn is its step, source, team and kind (the most informative first); its age is how long the case has been
there. Of all sojourns of a state that lasted at least as long, the time that was left is recorded for cases that ended, and
censored for those that have not. Where a state has too few such sojourns its last part is left out, and so on.
"""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.process.mining.completion_curve import CompletionCurve, kaplan_meier
from zhenyin.process.mining.sojourns import STATE, Sojourns

SojournState = tuple[int, ...]
LEAST_SOJOURNS, _MOST_SOJOURNS = 30, 4_000
"""Sojourns that a curve is made of, at least and at most; the newest count."""
_FIRST_AGE, _AGE_STEP = 300.0, 1.05
"""Ages below five minutes are one; above, they are binned to a twentieth."""
_BITS = 15
"""Bits for each part of a state, four in a whole number."""


@dataclass(frozen=True, slots=True)
class Basis:
    """A curve, and the sojourns that it is made of.

    matched_parts: parts of the state that they share. least_seconds: how long they lasted at least.
    """

    matched_parts: int
    least_seconds: float
    curve: CompletionCurve


@dataclass(frozen=True)
class SojournHistory:
    """What is recorded of sojourns at a `moment` (seconds since 1970). sojourns: as of `Sojourns.as_of`."""

    sojourns: Sojourns
    moment: float
    _curves: dict[tuple[int, int, int], CompletionCurve] = field(default_factory=dict, repr=False)

    def curve(self, state: SojournState, age: float) -> CompletionCurve:
        """The time that was left in sojourns of a state that lasted at least `age` seconds."""
        return self.basis(state, age).curve

    def basis(self, state: SojournState, age: float) -> Basis:
        """The curve with the sojourns that it is made of. state: the codes of its parts. age: seconds, at least 0."""
        age_bin = max(int(np.log(max(age, _FIRST_AGE) / _FIRST_AGE) / np.log(_AGE_STEP)), 0)
        least = _FIRST_AGE * _AGE_STEP**age_bin if age >= _FIRST_AGE else 0.0
        for parts in range(len(STATE), -1, -1):
            key = (parts, _packed(state, parts), age_bin if least else -1)
            if key not in self._curves:
                rows = self._groups[parts].get(key[1], _NO_ROWS)
                rows = rows[self._durations[rows] > least][-_MOST_SOJOURNS:]
                self._curves[key] = self._curve_of(rows, least)
            if len(self._curves[key].after) >= (LEAST_SOJOURNS if parts else 0):
                break
        return Basis(parts, least, self._curves[key])

    def _curve_of(self, rows: Ints, least: float) -> CompletionCurve:
        completed = np.isfinite(self.sojourns.end[rows])
        left = np.minimum(self.sojourns.end[rows], self.moment) - self.sojourns.since[rows] - least
        return kaplan_meier(left, completed)

    @cached_property
    def _durations(self) -> Floats:
        until = np.minimum(np.minimum(self.sojourns.until, self.sojourns.end), self.moment)
        return np.asarray(until - self.sojourns.since, dtype=np.float64)

    @cached_property
    def _groups(self) -> list[dict[int, Ints]]:
        """By number of parts and packed state, the rows, the oldest first."""
        order = np.argsort(self.sojourns.since, kind="stable")
        states = self.sojourns.state[order]
        return [_by_key(_packed_all(states, parts), order) for parts in range(len(STATE) + 1)]


_NO_ROWS: Ints = np.zeros(0, dtype=np.int64)


def _packed(state: SojournState, parts: int) -> int:
    return sum(part << (_BITS * place) for place, part in enumerate(state[:parts]))


def _packed_all(states: Ints, parts: int) -> Ints:
    packed = np.zeros(len(states), dtype=np.int64)
    for place in range(parts):
        packed += states[:, place] << (_BITS * place)
    return packed


def _by_key(keys: Ints, rows: Ints) -> dict[int, Ints]:
    """Rows by key, in the order in which they come."""
    if not len(rows):
        return {}
    order = np.argsort(keys, kind="stable")
    values, starts = np.unique(keys[order], return_index=True)
    return dict(zip(values.tolist(), np.split(rows[order], starts[1:]), strict=True))
