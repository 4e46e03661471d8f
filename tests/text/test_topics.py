"""Topics of made-up complaints: what is said decides, not how politely."""

from itertools import product
from pathlib import Path
from random import Random

import numpy as np
import pytest
from scipy import sparse

from zhenyin.text import clusters, contexts, naming
from zhenyin.text.topics import NONE, TopicContext, TopicModel, fit, fit_placed

TEXTS = {
    "连接": ["配网一直失败", "配网提示超时", "连不上路由器", "路由器搜不到设备"],
    "漏水": ["底部漏水", "漏水泡了地板", "进水管渗水", "地板被渗水泡坏"],
    "电池": ["充不进电", "电池不耐用", "充电灯不亮", "电池掉电特别快"],
}
POLITE = ["你好", "请问一下", "麻烦了", "谢谢", "请尽快处理", "辛苦了", "气死了", "等你们电话"]


def complaints(number: int = 1_200, seed: int = 1) -> tuple[list[str], list[str]]:
    chance = Random(seed)
    truth = [chance.choice(list(TEXTS)) for _ in range(number)]
    texts = ["，".join([chance.choice(POLITE), chance.choice(TEXTS[t]), *chance.sample(POLITE, 2)]) for t in truth]
    return texts, truth


@pytest.fixture(scope="module")
def model() -> TopicModel:
    return fit(complaints()[0], number=12)


def test_a_topic_holds_one_thing_whatever_is_said_around_it(model: TopicModel) -> None:
    texts, truth = complaints(seed=2)
    topic = model.assign(texts)
    for one in set(topic.tolist()) - {NONE}:
        about = [truth[row] for row in np.flatnonzero(topic == one)]
        assert max(about.count(t) for t in TEXTS) >= 0.95 * len(about)
    assert (topic == NONE).mean() < 0.02


def test_courtesy_weighs_less_than_any_symptom(model: TopicModel) -> None:
    weight = dict(zip(model.vocabulary.words, model.weights.tolist(), strict=True))
    assert max(weight["谢谢"], weight["请问"], weight["辛苦"]) < min(weight["路由器"], weight["漏水"], weight["电池"])


def test_nothing_but_courtesy_is_of_no_topic(model: TopicModel) -> None:
    assert model.assign(["", None, "！！！", "从未见过之语"]).tolist() == [NONE] * 4


def test_the_same_texts_give_the_same_topics(model: TopicModel) -> None:
    again = fit(complaints()[0], number=12)
    assert np.array_equal(again.centres, model.centres)
    assert np.array_equal(again.topic, model.topic)


def test_texts_lie_where_the_model_places_them() -> None:
    texts, _ = complaints()
    model, placed = fit_placed(texts)
    assert np.allclose(placed, model.placed(model.words(texts)), atol=1e-6)


def test_a_model_that_was_kept_assigns_as_before(model: TopicModel, tmp_path: Path) -> None:
    model.save(tmp_path / "topics.npz")
    texts = complaints(seed=3)[0]
    assert np.array_equal(TopicModel.load(tmp_path / "topics.npz").assign(texts), model.assign(texts))


def test_names_are_the_words_of_the_customers(model: TopicModel) -> None:
    texts, truth = complaints()
    topic = model.assign(texts)
    runs = [model.segmenter.runs(text) for text in texts]
    for one, name in enumerate(naming.names(runs, topic, 12, frozenset())):
        about = {truth[row] for row in np.flatnonzero(topic == one)}
        head = name.text.split("、")[0]
        assert any(head in phrase for t in about for phrase in TEXTS[t]), name.text


def test_names_differ_and_never_hold_a_product() -> None:
    runs = [[["X20", "配网", "失败"]]] * 30 + [[["X20", "配网", "超时"]]] * 30
    topic = np.repeat([0, 1], 30)
    one, two = naming.names(runs, topic, 2, frozenset({"x20"}))
    assert one.text != two.text
    assert not any("X20" in phrase for name in (one, two) for phrase, _, _ in name.phrases)


