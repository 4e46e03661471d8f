"""Subgroups as an answer: slices in which some tickets are more than their part."""

from zhenyin.core.schema import Interval, Model, Slice, slice_of
from zhenyin.core.words import Words
from zhenyin.explain import sentences
from zhenyin.explain.subgroups import Subgroup


class SubgroupResponse(Model):
    """A slice, and how many of the tickets in question it has. share: of all of them.

    expected: how many its size alone gives it. ratio: tickets over expected, with its interval.
    """

    where: Slice
    tickets: int
    expected: float
    share: float
    ratio: float
    interval: Interval
    sentence: Words


def present_subgroup(subgroup: Subgroup) -> SubgroupResponse:
    return SubgroupResponse(
        where=slice_of(subgroup.where),
        tickets=subgroup.marked,
        expected=subgroup.expected,
        share=subgroup.share,
        ratio=subgroup.ratio,
        interval=Interval(low=subgroup.low, high=subgroup.high, level=0.95),
        sentence=sentence_of(subgroup),
    )


def sentence_of(subgroup: Subgroup) -> Words:
    """The subgroup in words."""
    return sentences.subgroup(subgroup.where, subgroup.marked, subgroup.expected, subgroup.share, subgroup.ratio)
