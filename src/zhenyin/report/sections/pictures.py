"""图: the trend, who stands out, and where."""

from zhenyin.core.words import Words
from zhenyin.report.blocks import Block, Note, Picture
from zhenyin.report.models import Review
from zhenyin.report.sections import Section


def build(review: Review) -> tuple[Block, ...]:
    if not review.charts:
        return (Note(Words("没有可画的数据。", "There is nothing to draw.")),)
    return tuple(Picture(chart) for chart in review.charts)


SECTION = Section(6, Words("趋势与分布", "Trends and places"), build)