def test_answers_bring_together_what_is_said_in_different_words() -> None:
    """咔咔响 and 金属摩擦声 share no word; that both were solved by a new bearing tells that they are one thing."""
    phrases = {
        "轴承磨损": ["咔咔响", "金属摩擦声"],
        "门封老化": ["往外渗水", "底下湿了"],
        "电芯老化": ["充不满", "掉电快"],
    }
    chance = Random(4)
    texts, answers = [], []
    for answer, phrase in product(phrases, (0, 1)):
        for _ in range(150):
            texts.append("，".join([*chance.sample(POLITE, 2), phrases[answer][phrase]]))
            answers.append(f"经检测为{answer}")
    model = fit(texts, TopicContext(answers=answers), number=3)
    found = model.assign([p for pair in phrases.values() for p in pair]).reshape(3, 2)
    assert (found[:, 0] == found[:, 1]).all()
    assert len(set(found[:, 0].tolist())) == 3


def test_too_little_text_is_refused() -> None:
    with pytest.raises(ValueError, match="words come in"):
        fit(["漏水", "断网"])


def test_a_word_without_company_of_its_own_tells_nothing() -> None:
    chance = np.random.default_rng(0)
    company = sparse.csr_matrix((chance.random((4_000, 30)) < 0.2).astype(np.float32))
    unstructured = sparse.csr_matrix((chance.random((4_000, 40)) < 0.2).astype(np.float32))
    words = sparse.hstack([company[:, :1], unstructured])
    length = contexts.divergence((words.T @ company).tocsr())
    assert length[1:].max() < 0.1 * length[0]
    assert np.median(length[1:]) < 0.002


def test_clusters_find_what_lies_apart() -> None:
    chance = np.random.default_rng(0)
    truth = np.repeat(np.arange(4), 50)
    vectors = contexts.unit(np.eye(6, dtype=np.float32)[truth] + 0.1 * chance.standard_normal((200, 6))).astype(
        np.float32
    )
    centres = clusters.centres(vectors, 4)
    where, likeness = clusters.nearest(vectors, centres)
    assert len(set(zip(truth.tolist(), where.tolist(), strict=True))) == 4
    assert likeness.min() > 0.8
    assert len(clusters.centres(np.ones((9, 1), np.float32), 4)) == 1


def test_clusters_equally_far_apart_are_put_together_by_what_else_is_known_of_them() -> None:
    belongs = np.repeat(np.arange(6), 100)
    team = sparse.csr_matrix(np.eye(3, dtype=np.float32)[belongs % 3])
    aside = clusters.shares(team, belongs, 6)
    units = np.eye(6, dtype=np.float32)
    assert clusters.joined(units, 3, texts=np.full(6, 100), side_information=aside).tolist() == [0, 1, 2, 0, 1, 2]
    assert clusters.joined(units, 3).tolist() != [0, 1, 2, 0, 1, 2]


def test_shares_of_values_do_not_hang_on_how_many_texts_they_were_read_from() -> None:
    belongs = np.repeat([0, 1], [2_000, 200])
    values = sparse.csr_matrix(np.eye(2, dtype=np.float32)[np.tile([0, 0, 0, 1], 550)])
    few, many = clusters.shares(values, belongs, 2)
    assert np.allclose(few, many)
    assert np.allclose(few**2, [0.75, 0.25])


def test_a_name_says_a_phrase_of_each_half_of_a_topic() -> None:
    outlier, strange = [[["声音", "很大"]]] * 20 + [[["吵死", "人"]]] * 16, [[["咔咔", "响"]]] * 14
    runs = [*outlier, *strange, *[[["漏水"]]] * 50]
    topic, half = np.repeat([0, 1], 50), np.repeat([0, 1, 0], [36, 14, 50])
    assert naming.names(runs, topic, 2, frozenset())[0].text == "声音很大、吵死人"
    assert naming.names(runs, topic, 2, frozenset(), half)[0].text == "声音很大、咔咔响"


def test_the_halves_of_a_topic_lie_apart_and_a_topic_of_one_cluster_has_one(model: TopicModel) -> None:
    everything = model.with_topics(np.zeros_like(model.topic))
    small = np.arange(len(model.centres))
    assert set(everything.halves(small).tolist()) == {0, 1}
    assert set(model.with_topics(small).halves(small).tolist()) == {0}
    assert everything.halves(np.array([NONE])).tolist() == [0]
