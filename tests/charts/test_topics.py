"""The landscape of topics, and Pareto."""

import numpy as np

from zhenyin.charts import CHARTS, Figures, Point, topics
from zhenyin.charts.topics import FLAT, Bubble
from zhenyin.core.words import Words


def test_no_bubble_hides_another_and_none_leaves_the_picture() -> None:
    chance = np.random.default_rng(1)
    tickets = [int(n) for n in chance.integers(1, 400, 40)]
    places = np.array(topics.layout(chance.standard_normal((40, 8)), tickets))
    assert ((places >= 0) & (places <= 1)).all()
    offsets = np.linalg.norm((places[:, None] - places[None]) * [1, FLAT], axis=2) + np.eye(40)
    reach = topics.LARGEST * np.sqrt(np.array(tickets) / max(tickets))
    assert (offsets > 0.6 * (reach[:, None] + reach[None])).all()


def test_what_is_alike_lies_near() -> None:
    centres = np.array([[0, 0], [0.1, 0], [5, 0], [5.1, 0.1], [0, 5], [0.1, 5]], dtype=float)
    places = np.array(topics.layout(centres, [1] * 6))
    distance = np.linalg.norm(places[:, None] - places[None], axis=2)
    assert distance[0, 1] < distance[0, 2]
    assert distance[2, 3] < distance[2, 4]


def test_the_title_names_what_grows_most_and_only_what_grows() -> None:
    still, grown = Bubble("漏水", 0, 0, 90, None), Bubble("续航", 1, 1, 10, 2.1)
    assert topics.build([still, grown]).title.zh == "“续航”为预期的 2.1 倍，1 个话题在增长"
    assert topics.build([grown, Bubble("闪退", 1, 0, 300, 1.5)]).title.zh == "“闪退”为预期的 1.5 倍，2 个话题在增长"
    assert topics.build([still]).title.en == "1 topics, none growing beyond chance"


def test_pareto_says_how_few_make_up_most() -> None:
    points = tuple(Point((name,), value) for name, value in (("b", 10.0), ("a", 80.0), ("c", 10.0), ("d", 0.0)))
    cuts = (("topic", Words("话题", "Topic")),)
    title, unit = Words("工单量", "Tickets"), Words("件", "tickets")
    given = Figures(
        "ticket_count", title, "tickets", unit, "lower", True, cuts, None, points, None, Words("全部", "all")
    )
    assert CHARTS["pareto"].fits is not None
    assert CHARTS["pareto"].fits(given)
    named = CHARTS["pareto"].build(given)
    assert named.x == ["a", "b", "c"]
    assert named.series[1].values == [0.8, 0.9, 1.0]
    assert named.title.zh == "3 项中的 1 项占工单量的 80%"
