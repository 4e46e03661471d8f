"""Rankings of like texts, and how they are put together."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from zhenyin.text import similar


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    texts = [["谢谢", "漏水"], ["谢谢", "断网"], ["谢谢"], ["谢谢"]]
    score = similar.bm25(["谢谢", "漏水"], texts)
    assert score.argmax() == 0
    assert score[1] == score[1:].min()


def test_a_word_without_weight_counts_for_nothing() -> None:
    assert similar.bm25(["谢谢"], [["谢谢"], ["漏水"]], {"漏水": 1.0}).tolist() == [0.0, 0.0]


def test_nothing_to_rank_is_no_error() -> None:
    assert similar.bm25(["漏水"], []).tolist() == []
    assert similar.pairs("。") == []


@given(st.lists(st.floats(0, 100), min_size=1, max_size=30))
def test_one_ranking_alone_keeps_its_order(scores: list[float]) -> None:
    given_scores = np.array(scores)
    put = similar.fused([given_scores])
    for one in range(len(scores)):
        for two in range(len(scores)):
            assert not (given_scores[one] > given_scores[two] and put[one] < put[two])
