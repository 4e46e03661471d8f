"""Topics as answers: response models, and what makes them, sentences and charts of the figures."""

from collections.abc import Sequence
from datetime import date, datetime

from zhenyin.charts import ChartSpec
from zhenyin.charts import topics as picture
from zhenyin.charts.topics import Bubble
from zhenyin.core.schema import Available, DateRange, Interval, Model, Unavailable
from zhenyin.core.words import Words
from zhenyin.question.period import Period
from zhenyin.stats.intervals import LEVEL
from zhenyin.stats.rate_changes import RateChange
from zhenyin.topic.models import (
    Growth,
    Landscape,
    PhraseTrend,
    Topic,
    TopicDetail,
    TopicFigures,
    TopicRun,
    TopicState,
    TopicTrend,
    Trends,
)


class PhraseResponse(Model):
    """A phrase of a topic. share: of its tickets; lift: times its share of all tickets."""

    text: str
    share: float
    lift: float


class TopicResponse(Model):
    """A topic as it is kept. by_hand: a person named it. into: the topic that it was merged into."""

    number: int
    name: str
    phrases: list[PhraseResponse]
    by_hand: bool
    state: TopicState
    into: int | None
    made_at: datetime
    by: str


class GrowthResponse(Model):
    """The last `window` weeks, from `since` on, against the baseline of the topic."""

    observed: float
    expected: float
    ratio: float | None
    interval: Interval
    window: int
    since: date


class TopicFiguresResponse(TopicResponse):
    """A topic in a period. before: tickets of the period before; None where there is none. share: of all tickets."""

    label: str
    tickets: int
    before: int | None
    share: float
    growth: GrowthResponse | None


class DistinguishingValueResponse(Model):
    """A value that is more frequent in the topic than in all tickets, `lift` times."""

    dimension: str
    title: Words
    value: str
    share: float
    lift: float


class RepresentativeResponse(Model):
    """A recent ticket that is typical of the topic."""

    ticket_id: str
    text: str
    created_at: datetime


class TopicDetailResponse(TopicFiguresResponse):
    """A topic with what distinguishes it, and tickets that represent it."""

    fields: list[DistinguishingValueResponse]
    representatives: list[RepresentativeResponse]


class LandscapeResponse(Model):
    """All topics, most tickets first. without_topic: tickets of the period that are in none."""

    topics: list[TopicFiguresResponse]
    tickets: int
    without_topic: int
    chart: ChartSpec


class RateChangeResponse(Model):
    """Tickets now and before, those expected now from before, and the ratio of rates.

    increased: significantly, among all that were tested.
    """

    tickets: float
    before: float
    expected: float
    ratio: float
    interval: Interval
    increased: bool


class TopicTrendResponse(RateChangeResponse):
    """A topic against the period before. pareto: one of the few that make up most tickets in topics."""

    number: int
    label: str
    share: float
    cumulative_share: float
    pareto: bool


class PhraseTrendResponse(RateChangeResponse):
    """A phrase that increased against the period before."""

    text: str


class TrendsResponse(Available):
    """Topics and phrases against the period before. per_unit: per unit in service; else per day."""

    period: DateRange
    before: DateRange
    per_unit: bool
    topics: list[TopicTrendResponse]
    phrases: list[PhraseTrendResponse]
    sentence: Words


class TopicRunResponse(Model):
    """The result of a run: numbers of topics, of new ones among them, and of tickets assigned."""

    topics: int
    new: int
    tickets: int


NOTHING_BEFORE = Unavailable(
    reason=Words(
        "全部时段之前没有可比的时段。请选择一个时段，如最近 4 周。",
        "All time has no time before it. Choose a period, such as the last 4 weeks.",
    )
)


def present_topic(topic: Topic) -> TopicResponse:
    """A topic as it is kept."""
    return TopicResponse(
        number=topic.number,
        name=topic.name,
        phrases=[PhraseResponse(text=text, share=share, lift=lift) for text, share, lift in topic.phrases],
        by_hand=topic.by_hand,
        state=topic.state,
        into=topic.into,
        made_at=topic.made_at,
        by=topic.by,
    )


def present_landscape(found: Landscape) -> LandscapeResponse:
    """All topics with their figures and their picture."""
    return LandscapeResponse(
        topics=[present_figures(one) for one in found.topics],
        tickets=found.tickets,
        without_topic=found.without_topic,
        chart=_picture(found),
    )


