"""How long will an open ticket still take? What finished tickets took that once stood where it stands now.

A stay is the time from a step of a ticket to its next one. Where a ticket stands is told by step, source, team and kind
(`state`, the most telling first), and by how long it has been there (`age`). Of all stays of that state that lasted at least
as long, what remained is known for tickets that ended, and known to be more than so much for those that have not: their
curve is that of Kaplan and Meier. Where a state has too few such stays its last part is left out, and so on.

The shares that a curve tells are then put right by how they turned out (`Calibration`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zhenyin.core.arrays import Floats, Ints

State = tuple[int, ...]

LEAST, _MOST = 30, 4_000
"""Stays that a curve is made of, at least and at most; the newest count."""
_YOUNG, _STEP = 300.0, 1.05
"""Ages below five minutes are one; above, they are told to a twentieth."""
_LEAST_KNOWN = 40
"""Outcomes without which shares are not put right."""
_PARTS, _HOUR = 4, 3600
_SHIFT = 15
"""Bits for each part of a state, four in a whole number."""


@dataclass(frozen=True, slots=True)
class Stays:
    """Stays of tickets, in seconds since 1970. until: the next step, end: when the ticket ended; inf where there is none.

    state: int64 [stays, 4], step, source, team and kind by codes from 0 on. All others are float64 [stays].
    """

    state: Ints
    since: Floats
    until: Floats
    end: Floats

    def __len__(self) -> int:
        return len(self.since)

    def at(self, keep: NDArray[Any]) -> "Stays":
        return Stays(self.state[keep], self.since[keep], self.until[keep], self.end[keep])

    def open_at(self, moment: float) -> "Stays":
        """The stays that tickets were in at a moment, one for each ticket that was open then."""
        return self.at((self.since <= moment) & (np.minimum(self.until, self.end) > moment))

    def known_at(self, moment: float) -> "Stays":
        """What was known of them at a moment."""
        seen = self.at((self.since <= moment) & (self.since < self.end))
        hidden = [np.where(values <= moment, values, np.inf) for values in (seen.until, seen.end)]
        return Stays(seen.state, seen.since, *hidden)


@dataclass(frozen=True, slots=True)
class Curve:
    """Shares of tickets that were done (`done`, rising) after so many more seconds (`after`)."""

    after: Floats
    done: Floats

    def share(self, seconds: Floats) -> Floats:
        """Of tickets that stood there, how many were done after so many seconds."""
        place = np.searchsorted(self.after, seconds, side="right")
        return np.concatenate(([0.0], self.done))[place]

    def seconds(self, share: float) -> float:
        """After how many seconds a share was done; inf where that is not known."""
        place = int(np.searchsorted(self.done, share - 1e-12))
        return float(self.after[place]) if place < len(self.after) else np.inf


@dataclass(frozen=True)
class Past:
    """What is known at a `moment` of stays; tells the curve of any state and age. stays: as of `Stays.known_at`."""

    stays: Stays
    moment: float
    _curves: dict[tuple[int, int, int], Curve] = field(default_factory=dict, repr=False)

    def curve(self, state: State, age: float) -> Curve:
        """Of the stays of a state that lasted at least `age` seconds, how long their tickets still took."""
        return self.basis(state, age).curve

    def basis(self, state: State, age: float) -> "Basis":
        """The same, with what it is made of."""
        grown = max(int(np.log(max(age, _YOUNG) / _YOUNG) / np.log(_STEP)), 0)
        lasted = _YOUNG * _STEP**grown if age >= _YOUNG else 0.0
        for depth in range(_PARTS, -1, -1):
            key = (depth, _packed(state, depth), grown if lasted else -1)
            if key not in self._curves:
                rows = self._groups[depth].get(key[1], _NOBODY)
                rows = rows[self._length[rows] > lasted][-_MOST:]
                self._curves[key] = self._made(rows, lasted)
            if len(self._curves[key].after) >= (LEAST if depth else 0):
                break
        return Basis(depth, lasted, self._curves[key])

    def _made(self, rows: Ints, lasted: float) -> Curve:
        ended = np.isfinite(self.stays.end[rows])
        took = np.minimum(self.stays.end[rows], self.moment) - self.stays.since[rows] - lasted
        return kaplan_meier(took, ended)

    @cached_property
    def _length(self) -> Floats:
        until = np.minimum(np.minimum(self.stays.until, self.stays.end), self.moment)
        return np.asarray(until - self.stays.since, dtype=np.float64)

    @cached_property
    def _groups(self) -> list[dict[int, Ints]]:
        """By depth and packed state, the rows, the oldest first."""
        order = np.argsort(self.stays.since, kind="stable")
        return [_by_key(_packed_all(self.stays.state[order], depth), order) for depth in range(_PARTS + 1)]


@dataclass(frozen=True, slots=True)
class Basis:
    """A curve, and the stays that it is made of: they share so many parts of a state, and lasted at least so many seconds."""

    shared: int
    lasted: float
    curve: Curve


def kaplan_meier(took: Floats, ended: NDArray[np.bool_]) -> Curve:
    """The curve of times that are known (`ended`), or known to be more than so much.

    Source: E. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, JASA 53 (1958).

    >>> curve = kaplan_meier(np.array([1.0, 2.0, 3.0, 4.0]), np.array([True, False, True, True]))
    >>> curve.after.tolist(), curve.done.tolist()
    ([1.0, 3.0, 4.0], [0.25, 0.625, 1.0])
    """
    order = np.lexsort((~ended, took))
    at_risk = np.arange(len(took), 0, -1)
    left = np.cumprod(1 - ended[order] / at_risk)
    known = ended[order]
    return Curve(took[order][known], np.asarray(1 - left[known], dtype=np.float64))


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The shares that curves told of what tickets really took; of those still open (not `known`), of what they took so far."""

    told: Floats
    known: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.told)

    @classmethod
    def of(cls, parts: Sequence["Outcomes"]) -> "Outcomes":
        return cls(np.concatenate([part.told for part in parts]), np.concatenate([part.known for part in parts]))


