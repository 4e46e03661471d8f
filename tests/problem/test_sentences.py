"""A verdict in words: what the action changed, and the bias of the plain comparison."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from fixtures_cases import rows
from zhenyin.problem import sentences
from zhenyin.stats.effects import Effect, EffectEstimate

ROWS = rows("problem/verdict_sentences.csv")
DUE = date(2026, 5, 4)


def effect(text: str) -> Effect | None:
    """From `ratio low high`."""
    return Effect(*map(float, text.split()), p=0.01) if text else None


def estimate(row: dict[str, str]) -> EffectEstimate:
    outcome: Any = row["outcome"]
    return EffectEstimate(
        outcome,
        row["reason"],
        effect(row["effect"]),
        effect(row["naive"]),
        n=100.0,
        weeks=3,
        weeks_needed=8,
        detectable=None,
        before=None,
        seasonal=effect(row["seasonal"]),
        counterfactual=np.zeros(0),
        comparison=effect(row["comparison"]),
        trigger=effect(row["trigger"]),
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["case"])
def test_a_verdict_says_what_changed_and_why_a_plain_comparison_misleads(row: dict[str, str]) -> None:
    made = estimate(row)
    verdict = sentences.sentence(made, bool(row["compared"]), DUE)
    assert (verdict.zh, verdict.en) == (row["zh"], row["en"])
    naive = sentences.naive_sentence(made, row["direction"] == "lower")
    assert row["naive_zh"] in naive.zh
    assert row["naive_en"] in naive.en


def test_every_reason_of_an_estimate_has_words() -> None:
    assert {row["reason"] for row in ROWS} == set(sentences.REASONS)
