"""What is stated, and what is derived."""

import pytest

from zhenyin.core.errors import Invalid, NotFound
from zhenyin.process.mining.graph import Variant
from zhenyin.process.mining.naming import Naming
from zhenyin.process.mining.reference_model import Rule, derived, read

NAMING = Naming(("reported", "assigned", "replied", "resolved", "Wait?"), {})


def test_a_standard_is_read_in_titles_or_names_and_written_as_it_was_read() -> None:
    text = "提交\n派单? | Replied*\n\nresolved+ # 最后\n"
    found = read(text, NAMING)
    assert found.rules == {
        "reported": Rule(0, needed=True, again=False),
        "assigned": Rule(1, needed=False, again=False),
        "replied": Rule(1, needed=False, again=True),
        "resolved": Rule(2, needed=True, again=True),
    }
    assert found.text(NAMING) == "提交\n派单? | 回复*\n解决+"
    assert read(found.text(NAMING, "en"), NAMING) == found


def test_a_name_may_end_with_what_looks_like_a_mark() -> None:
    assert read("Wait?", NAMING).rules == {"Wait?": Rule(0, needed=True, again=False)}
    assert read("Wait??", NAMING).rules == {"Wait?": Rule(0, needed=False, again=False)}


@pytest.mark.parametrize(
    ("text", "code"),
    [("提交\n解诀", "step-unknown"), (" # nothing\n", "standard-empty"), ("提交\nreported", "standard-twice")],
)
def test_what_cannot_be_meant_is_refused(text: str, code: str) -> None:
    with pytest.raises((Invalid, NotFound), match=code):
        read(text, NAMING)


def way(steps: str, tickets: int) -> Variant:
    return Variant(tuple(steps), tickets, 0)


def test_a_derived_standard_allows_nine_tenths_of_the_tickets_and_no_more_than_it_needs() -> None:
    found = derived([way("abcd", 60), way("abbd", 20), way("ab", 12), way("xyz", 8)], 100)
    assert {name: (rule.place, rule.mark) for name, rule in found.rules.items()} == {
        "a": (0, ""), "b": (1, "+"), "c": (2, "?"), "d": (3, ""),
    }  # fmt: skip


def test_steps_in_either_order_have_one_place() -> None:
    found = derived([way("abcd", 50), way("acbd", 45)], 100)
    assert [(name, rule.place) for name, rule in found.rules.items()] == [("a", 0), ("b", 1), ("c", 1), ("d", 2)]
