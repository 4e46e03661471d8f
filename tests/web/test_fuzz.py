"""Every route with what nobody should send, and with what schemathesis makes up: no answer is a 500."""

import sys
from pathlib import Path

import pytest

from zhenyin.job.workspace import Workspace
from zhenyin.web.app import describe

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import fuzz


def test_no_route_answers_what_schemathesis_makes_up_with_500(workspace: Workspace) -> None:
    statuses, failed = fuzz.failures(workspace, fuzz.generated(describe(), 3))
    assert failed == []
    assert statuses.total() > 300


@pytest.mark.slow
def test_no_route_answers_what_is_known_to_be_trouble_with_500(workspace: Workspace) -> None:
    requests = [one for number, one in enumerate(fuzz.written(describe())) if number % 7 == 0]
    statuses, failed = fuzz.failures(workspace, iter(requests))
    assert failed == []
    assert statuses.total() == len(requests) > 1_000