@dataclass(frozen=True, slots=True)
class Calibration:
    """How shares that curves told turned out. turned: after which share told how many were done; None for too few.

    Source: V. Chernozhukov, K. Wüthrich and Y. Zhu, Distributional conformal prediction, PNAS 118 (2021); what is not known
    yet is censored here too.
    """

    turned: Curve | None

    @classmethod
    def by(cls, seen: Outcomes) -> "Calibration":
        return cls(kaplan_meier(seen.told, seen.known) if seen.known.sum() >= _LEAST_KNOWN else None)

    def level(self, share: float) -> float:
        """The share that a curve must tell for `share` of tickets to be done by then."""
        return share if self.turned is None else min(self.turned.seconds(share), 1.0)

    def truly(self, told: Floats) -> Floats:
        """Of tickets of which curves told so much, how many were really done by then."""
        return told if self.turned is None else self.turned.share(told)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is to be expected of tickets, float64 [tickets] each: seconds that remain; inf where that is not known.

    low and high are the ends of an interval, mid is as likely passed as not.
    """

    low: Floats
    mid: Floats
    high: Floats

    def hours(self) -> list[dict[str, float | None]]:
        """Of each ticket low, mid and high in hours; None where that is not known.

        >>> Outlook(np.array([1800.0]), np.array([7200.0]), np.array([np.inf])).hours()
        [{'low': 0.5, 'mid': 2.0, 'high': None}]
        """
        ends = np.stack([self.low, self.mid, self.high], axis=1) / _HOUR
        told = [[end if np.isfinite(end) else None for end in row] for row in ends.tolist()]
        return [dict(zip(self.__slots__, row, strict=True)) for row in told]


def outcomes(past: Past, stays: Stays, moment: float, until: float) -> Outcomes:
    """How outlooks of tickets that stood somewhere at a moment turned out, as far as is known at another (`until`)."""
    known = stays.end <= until
    told = _told(past, stays, moment, np.minimum(stays.end, until))
    return Outcomes(told, known)


def outlook(past: Past, stays: Stays, moment: float, right: Calibration, covers: float) -> Outlook:
    """What remains of tickets that stand somewhere now. covers: the share of tickets that the interval should hold."""
    levels = [right.level(share) for share in ((1 - covers) / 2, 0.5, (1 + covers) / 2)]
    ends = np.array([[curve.seconds(level) for level in levels] for curve in _curves(past, stays, moment)])
    return Outlook(*ends.reshape(-1, 3).T)


def late(past: Past, stays: Stays, moment: float, right: Calibration, limit: Floats) -> Floats:
    """How likely tickets are to be still open at their limit. limit: float64 [tickets], seconds since 1970, inf for none."""
    return 1 - right.truly(_told(past, stays, moment, limit))


def _told(past: Past, stays: Stays, moment: float, by: Floats) -> Floats:
    """The shares of tickets like each that were done by then."""
    each = zip(_curves(past, stays, moment), by - moment, strict=True)
    return np.array([curve.share(np.array([left]))[0] for curve, left in each], dtype=np.float64)


def _curves(past: Past, stays: Stays, moment: float) -> list[Curve]:
    ages = moment - stays.since
    rows = zip(stays.state.tolist(), ages.tolist(), strict=True)
    return [past.curve(tuple(state), age) for state, age in rows]


_NOBODY: Ints = np.zeros(0, dtype=np.int64)


def _packed(state: State, depth: int) -> int:
    return sum(part << (_SHIFT * place) for place, part in enumerate(state[:depth]))


def _packed_all(states: Ints, depth: int) -> Ints:
    packed = np.zeros(len(states), dtype=np.int64)
    for place in range(depth):
        packed += states[:, place] << (_SHIFT * place)
    return packed


def _by_key(keys: Ints, rows: Ints) -> dict[int, Ints]:
    """Rows by key, in the order in which they come."""
    if not len(rows):
        return {}
    order = np.argsort(keys, kind="stable")
    values, starts = np.unique(keys[order], return_index=True)
    return dict(zip(values.tolist(), np.split(rows[order], starts[1:]), strict=True))
