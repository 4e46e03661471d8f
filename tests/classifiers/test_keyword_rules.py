"""The words of the taxonomy fill blanks, never overwrite, and what no word tells stays unknown."""

import pytest

from zhenyin.classifiers import CLASSIFIERS, FIELDS, Given, default_taxonomy, read_taxonomy
from zhenyin.classifiers.keyword_rules import label
from zhenyin.core.errors import Invalid


def _given(text: list[str | None], **known: list[str | None]) -> Given:
    blank: list[str | None] = [None] * len(text)
    return Given(text, **{name: known.get(name, blank) for name in FIELDS})


def _labels(text: str | None, **known: str | None) -> dict[str, str]:
    given = _given([text], **{name: [value] for name, value in known.items()})
    return {found.field: found.values[0] for found in label(given, default_taxonomy())}


@pytest.mark.parametrize(
    ("text", "category", "fault"),
    [
        ("洗衣机用了两天，底下漏水", "漏水", "机身漏水"),
        ("The hose leaks under the sink", "漏水", "接口渗水"),
        ("空调开了一晚上也不制冷", "制冷制热", "不制冷"),
        ("APP一打开就闪退，更新也没用", "APP", "闪退"),
        ("I was charged twice for the subscription", "费用", "扣费异常"),
        ("高速上刹车突然变软", "行驶", "制动异常"),
        ("ＷＩＦＩ密码没错，就是连不上网", "连接", "配网失败"),
        ("插座打火花", "安全", "冒烟起火"),
    ],
)
def test_a_fault_is_told_by_its_words(text: str, category: str, fault: str) -> None:
    labels = _labels(text)
    assert (labels["category"], labels["fault"]) == (category, fault)


@pytest.mark.parametrize("text", ["换了密封条就不漏水了，谢谢", "it does not leak any more", "the bleak weather"])
def test_a_word_that_is_negated_or_inside_another_tells_nothing(text: str) -> None:
    assert "fault" not in _labels(text) or _labels(text)["fault"] != "机身漏水"


def test_unknown_stays_unknown() -> None:
    assert _labels("早上好") == {"sentiment": "neutral"}
    assert _labels(None) == {}


def test_what_the_source_gave_is_never_overwritten() -> None:
    text = "洗衣机底下漏水"
    assert (
        set(_labels(text, category="噪音", fault="异响", kind="咨询", severity="一般", sentiment="negative")) == set()
    )


def test_a_known_category_narrows_the_faults_and_a_foreign_one_does_not() -> None:
    text = "换货以后一直漏水"
    assert _labels(text, category="退换")["fault"] == "退货退款"
    assert _labels(text, category="Category 42")["fault"] == "机身漏水"


def test_a_fault_that_was_given_tells_category_and_severity() -> None:
    labels = _labels("看图", fault="闪退")
    assert (labels["category"], labels["severity"], labels["kind"]) == ("APP", "严重", "报修")


def test_words_of_danger_raise_the_severity() -> None:
    assert _labels("边刷缠头发")["severity"] == "一般"
    assert _labels("边刷缠头发，还冒烟，差点烧伤")["severity"] == "致命"


def test_the_words_that_matched_are_kept() -> None:
    found = {labels.field: labels for labels in label(_given(["早上好", "滤芯哪里买，多少钱一个"]), default_taxonomy())}
    assert found["fault"].rows.tolist() == [1]
    assert set(found["fault"].why[0].split("、")) >= {"哪里买", "多少钱一"}


def test_mood_and_kind_are_heard() -> None:
    assert _labels("客服态度恶劣，我要投诉")["sentiment"] == "negative"
    assert _labels("修得很好，谢谢师傅")["sentiment"] == "positive"
    assert _labels("客服态度恶劣，我要投诉")["kind"] == "投诉"
    assert _labels("建议增加深色模式")["kind"] == "建议"
    assert _labels("童锁怎么取消")["kind"] == "咨询"


def test_chunks_do_not_change_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    texts: list[str | None] = ["漏水", None, "闪退", "早上好", "异响"] * 20
    whole = label(_given(texts), default_taxonomy())
    monkeypatch.setattr("zhenyin.classifiers.keyword_rules.CHUNK", 7)
    parts = label(_given(texts), default_taxonomy())
    assert [(p.field, p.rows.tolist(), p.values) for p in parts] == [
        (w.field, w.rows.tolist(), w.values) for w in whole
    ]


@pytest.mark.parametrize("key", list(CLASSIFIERS))
def test_every_classifier_has_words_and_fills_only_known_fields(key: str) -> None:
    classifier = CLASSIFIERS[key]
    assert classifier.title.zh
    assert classifier.about.en
    found = classifier.run(_given(["漏水 leak 投诉", None]), default_taxonomy())
    assert {labels.field for labels in found} <= set(FIELDS)
    assert classifier.run(_given([]), default_taxonomy()) == []


def test_the_default_taxonomy_survives_a_round_trip() -> None:
    taxonomy = default_taxonomy()
    assert read_taxonomy(taxonomy.as_dict()) == taxonomy
    assert len(taxonomy.faults) >= 50
    assert all(fault.title.zh and fault.title.en and fault.words for _, fault in taxonomy.faults)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"types": []}, "no type"),
        ({"types": [{"key": "a", "faults": [{"key": "f", "severity": "哪种", "words": ["w"]}]}]}, "哪种"),
        ({"types": [{"key": "a", "faults": []}, {"key": "a", "faults": []}]}, "twice"),
        ({"types": [{"key": "a", "faults": [{"key": "f", "severity": "一般", "words": "漏水"}]}]}, "list"),
        ({"types": [{"faults": []}]}, "key"),
    ],
)
def test_a_broken_taxonomy_is_refused_with_the_reason(change: dict[str, object], named: str) -> None:
    with pytest.raises(Invalid, match=named):
        read_taxonomy(change)
