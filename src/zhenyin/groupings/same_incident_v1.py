"""One incident, several reports: the same device or customer, nothing that speaks against it, within three days.

A false merge hides an incident, a missed one counts it twice: in doubt, reports stay apart. What comes after the
earlier report was solved is never a duplicate but a repeat.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from zhenyin.core.words import Words
from zhenyin.groupings import Duplicate, Grouping, Report

HOURS = 72.0
_ALIKE = 0.45
"""Share of the shorter text's pairs of letters that the longer has, from which texts tell the same."""
_LEAST_PAIRS = 4
_NEXT = 20
"""A report is compared with this many later ones of its device or customer at most: a dealer may have thousands."""


def group(reports: Sequence[Report]) -> list[Duplicate]:
    """Which reports repeat an earlier one, in order of time.

    >>> from datetime import datetime
    >>> one = Report("a", datetime(2026, 3, 1, 9), None, "D1", None, "W10", "漏水", "机身漏水", "底下漏水")
    >>> two = Report("b", datetime(2026, 3, 1, 21), None, "D1", None, "W10", "漏水", "机身漏水", "漏了一地")
    >>> [(d.ticket_id, d.duplicate_of, d.why.en) for d in group([two, one])]
    [('b', 'a', 'Same device, same fault 机身漏水, 12 hours later.')]
    """
    ordered = sorted(reports, key=lambda report: (report.created_at, report.ticket_id))
    first: dict[str, str] = {}
    found: dict[str, Duplicate] = {}
    for earlier, later in _pairs(ordered):
        why = _why(earlier, later)
        if why is not None and later.ticket_id not in found:
            root = first.get(earlier.ticket_id, earlier.ticket_id)
            first[later.ticket_id] = root
            found[later.ticket_id] = Duplicate(later.ticket_id, root, why)
    return list(found.values())


def _pairs(ordered: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    """Pairs of reports that share a device or a customer and lie close together; the earlier report first."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, report in enumerate(ordered):
        if report.device_id:
            blocks["device", report.device_id].append(place)
        if report.customer_id:
            blocks["customer", report.customer_id].append(place)
    near = {pair for places in blocks.values() for pair in _near(ordered, places)}
    for one, two in sorted(near):
        yield ordered[one], ordered[two]


def _near(ordered: Sequence[Report], places: list[int]) -> Iterator[tuple[int, int]]:
    for i, one in enumerate(places):
        last = ordered[one].created_at + timedelta(hours=HOURS)
        for two in places[i + 1 : i + 1 + _NEXT]:
            if ordered[two].created_at > last:
                break
            yield one, two


def _why(earlier: Report, later: Report) -> Words | None:
    """The reason why both report one incident; None when something speaks against it, or too little for it."""
    if _differ(earlier.device_id, later.device_id) or _differ(earlier.model, later.model):
        return None
    if _differ(earlier.fault, later.fault) or _differ(earlier.category, later.category):
        return None
    if not _same_device(earlier, later) and _source(earlier) == _source(later):
        # One system tells a customer's requests apart by its own numbers; between systems nothing does.
        return None
    if earlier.resolved_at is not None and later.created_at > earlier.resolved_at:
        return None
    if earlier.fault and later.fault:
        reason = Words(f"同为“{later.fault}”", f"same fault {later.fault}")
    elif (share := alike(earlier.text, later.text)) >= _ALIKE:
        reason = Words(f"描述相似（{share:.0%}）", f"similar text ({share:.0%})")
    else:
        return None
    who = Words("同一设备", "Same device") if _same_device(earlier, later) else Words("同一客户", "Same customer")
    hours = round((later.created_at - earlier.created_at).total_seconds() / 3600)
    return Words(f"{who.zh}，{reason.zh}，相隔 {hours} 小时。", f"{who.en}, {reason.en}, {hours} hours later.")


def _same_device(one: Report, two: Report) -> bool:
    return bool(one.device_id) and one.device_id == two.device_id


def _source(report: Report) -> str:
    return report.ticket_id.partition(":")[0]


def _differ(one: str | None, two: str | None) -> bool:
    return bool(one) and bool(two) and one != two


def alike(one: str | None, two: str | None) -> float:
    """Overlap of the pairs of letters of two texts, 0 to 1, against the shorter; 0 where a text is too short to tell.

    Source: overlap coefficient, M. K. Vijaymeena and K. Kavitha, Machine Learning and Applications 3 (2016).

    >>> round(alike("洗衣机底下漏水", "我家洗衣机底下漏水了"), 2), alike("漏水", "漏水")
    (1.0, 0.0)
    """
    pairs = [_letter_pairs(text) for text in (one, two)]
    shorter = min(len(side) for side in pairs)
    return len(pairs[0] & pairs[1]) / shorter if shorter >= _LEAST_PAIRS else 0.0


def _letter_pairs(text: str | None) -> set[str]:
    letters = "".join(letter for letter in (text or "").lower() if letter.isalnum())
    return {letters[i : i + 2] for i in range(len(letters) - 1)}


GROUPING = Grouping(
    title=Words("同一事件（第一版）", "Same incident (first version)"),
    about=Words(
        "同一设备在 72 小时内、前一次尚未解决时再次报告，或同一客户经另一来源再次报告，"
        "故障相同，或故障未知而描述相似，视为同一事件。",
        "Reports of the same device, or of the same customer through another source, within 72 hours and before the "
        "earlier one was solved, with the same fault, or with an unknown one and a similar text, are one incident.",
    ),
    hours=HOURS,
    run=group,
)
