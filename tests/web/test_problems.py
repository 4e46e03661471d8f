"""A signal becomes a problem, the problem gets an action, the action its verdict: over HTTP."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from tests.web.conftest import Browser

from fixtures_problems import START, fill, monday, plan
from zhenyin.account.models import Role
from zhenyin.core.words import Words
from zhenyin.explain.models import Suspect
from zhenyin.job.workspace import Workspace
from zhenyin.watch import store as signals
from zhenyin.watch.models import Evidence, Finding, Signal

SUSPECT = Suspect({"product": "W10"}, 9, 3, 0.7, 3.1, 2.4, 4.0, 1e-6, Words("产品 W10", "product W10"))


@pytest.fixture(scope="module")
def analyst(workspace: Workspace, log_in: Callable[[Role], Browser]) -> Browser:
    fill(workspace, {"W10": [30] * START + [12] * 8, "P8": [40] * (START + 8) + [1]})
    return log_in("analyst")


def send(browser: Browser, path: str, status: int, method: str = "POST", **body: Any) -> dict[str, Any]:
    answer = browser.send(method, f"/api{path}", body)
    assert answer.status_code == status, answer.text
    answered: dict[str, Any] = answer.json()
    return answered


def action(**given: Any) -> dict[str, Any]:
    values = plan(**given)
    return {name: v.isoformat() if isinstance(v, date) else v for name, v in values.items()}


def problem(browser: Browser, **given: Any) -> str:
    values = {"title": "W10 漏水", "metric": "failure_rate", "where": {"product": ["W10"]}, "owner": "analyst"}
    return str(send(browser, "/problems", 201, **values | given)["id"])


def test_a_signal_becomes_a_problem_with_its_slice_and_suspects(analyst: Browser, workspace: Workspace) -> None:
    since = monday(40)
    evidence = Evidence(suspects=(SUSPECT,))
    finding = Finding("ticket_count", {"product": "W10"}, since, since, 9, 3, 3, 2, 4, 9, "weekly", evidence)
    with workspace.store.begin() as db:
        signals.save(db, Signal("sig-9", finding, "open", since, since))
    made = send(analyst, "/signals/sig-9/problem", 201, owner="analyst")
    assert (made["signal_id"], made["metric"], made["where"]) == ("sig-9", "ticket_count", {"product": ["W10"]})
    assert (made["since"], made["stage"], made["owner_name"]) == (since.isoformat(), "investigating", "analyst")
    assert made["tickets"] == 20 * 30 + 8 * 12
    assert made["tickets_rows"][0]["problem_id"] == made["id"]
    assert [c["grade"] for c in made["causes"]] == ["correlated"]
    assert made["causes"][0]["evidence"] == ["× 3.1 (2.4–4.0), 70%"]
    assert made["chart"]["marks"][0]["kind"] == "onset"
    again = send(analyst, "/signals/sig-9/problem", 409)
    assert again["code"] == "signal-has-problem"


def test_the_way_of_a_problem_from_cause_to_verdict(analyst: Browser) -> None:
    key = problem(analyst)
    answered = send(analyst, f"/problems/{key}/causes", 201, text="门封太硬", grade="tested", evidence=["3/20"])
    assert answered["stage"] == "investigating"
    cause = answered["causes"][0]
    confirmed = send(analyst, f"/problems/{key}/causes/{cause['id']}/confirm", 200)["causes"][0]
    assert (confirmed["grade"], confirmed["grade_title"]["zh"]) == ("confirmed", "已确认")
    saved = send(analyst, f"/problems/{key}/actions", 201, **action())
    assert (saved["judge_on"], saved["state"], saved["verdict"]) == (monday(START + 8).isoformat(), "running", None)
    verdict = send(analyst, f"/actions/{saved['id']}/judge", 200)
    assert (verdict["outcome"], verdict["final"], verdict["chart"]["kind"]) == ("effective", True, "verdict")
    assert verdict["effect"]["interval"]["low"] < 0.4 < verdict["effect"]["interval"]["high"]
    assert verdict["effect"]["percent"] == pytest.approx((verdict["effect"]["ratio"] - 1) * 100)
    kept = analyst.get(f"/api/actions/{saved['id']}").json()
    assert (kept["state"], kept["verdict"]) == ("judged", verdict)
    after = analyst.get(f"/api/problems/{key}").json()
    assert (after["stage"], after["verdict"]) == ("verified", "effective")
    article = analyst.get(f"/api/articles/{after['article_id']}").json()
    assert (article["cause"], article["problem_id"], article["state"]) == ("门封太硬", key, "proposed")
    kinds = [line["event"]["kind"] for line in after["history"]]
    assert kinds == ["created", "cause_stated", "moved", "cause_confirmed", "action_saved", "moved", "judged", "moved"]
    judged = after["history"][-2]
    assert (judged["event"]["action_id"], judged["event"]["outcome"]) == (saved["id"], "effective")
    assert verdict["sentence"]["zh"] in judged["sentence"]["zh"]


def test_what_is_missing_is_said_in_one_refusal(analyst: Browser) -> None:
    key = problem(analyst)
    answered = send(analyst, f"/problems/{key}/actions", 422, title="更换门封")
    assert answered["code"] == "action-incomplete"
    assert all(word in answered["details"]["en"] for word in ("owner", "target", "start", "weeks to observe"))
    answered = send(analyst, f"/problems/{key}/move", 409, to="verified")
    assert answered["code"] == "move-not-allowed"
    answered = send(analyst, f"/problems/{key}/move", 409, to="closed")
    assert answered["code"] == "move-lacks"
    closed = send(analyst, f"/problems/{key}/move", 200, to="closed", reason="与 W10 旧问题重复")
    assert closed["stage"] == "closed"
    assert closed["moves"][0]["to"] == "reopened"


def test_an_action_of_the_future_is_too_early_and_can_be_cancelled(analyst: Browser) -> None:
    key = problem(analyst)
    start = date.today() + timedelta(days=7)
    saved = send(analyst, f"/problems/{key}/actions", 201, **action(start=start, due=start))
    assert saved["state"] == "planned"
    verdict = send(analyst, f"/actions/{saved['id']}/judge", 200)
    assert (verdict["outcome"], verdict["verdict_due_on"], verdict["final"]) == ("too_early", saved["judge_on"], False)
    assert send(analyst, f"/actions/{saved['id']}/cancel", 200, reason="停产")["state"] == "cancelled"
    assert send(analyst, f"/actions/{saved['id']}/judge", 409)["code"] == "action-cancelled"


def test_problems_are_edited_linked_and_found(analyst: Browser) -> None:
    key = problem(analyst, title="门封专项", ticket_ids=["t:5"], where={})
    edited = send(analyst, f"/problems/{key}", 200, "PATCH", due="2020-01-01", description="渗水")
    assert (edited["overdue"], edited["description"], edited["owner"]) == (True, "渗水", "analyst")
    assert (edited["tickets"], edited["links"], edited["chart"]) == (1, ["t:5"], None)
    moved = send(analyst, f"/problems/{key}/tickets", 200, "PATCH", add=["t:6"], remove=["t:5"])
    assert (moved["tickets"], moved["links"]) == (1, ["t:6"])
    listed = analyst.get("/api/problems", params={"q": "门封 渗水", "stage": "open"}).json()
    assert ([one["id"] for one in listed["items"]], listed["total"], listed["next"]) == ([key], 1, None)
    assert analyst.get("/api/problems", params={"owner": "nobody"}).json()["items"] == []
    assert analyst.get("/api/problems/prb-x").json()["code"] == "problem-unknown"
    assert analyst.get("/api/actions/act-x").json()["code"] == "action-unknown"


def test_an_article_is_reviewed_and_an_edit_is_reviewed_anew(analyst: Browser) -> None:
    key = problem(analyst)
    saved = send(analyst, f"/problems/{key}/actions", 201, **action())
    send(analyst, f"/actions/{saved['id']}/judge", 200)
    article = analyst.get(f"/api/problems/{key}").json()["article_id"]
    published = send(analyst, f"/articles/{article}/publish", 200)
    assert (published["state"], published["reviewed_by"]) == ("published", "analyst")
    edited = send(analyst, f"/articles/{article}", 200, "PATCH", fix="更换门封并复检")
    assert (edited["state"], edited["reviewed_by"], edited["fix"]) == ("proposed", None, "更换门封并复检")
    assert send(analyst, f"/articles/{article}", 422, "PATCH", fix=" ")["code"] == "text-empty"
    assert send(analyst, f"/articles/{article}/retire", 200)["state"] == "retired"
    assert send(analyst, f"/articles/{article}/retire", 409)["code"] == "article-move"
    assert [a["id"] for a in analyst.get("/api/articles", params={"q": "复检"}).json()["items"]] == [article]
    assert analyst.get("/api/articles", params={"q": "%"}).json()["items"] == []
