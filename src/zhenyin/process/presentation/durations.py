"""Durations as answers give them: hours, and words for people."""

from zhenyin.core.words import Words

_HOUR, _HOURS_A_DAY = 3600, 24
_HOURS_BELOW, _DAYS_WITH_HOURS_BELOW = 48, 10
"""Below so many hours a duration is hours; below so many days it is days and hours; then days."""


def hours(seconds: float) -> float:
    return seconds / _HOUR


def hours_or_none(seconds: float | None) -> float | None:
    return None if seconds is None else seconds / _HOUR


def duration_words(hours: float) -> Words:
    """A duration as a person says it, as the pages write theirs.

    >>> duration_words(0.75).zh, duration_words(3.52).en, duration_words(52).zh, duration_words(300).en
    ('45 分钟', '3.5 h', '2 天 4 小时', '12 d')
    """
    if hours < 1:
        return Words(f"{hours * 60:.0f} 分钟", f"{hours * 60:.0f} min")
    if hours < _HOURS_BELOW:
        text = f"{hours:.1f}".removesuffix(".0")
        return Words(f"{text} 小时", f"{text} h")
    days, rest = divmod(round(hours), _HOURS_A_DAY)
    if not rest or days >= _DAYS_WITH_HOURS_BELOW:
        return Words(f"{days:,} 天", f"{days:,} d")
    return Words(f"{days} 天 {rest} 小时", f"{days} d {rest} h")
