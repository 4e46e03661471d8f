"""What explanations say, word for word: tests/cases/explain/sentences.csv; and what their answers hold."""

from collections.abc import Callable
from datetime import date
from math import inf

import numpy as np
import pytest
from tests.explain import cases

from zhenyin.core.words import Words
from zhenyin.explain import presentation, sentences
from zhenyin.explain.models import Explanation, Method, MixContributor, MixRate, Suspect
from zhenyin.stats.attribution import AttributionNode
from zhenyin.stats.mixrate import split

TEXT = Words("句子。", "Sentence.")


Figures = list[float]
MAKERS: dict[str, Callable[[str, dict[str, str], Figures], Words]] = {
    "count": lambda _, where, figures: sentences.count_suspect(where, *figures),
    "outside": lambda _, __, figures: sentences.count_summary(*figures, outside=True),
    "nothing": lambda _, __, figures: sentences.count_summary(*figures, outside=False),
    "mean": lambda _, where, figures: sentences.mean_suspect(where, *figures),
    "quantile": lambda metric, where, figures: sentences.quantile_suspect(metric, where, *figures),
    "quantile nothing": lambda metric, _, figures: sentences.quantile_summary(metric, *figures),
    "driver": lambda metric, where, figures: sentences.driver_suspect(
        metric, where, *figures[:3], (figures[3], figures[4])
    ),
    "drivers nothing": lambda metric, _, __: sentences.drivers_summary(metric),
    "subgroup": lambda _, where, figures: sentences.subgroup(where, round(figures[0]), *figures[1:]),
}


def _words_of(row: cases.Row) -> Words:
    """The sentence of a row, from its figures in the order of its function's arguments."""
    where = dict(part.split("=") for part in row["where"].split(";") if part)
    return MAKERS[row["kind"]](row["metric"], where, [float(text) for text in row["figures"].split()])


@pytest.mark.parametrize("row", cases.read("sentences.csv"), ids=lambda row: f"{row['kind']} {row['figures']}")
def test_a_sentence_gives_its_figures_in_both_languages(row: cases.Row) -> None:
    assert _words_of(row) == Words(row["zh"], row["en"])


@pytest.mark.parametrize(
    ("own", "other", "en"),
    [
        (
            ([10, 90], [10, 30]),
            ([30, 20], [30, 10]),
            "Differs by +1.2: 60% through the mix (Fault), 40% on like tickets.",
        ),
        (([10, 30], [10, 10]), ([10, 30], [10, 10]), "The two groups do not differ."),
        (
            ([10, 360], [10, 90]),
            ([108, 44], [90, 10]),
            "Differs by +2.2 over all, but the other way on like tickets (-0.3): the mix of tickets makes it look so.",
        ),
    ],
)
def test_a_mean_is_told_by_its_mix_and_its_rate(
    own: tuple[list[float], list[float]], other: tuple[list[float], list[float]], en: str
) -> None:
    parts = split(*(np.array(side, float) for side in (*own, *other)))
    assert sentences.mix_rate(("fault",), parts).en == en


def _suspect(where: dict[str, str], observed: float, expected: float, **more: object) -> Suspect:
    ratio = observed / expected if expected else inf
    given = {"share": 0.5, "ratio": ratio, "low": ratio / 2, "high": ratio * 2, "p": 0.001, "sentence": TEXT}
    return Suspect(where, observed, expected, **(given | more))  # type: ignore[arg-type]


def _explanation(*suspects: Suspect, metric: str = "ticket_count", **more: object) -> Explanation:
    given = {"metric": metric, "where": {"fault": ["漏水"]}, "observed": 100.0, "expected": 60.0}
    return Explanation(**(given | {"suspects": suspects, "outside": False, "sentence": TEXT} | more))  # type: ignore[arg-type]


def test_the_steps_of_a_count_add_up_and_leave_out_what_may_be_counted_twice() -> None:
    found = _explanation(
        _suspect({"model": "A"}, 40, 20), _suspect({"model": "A", "city": "X"}, 20, 5), _suspect({"model": "B"}, 15, 5)
    )
    chart = presentation.chart_of(found)
    assert chart is not None
    assert (chart.kind, chart.x) == ("waterfall", ["start", "A", "B", "rest", "end"])
    assert chart.series[0].values == [60.0, 20.0, 10.0, 10.0, 100.0]


@pytest.mark.parametrize(
    "found",
    [_explanation(), _explanation(_suspect({"model": "A"}, 30, 10), metric="resolution_hours_p90")],
    ids=["no suspects", "quantiles do not add up"],
)
def test_nothing_is_drawn_where_no_steps_add_up(found: Explanation) -> None:
    assert presentation.chart_of(found) is None


@pytest.mark.parametrize("whole", [None, AttributionNode(None, 5.0, 5.0)])
def test_there_is_no_tree_where_no_level_distinguishes_anything(whole: AttributionNode | None) -> None:
    assert presentation.attribution_tree(_explanation(attribution=whole)) is None


def test_a_tree_names_its_parts_by_their_values() -> None:
    whole = AttributionNode(None, 9.0, 3.0, (AttributionNode((0, 1), 7.0, 2.0), AttributionNode((0, None), 2.0, 1.0)))
    chart = presentation.attribution_tree(_explanation(attribution=whole, dims=("model",), values=[["", "A"]]))
    assert chart is not None
    assert (chart.x, chart.series[0].values) == (["", "\nA", "\nrest"], [6.0, 5.0, 1.0])


def test_an_answer_is_json_without_infinite_numbers() -> None:
    new = _suspect({"version": "2"}, 12, 0, low=1.0, since=date(2026, 3, 2), ambiguous_with=({"batch": "B1"},))
    view = presentation.present_explanation(_explanation(new, method=Method("scan", "one_dimension")))
    data = view.model_dump(mode="json")
    (suspect,) = data["suspects"]
    assert (suspect["ratio"], suspect["interval"]) == (None, {"low": 1.0, "high": None, "level": 0.95})
    assert (suspect["where"], suspect["ambiguous_with"]) == ({"version": ["2"]}, [{"batch": ["B1"]}])
    assert suspect["since"] == "2026-03-02"
    assert data["method"]["title"]["en"] == "Likelihood-ratio scan"
    assert (data["mix_rate"], data["simpson_reversal"], data["tree"]) == (None, False, None)


def test_a_mean_is_drawn_as_mix_and_rate_with_its_contributors() -> None:
    parts = split(*(np.array(side, float) for side in ([10, 360], [10, 90], [108, 44], [90, 10])))
    found = MixRate(("fault",), parts, np.zeros(2), (MixContributor("fault", "难修", 1.5),))
    view = presentation.present_explanation(_explanation(metric="resolution_hours", mix_rate=found))
    assert view.chart == view.mix_rate
    assert view.simpson_reversal
    assert view.mix_rate is not None
    assert [(cell.x, cell.y, cell.value) for cell in view.mix_rate.cells] == [("fault", "难修", 1.5)]
    difference, mix, rate = view.mix_rate.series[0].values
    assert difference == pytest.approx((mix or 0) + (rate or 0))
