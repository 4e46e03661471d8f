"""Topics by themselves, once: as soon as there is enough text and nobody has looked for them. Later runs are asked for."""

from zhenyin.job.progress import Tell, silent
from zhenyin.job.workspace import House
from zhenyin.topic import facts, service
from zhenyin.topic.service import Found

ENOUGH = 2_000
"""Tickets with text, from which on topics are found unasked: fewer make topics that the next thousand overthrow."""
BY = "nightly"


def find_first(house: House, progress: Tell = silent) -> Found | None:
    """Find topics and assign all tickets; None when that was done before, or when there is too little text.

    A run that broke off before all tickets had theirs is brought to its end.
    Raises what a configured embedding raises when it does not answer.
    """
    if service.model(house) is not None:
        if service.unfinished(house).is_file():
            service.assign(house, progress=progress)
        return None
    if facts.with_text(house.warehouse) < ENOUGH:
        return None
    return service.find(house, progress, by=BY)
