"""What variants have in common."""

from zhenyin.process.mining.directly_follows_graph import Variant
from zhenyin.process.mining.reference_model import derive
from zhenyin.process.reference_model_text import mark


def variant(steps: str, tickets: int) -> Variant:
    return Variant(tuple(steps), tickets, 0)


def test_a_derived_model_allows_nine_tenths_of_the_tickets_and_no_more_than_it_needs() -> None:
    found = derive([variant("abcd", 60), variant("abbd", 20), variant("ab", 12), variant("xyz", 8)], 100)
    assert {name: (rule.place, mark(rule)) for name, rule in found.rules.items()} == {
        "a": (0, ""), "b": (1, "+"), "c": (2, "?"), "d": (3, ""),
    }  # fmt: skip


def test_steps_in_either_order_have_one_place() -> None:
    found = derive([variant("abcd", 50), variant("acbd", 45)], 100)
    assert [(name, rule.place) for name, rule in found.rules.items()] == [("a", 0), ("b", 1), ("c", 1), ("d", 2)]


def test_nothing_gives_a_model_without_rules() -> None:
    assert derive([], 0).rules == {}
