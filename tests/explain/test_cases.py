"""Every kind of explanation on a few tickets that one can count: tests/cases/explain/queries.csv and tickets.csv."""

import pytest
from tests.explain import cases

from fixtures_facts import put
from zhenyin.explain.models import COMPARES, ExplainCompare
from zhenyin.explain.service import explain
from zhenyin.job.workspace import Workspace
from zhenyin.metrics import METRICS
from zhenyin.question.filters import Filter

QUERIES = cases.read("queries.csv")


@pytest.mark.parametrize("query", QUERIES, ids=[query["case"] for query in QUERIES])
def test_a_case_is_explained_as_the_table_says(workspace: Workspace, query: cases.Row) -> None:
    kind = METRICS[query["metric"]].kind
    put(workspace.warehouse, "tickets", cases.tickets_of(query["case"], spread=kind == "quantile"))
    filters = [Filter.read(text) for text in query["where"].split(";") if text]
    compare: ExplainCompare = next(one for one in COMPARES if one == query["compare"])
    found = explain(workspace, query["metric"], filters, cases.NOW, compare)
    suspects = [";".join(f"{d}={value}" for d, value in suspect.where.items()) for suspect in found.suspects]
    assert suspects == [text for text in query["suspects"].split("|") if text]
    assert found.outside == (query["outside"] == "yes")
    assert found.observed == pytest.approx(float(query["observed"]), rel=0.01)
    assert found.expected == pytest.approx(float(query["expected"]), rel=0.02)
    assert found.method is not None
    assert found.method.reason == (query["reason"] or found.method.reason)
