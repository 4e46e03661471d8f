"""What steps are called, and in which order they come."""

import pytest

from zhenyin.process.step_names import by_activity, by_team, is_more_specific


def row(activity: str | None, step: str | None = None, n: int = 1) -> dict[str, object]:
    return {"activity": activity, "step": step, "n": n}


def test_names_come_in_the_order_of_a_tickets_life() -> None:
    names = by_activity([row("rated"), row("resolved"), row("reported"), row(None)], source_words=False)
    assert names.names == ("reported", "resolved", "rated")
    assert names.title("rated").zh == "评价"


def test_a_word_of_the_source_is_the_activity_that_it_most_often_is() -> None:
    rows = [row("resolved", "Done", 2), row("closed", "Done", 5), row("replied", "Call", 1), row("reported", None)]
    names = by_activity(rows, source_words=True)
    assert names.names == ("reported", "Call", "Done")
    assert names.activity["Done"] == "closed"
    assert (names.after_resolution("Done"), names.after_resolution("Call")) == (True, False)
    assert names.title("Done").en == "Done"


@pytest.mark.parametrize(
    ("rows", "specific"),
    [
        ([row("replied", "Call"), row("replied", "Mail")], True),
        ([row("replied", "Call"), row("resolved", "Done")], False),
        ([row("replied"), row("resolved")], False),
    ],
)
def test_sources_are_more_specific_where_they_tell_one_activity_apart(rows: list, specific: bool) -> None:
    assert is_more_specific(rows) is specific


def test_a_team_resolves_nothing_by_its_name() -> None:
    names = by_team([{"team": "B"}, {"team": None}, {"team": "A"}])
    assert names.names == ("A", "B")
    assert not names.after_resolution("A")
