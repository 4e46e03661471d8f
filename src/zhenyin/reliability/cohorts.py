"""Units that were shipped in the same month, and the months in which they first failed."""

from dataclasses import dataclass, field

import numpy as np

from zhenyin.core.arrays import Floats, Ints


@dataclass(frozen=True, slots=True)
class Cohorts:
    """Units by the month they were shipped in. All months are indices on one calendar of `months` months.

    shipped: float [cohorts], units. month: int [cohorts], when they were shipped. failed: float [cohorts, months], units
    whose first failure came in that month. seen: float [months], the share of a month's failures that is reported by now: 1
    but for the last months. share: float [cohorts, months], the part of each cohort that belongs to the group, as only some
    units have a firmware version at some time; None where the group has whole cohorts. own: float [cohorts, months], the
    failures of that part; None where the group has whole cohorts.
    """

    shipped: Floats
    month: Ints
    failed: Floats = field(repr=False)
    seen: Floats = field(repr=False)
    share: Floats | None = field(default=None, repr=False)
    own: Floats | None = field(default=None, repr=False)

    @property
    def months(self) -> int:
        """Months of the calendar."""
        return int(self.failed.shape[1])

    def units(self) -> float:
        """Units in the field by now, failed or not."""
        return float((self.shipped if self.share is None else self.shipped * self.share[:, -1]).sum())

    def age(self) -> Ints:
        """int [cohorts, months]: whole months since the month of shipping, negative before it."""
        ages: Ints = np.arange(self.months)[None, :] - self.month[:, None]
        return ages

    def surviving(self) -> Floats:
        """float [cohorts, months + 1]: units that had not failed when a month began; the last is after all months."""
        gone = np.concatenate([np.zeros((len(self.shipped), 1)), np.cumsum(self.failed, axis=1)], axis=1)
        left = np.maximum(self.shipped[:, None] - gone, 0.0)
        born = np.arange(self.months + 1)[None, :] >= self.month[:, None]
        surviving: Floats = np.where(born, left, 0.0)
        return surviving

    def at_risk(self) -> Floats:
        """float [cohorts, months]: units that could have failed in a month, of which the failure would be known."""
        risk: Floats = self.surviving()[:, :-1] * self.seen[None, :]
        return risk if self.share is None else risk * self.share

    def until(self, months: int) -> "Cohorts":
        """The cohorts as they were after the first `months` months, without those shipped later."""
        born = self.month < months
        parts = [None if part is None else part[born, :months] for part in (self.share, self.own)]
        return Cohorts(self.shipped[born], self.month[born], self.failed[born, :months], self.seen[:months], *parts)
