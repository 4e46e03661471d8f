"""Work done ahead keeps its order, raises in its turn, and stops with whoever takes it."""

import threading
from collections.abc import Iterator

import pytest

from zhenyin.core.prefetch import ahead


def test_what_is_slow_first_still_comes_first() -> None:
    second_done = threading.Event()

    def make(number: int) -> int:
        if number == 0:
            assert second_done.wait(5)
        second_done.set()
        return number

    assert list(ahead(make, range(6), 2)) == list(range(6))


def test_no_more_is_taken_than_is_worked_on() -> None:
    taken: list[int] = []

    def given() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    made = ahead(abs, given(), 2)
    assert next(made) == 0
    assert len(taken) == 3
    made.close()
    assert len(taken) == 3


def test_an_error_is_raised_in_its_turn() -> None:
    made = ahead(lambda x: 1 // x, [1, 0, 1], 2)
    assert next(made) == 1
    with pytest.raises(ZeroDivisionError):
        next(made)
