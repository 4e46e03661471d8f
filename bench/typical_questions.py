"""50 questions that people ask all day: figures of the whole and of a quarter, changes, trends, rankings, matrices."""

from datetime import date

from zhenyin.question.filters import Filter
from zhenyin.question.models import Question
from zhenyin.question.period import Period

QUARTER = Period(date(2026, 8, 1), date(2026, 11, 1))
_HEADLINES = (
    "ticket_count",
    "customer_count",
    "failure_rate",
    "complaint_rate",
    "resolution_hours",
    "resolution_hours_median",
    "satisfaction_rate",
    "reopen_rate",
    "backlog",
    "fcr_rate",
)
_CUT = ("ticket_count", "resolution_hours", "complaint_share", "failure_rate", "resolution_hours_p90")
_OUTSIDE_BEIJING = Filter("province", "not in", ("北京市",))


def typical_questions() -> list[Question]:
    """Each headline over all time and in a quarter, then six cuts of each metric of `_CUT`."""
    whole = [Question((key,)) for key in _HEADLINES]
    changes = [Question((key,), period=QUARTER, compare="previous") for key in _HEADLINES]
    return [*whole, *changes, *(question for key in _CUT for question in _cuts(key))]


def _cuts(key: str) -> list[Question]:
    return [
        Question((key,), ("province",), order="-value"),
        Question((key,), ("product",), period=QUARTER, compare="year"),
        Question((key,), grain="week", filters=(Filter.read("product=扫地机器人"),)),
        Question((key,), grain="month"),
        Question((key,), ("product", "province"), period=QUARTER),
        Question((key,), ("model",), filters=(_OUTSIDE_BEIJING,), order="-value", limit=10),
    ]
