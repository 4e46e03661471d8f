"""What the first visitor would wait for is done when the server starts: parts are imported, and SQL is written.

Nothing of an answer is kept: only the way to it is known by then.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from zhenyin.core import clock
from zhenyin.job.workspace import Workspace
from zhenyin.question import browse, service
from zhenyin.question.models import Question
from zhenyin.question.period import Period
from zhenyin.warehouse.gateway import Cancel

log = logging.getLogger("zhenyin.web")

_FIGURES = ("ticket_count", "first_response_hours_median", "sla_resolution_rate", "repeat_rate", "satisfaction_rate")
_WITH_UNITS = ("failure_rate", "complaint_rate")
_WITHOUT = ("complaint_share", "closure_rate")


@contextmanager
def warming(workspace: Workspace) -> Iterator[None]:
    """Ask what the overview asks, beside what is done in a `with` block; stopped at its end, if it is not done before.

    A thread that still asks while the process ends would take it down with it.
    """
    cancel = Cancel()
    asking = threading.Thread(target=_ask, args=(workspace, cancel), name="warm", daemon=True)
    asking.start()
    try:
        yield
    finally:
        cancel()
        asking.join()


def _ask(workspace: Workspace, cancel: Cancel) -> None:
    try:
        for question in _questions(workspace):
            if cancel.raised:
                return
            service.answer(workspace.warehouse, question, totals=True, cancel=cancel)
    except Exception as error:  # Whoever asks the same is told; nobody waits for this.
        log.info("not warmed: %s", error)


def _questions(workspace: Workspace) -> list[Question]:
    period = Period.read("last-8-weeks", clock.today(workspace.settings.zone))
    has_units = browse.recorded(workspace.warehouse).exposure
    rates = _WITH_UNITS if has_units else _WITHOUT
    return [
        Question((*_FIGURES, *rates), period=period, compare="previous"),
        Question(("ticket_count",), period=period, grain="week"),
        Question(rates[:1], ("product",), period=period, compare="previous"),
        Question(("ticket_count",), ("product", "fault"), period=period),
        Question(rates[1:], ("province",), period=period, compare="previous"),
    ]
