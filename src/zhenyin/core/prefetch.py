"""Work done ahead of whoever takes it, on some threads, in order: for what spends its time outside of Python."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


def ahead(make: Callable[[Given], Made], given: Iterable[Given], workers: int) -> Iterator[Made]:
    """What `make` makes of each, in the order given; at most one more than `workers` are under way or waiting.

    What one raises is raised when its turn comes. Whoever stops taking stops the rest.

    >>> list(ahead(lambda x: x * x, [1, 2, 3], 2))
    [1, 4, 9]
    """
    waiting: deque[Future[Made]] = deque()
    with ThreadPoolExecutor(workers, "ahead") as pool:
        try:
            for one in given:
                waiting.append(pool.submit(make, one))
                if len(waiting) > workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for left in waiting:
                left.cancel()
