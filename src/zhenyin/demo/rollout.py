"""Which firmware and which app version is in use on which day."""

from dataclasses import dataclass

import numpy as np

from zhenyin.core.arrays import Floats, Ints
from zhenyin.demo.catalogue import AIRCON, LINES, LOCK, MODELS, PURIFIER, VACUUM, WASHER


@dataclass(frozen=True, slots=True)
class Release:
    """A version: shipped `weeks_ago` (Mondays before the end), reaching this share of users, e-fold time in days."""

    version: str
    weeks_ago: float
    reach: float = 0.9
    days: float = 14.0


_LONG_AGO = 999.0
STREAMS: dict[tuple[str, ...], tuple[Release, ...]] = {
    (VACUUM, LOCK): (
        Release("3.1.8", _LONG_AGO),
        Release("3.2.0", 70),
        Release("3.2.1", 35, reach=0.78, days=2.5),
        Release("3.2.3", 25, reach=0.96, days=3.0),
    ),
    (WASHER,): (Release("1.7.0", _LONG_AGO), Release("1.8.0", 61), Release("1.8.2", 17)),
    (AIRCON,): (Release("4.1.0", _LONG_AGO), Release("4.2.0", 54)),
    (PURIFIER,): (Release("2.4.0", _LONG_AGO), Release("2.5.0", 43)),
}
APPS = (
    Release("5.1.0", _LONG_AGO),
    Release("5.2.0", 66),
    Release("5.3.0", 31),
    Release("5.4.0", 6, reach=0.62, days=6.0),
)
FIRMWARES = tuple(STREAMS.values())
STREAM_OF_LINE = tuple(next(i for i, lines in enumerate(STREAMS) if line in lines) for line in LINES)
STREAM_OF_MODEL = np.array([STREAM_OF_LINE[LINES.index(model.line)] for model in MODELS])


def shares(releases: tuple[Release, ...], last_monday: int, days: int) -> Floats:
    """[days, versions]: the share of users on each version; rows sum to 1."""
    today = np.arange(days)
    share = np.zeros((days, len(releases)))
    share[:, 0] = 1.0
    for code, release in enumerate(releases[1:], start=1):
        age = today - (last_monday - 7 * release.weeks_ago)
        adopted = np.where(age >= 0, release.reach * (1 - np.exp(-(age + 1) / release.days)), 0.0)
        share *= 1 - adopted[:, None]
        share[:, code] = adopted
    return share


def firmware_name(model: Ints, version: Ints) -> list[str]:
    """The version names of devices of these models."""
    return [FIRMWARES[s][v].version for s, v in zip(STREAM_OF_MODEL[model].tolist(), version.tolist(), strict=True)]
