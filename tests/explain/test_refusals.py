"""What cannot be explained is refused with what to do instead: tests/cases/explain/refusals.csv."""

import pytest
from tests.explain import cases

from fixtures_facts import put
from zhenyin.core.errors import Refusal
from zhenyin.explain.models import COMPARES, ExplainCompare
from zhenyin.explain.service import explain
from zhenyin.job.workspace import Workspace
from zhenyin.question.filters import Filter

REFUSALS = cases.read("refusals.csv")


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda row: f"{row['code']} {row['metric']}")
def test_a_refusal_has_its_code_and_both_languages(workspace: Workspace, refusal: cases.Row) -> None:
    put(workspace.warehouse, "tickets", cases.tickets_of("count of a slice"))
    filters = [Filter.read(text) for text in refusal["where"].split(";") if text]
    compare: ExplainCompare = next(one for one in COMPARES if one == refusal["compare"])
    with pytest.raises(Refusal) as caught:
        explain(workspace, refusal["metric"], filters, cases.NOW if refusal["period"] else None, compare)
    assert caught.value.code == refusal["code"]
    assert caught.value.words.zh != caught.value.words.en