def present_figures(found: TopicFigures) -> TopicFiguresResponse:
    """A topic with its figures."""
    return TopicFiguresResponse(
        **dict(present_topic(found.topic)),
        label=found.label,
        tickets=found.tickets,
        before=found.before,
        share=found.share,
        growth=_growth(found.growth) if found.growth else None,
    )


def present_detail(found: TopicDetail) -> TopicDetailResponse:
    """A topic with what distinguishes it."""
    return TopicDetailResponse(
        **dict(present_figures(found.figures)),
        fields=[DistinguishingValueResponse.model_validate(one) for one in found.fields],
        representatives=[RepresentativeResponse.model_validate(one) for one in found.representatives],
    )


def present_trends(found: Trends) -> TrendsResponse:
    """Topics and phrases against the period before, with the finding as a sentence."""
    return TrendsResponse(
        period=_range(found.period),
        before=_range(found.before),
        per_unit=found.per_unit,
        topics=[_topic_trend(one) for one in found.topics],
        phrases=[PhraseTrendResponse(text=one.text, **dict(_change(one.change))) for one in found.phrases],
        sentence=sentence(found.topics, found.phrases),
    )


def present_run(found: TopicRun) -> TopicRunResponse:
    """A run as the result of its job."""
    return TopicRunResponse(topics=len(found.topics), new=len(found.new), tickets=found.tickets)


def sentence(topics: Sequence[TopicTrend], phrases: Sequence[PhraseTrend]) -> Words:
    """How few topics make up most tickets, and which topic (or phrase) increased most."""
    few = [one for one in topics if one.pareto and one.change.now]
    up = sorted((one for one in topics if one.change.increased), key=lambda one: one.change.expected - one.change.now)
    named = (up[0].label, up[0].change) if up else (phrases[0].text, phrases[0].change) if phrases else None
    zh = f"{len(few)} 个话题占话题工单的 {few[-1].cumulative_share:.0%}" if few else "本期没有话题工单"
    en = (
        f"{len(few)} topics make up {few[-1].cumulative_share:.0%} of tickets in topics"
        if few
        else "No tickets in topics"
    )
    if named is None:
        return Words(f"{zh}；没有明显上升的话题和说法。", f"{en}; no topic or phrase rose clearly.")
    name, change = named
    # Of what did not double, the tenths alone would read as if it might not have increased at all.
    digits = 1 if change.low >= 2 else 2
    ratio, low, high = (f"{figure:.{digits}f}" for figure in (change.ratio, change.low, change.high))
    many = Words(f"{len(up)} 个话题", f"{len(up)} topics") if up else Words("只有一些说法", "only phrases")
    return Words(
        f"{zh}；{many.zh}上升，上升最多的是“{name}”，为上期的 {ratio} 倍（{low} 至 {high}）。",
        f"{en}; {many.en} rose, most of all “{name}”, {ratio} times the time before ({low} to {high}).",
    )


def _picture(found: Landscape) -> ChartSpec:
    bubbles = [
        Bubble(one.label, x, y, one.tickets, one.growth.ratio if one.growth else None)
        for one, (x, y) in zip(found.topics, found.places, strict=False)
    ]
    return picture.build(bubbles)


def _growth(found: Growth) -> GrowthResponse:
    return GrowthResponse(
        observed=found.observed,
        expected=found.expected,
        ratio=found.ratio if found.ratio < float("inf") else None,
        interval=Interval(low=found.low, high=found.high, level=LEVEL),
        window=found.window,
        since=found.since,
    )


def _topic_trend(found: TopicTrend) -> TopicTrendResponse:
    same = ("number", "label", "share", "cumulative_share", "pareto")
    return TopicTrendResponse(**dict(_change(found.change)), **{name: getattr(found, name) for name in same})


def _change(found: RateChange) -> RateChangeResponse:
    return RateChangeResponse(
        tickets=found.now,
        before=found.before,
        expected=found.expected,
        ratio=found.ratio,
        interval=Interval(low=found.low, high=found.high, level=LEVEL),
        increased=found.increased,
    )


def _range(period: Period) -> DateRange:
    return DateRange(start=period.start, end=period.end)
