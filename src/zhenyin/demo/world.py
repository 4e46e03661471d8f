"""The stage of one run: its dates, its installed base, its versions and its dice."""

import zlib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.demo import base, rollout
from zhenyin.demo.catalogue import MODELS

UNITS_A_TICKET = 4.2
"""Devices shipped per ticket generated: the failure rate stays the same at any size."""


@dataclass(frozen=True)
class World:
    """Everything that is settled before the first ticket. `until` itself is no longer part of the story."""

    seed: int
    until: date
    tickets: int

    @cached_property
    def start(self) -> date:
        """The first day: the first of the month, 24 months before the month of the last day."""
        last = self.until - timedelta(1)
        return date(last.year - 2, last.month, 1)

    @cached_property
    def days(self) -> int:
        return (self.until - self.start).days

    @property
    def end(self) -> int:
        """The first second that is no longer part of the story."""
        return self.days * 86_400

    @cached_property
    def dates(self) -> list[date]:
        return [self.start + timedelta(day) for day in range(self.days)]

    @cached_property
    def last_monday(self) -> int:
        """The day on which the last (mostly unfinished) week begins; the planted dates count back from it."""
        return self.days - 1 - (self.until - timedelta(1)).weekday()

    @cached_property
    def month_of_day(self) -> Ints:
        """[days]: months since the start."""
        return np.array([(d.year - self.start.year) * 12 + d.month - self.start.month for d in self.dates])

    @cached_property
    def base(self) -> base.Base:
        return base.build(int(self.tickets * UNITS_A_TICKET), self.dice("base"))

    @cached_property
    def firmware(self) -> list[Floats]:
        """Per firmware stream [days, versions]: shares of users."""
        return [rollout.shares(releases, self.last_monday, self.days) for releases in rollout.FIRMWARES]

    @cached_property
    def apps(self) -> Floats:
        """[days, app versions]: shares of users."""
        return rollout.shares(rollout.APPS, self.last_monday, self.days)

    @cached_property
    def batch_names(self) -> list[list[str]]:
        """[models][batches]: printed codes."""
        labels = [self.month(int(base.first_month(np.array(b)))).strftime("%y%m") for b in range(base.BATCHES)]
        return [[base.batch_name(m, labels[b]) for b in range(base.BATCHES)] for m in range(len(MODELS))]

    @cached_property
    def serial_start(self) -> Ints:
        return self.base.serial_start()

    def dice(self, stage: str, part: int = 0) -> np.random.Generator:
        """Random numbers of their own for each stage, so that a change in one leaves the others alone."""
        return np.random.default_rng([self.seed, zlib.crc32(stage.encode()), part])

    def monday(self, weeks_ago: float) -> int:
        """The day this many weeks before the last Monday."""
        return self.last_monday - int(7 * weeks_ago)

    def calendar(self, day: int) -> date:
        """The date of a day of the story."""
        return self.start + timedelta(int(day))

    def month(self, month: int) -> date:
        """The first day of a month of the story (negative: before it).

        >>> World(7, date(2026, 11, 23), 100).month(-1)
        datetime.date(2024, 10, 1)
        """
        whole = self.start.year * 12 + self.start.month - 1 + int(month)
        return date(whole // 12, whole % 12 + 1, 1)
