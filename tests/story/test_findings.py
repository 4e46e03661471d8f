"""What the nights of the demo company find, held against what was planted (truth.json). The product never reads that."""

from datetime import date, timedelta

import pytest
from tests.story.conftest import Story

from zhenyin.explain.presentation import present_explanation
from zhenyin.explain.service import explain
from zhenyin.question import weekly
from zhenyin.question.filters import Filter
from zhenyin.question.period import Period
from zhenyin.reliability.batch_or_field import batch_or_field
from zhenyin.warehouse.facts import table
from zhenyin.watch.models import Finding
from zhenyin.watch.scan import findings as scan

pytestmark = pytest.mark.slow

MOST_FALSE = 1


def findings(story: Story, as_of: date | None = None) -> list[Finding]:
    weeks = weekly.whole_weeks(story.workspace, as_of)
    assert weeks is not None
    return list(scan.findings(story.workspace, weeks, until=weekly.scanned_until(story.workspace, as_of)))


@pytest.fixture(scope="module")
def last_night(story: Story) -> list[Finding]:
    return findings(story)


def planted(story: Story, key: str) -> set[str]:
    """The values of a planted slice. What a source calls phone_os another calls 手机系统: values tell, names do not."""
    return {value for value in story.planted[key].get("where", {}).values() if isinstance(value, str)}


def named(finding: Finding) -> set[str]:
    return set(finding.where.values())


def one_slice(found: set[str], values: set[str]) -> bool:
    """Whether a finding names a planted slice, or part of its values and nothing else."""
    return found <= values or values <= found


def weeks_after(day: str, weeks: int) -> date:
    return week_of(day) + timedelta(weeks=weeks)


def week_of(day: str) -> date:
    first = date.fromisoformat(day)
    return first - timedelta(days=first.weekday())


def test_t1_the_firmware_and_phone_system_are_named_within_three_weeks(story: Story) -> None:
    truth = story.planted["T1"]
    found = findings(story, weeks_after(truth["from"], 3))
    top = next(f for f in found if "fault" in f.where and f.where["fault"] == truth["where"]["fault"])
    assert named(top) == planted(story, "T1")
    assert top.low < truth["ratio"] < top.high
    assert abs((top.since - date.fromisoformat(truth["from"])).days) <= 7


def test_t3_beijing_is_split_into_mix_and_rate_with_both_halves_named(story: Story, last_night: list[Finding]) -> None:
    truth = story.planted["T3"]
    top = next(f for f in last_night if f.metric == truth["metric"])
    assert named(top) == planted(story, "T3")
    assert top.low < truth["ratio"] < top.high
    found = top.evidence.mix_rate
    assert found is not None
    assert found.mix / found.difference == pytest.approx(truth["share_of_mix"], abs=0.12)
    assert {dimension for dimension, _, _ in found.contributors} == {"hour", "fault"}
    start, end = truth["night_hours"]
    hour = next(value for dimension, value, _ in found.contributors if dimension == "hour")
    assert int(hour) >= start or int(hour) < end
    assert {suspect.where.get("agent") for suspect in top.evidence.suspects[:2]} == set(truth["agents"])


def test_t5_the_app_version_and_the_phone_system_are_named(story: Story, last_night: list[Finding]) -> None:
    truth = story.planted["T5"]
    top = next(f for f in last_night if f.where.get("fault") == truth["where"]["fault"])
    assert named(top) == planted(story, "T5")
    assert top.low < truth["ratio"] < top.high
    assert top.since == week_of(truth["from"]), "the version came out with it: no week before has any ticket of it"


def test_t6_batch_and_age_are_named_and_the_limit_is_passed(story: Story, last_night: list[Finding]) -> None:
    truth = story.planted["T6"]
    top = next(f for f in last_night if f.where.get("fault") == truth["where"]["fault"])
    assert named(top) == planted(story, "T6")
    assert abs(top.since - week_of(truth["from"])) <= timedelta(weeks=2), (
        "it lasts for longer than any window, and begins slowly"
    )
    assert top.evidence.onset_age is not None
    assert top.evidence.onset_age.months == pytest.approx(truth["months_in_service"], abs=1)
    limit = next(f for f in last_night if f.rule == "limit")
    assert named(limit) == {truth["where"]["model"], truth["where"]["batch"]}
    assert limit.since.isoformat()[:7] == truth["passes_5_percent_in"]
    assert limit.evidence.suspects[0].where == {"fault": truth["where"]["fault"]}


def test_t6_is_a_bad_batch_and_t1_a_change_in_the_field(story: Story) -> None:
    battery, firmware = (batch_or_field(story.workspace, story.planted[key]["where"]) for key in ("T6", "T1"))
    assert battery is not None
    assert firmware is not None
    assert (battery.conclusion, firmware.conclusion) == ("production", "field")
    assert battery.production.raised == story.planted["T6"]["where"]["batch"]
    assert firmware.reported.run is not None
    # It comes to users over some days: of a month that it begins late in, little is seen.
    begins = date.fromisoformat(story.planted["T1"]["from"])
    seen = {f"{begins + timedelta(days=days):%Y-%m}" for days in (0, 21)}
    assert firmware.reported.places[firmware.reported.run.first] in seen


def test_t6_is_told_two_months_before_the_limit_is_passed(story: Story) -> None:
    truth = story.planted["T6"]
    early = date.fromisoformat(truth["passes_5_percent_in"] + "-01") - timedelta(days=21)
    assert planted(story, "T6") in [named(f) for f in findings(story, early)]


def test_t12_three_reports_are_one_incident(story: Story) -> None:
    truth = story.planted["T12"]
    t = table("tickets")
    # A chat has no numbers of its own: its report is known by the link to the others alone.
    numbered = story.workspace.warehouse.query(t.filter(t.source_id.isin(truth["source_ids"]))).to_pylist()
    incidents = {row["duplicate_of"] or row["ticket_id"] for row in numbered}
    assert len(numbered) >= 2
    assert len(incidents) == truth["incidents"]
    (first,) = incidents
    reports = story.workspace.warehouse.query(t.filter((t.ticket_id == first) | (t.duplicate_of == first))).to_pylist()
    assert len(reports) == truth["reports"]
    assert {row["channel"] for row in reports} == set(truth["channels"])


def test_t4_the_contractor_is_named_and_not_the_provinces(story: Story) -> None:
    truth = story.planted["T4"]
    installed = Filter("category", "in", (truth["where"]["category"],))
    found = explain(story.workspace, truth["metric"], [installed], None, "values").suspects
    assert set(found[0].where.values()) == {truth["where"]["extra.contractor"]}
    assert found[0].low < truth["ratio"] < found[0].high
    assert not any(set(s.where.values()) & set(truth["provinces"]) for s in found)


def test_t14_repeats_are_named_as_what_goes_with_churn(story: Story) -> None:
    truth = story.planted["T14"]
    found = explain(story.workspace, truth["metric"], [], None, "values").suspects
    assert found[0].where == {"repeats": "2+"}
    assert found[0].observed / found[0].expected == pytest.approx(truth["ratio"], rel=0.15)


def test_t15_the_slowest_agent_has_the_hardest_tickets(story: Story) -> None:
    truth = story.planted["T15"]
    hers = [Filter(dim, "in", (truth["where"][dim],)) for dim in ("team", "agent")]
    half_a_year = Period(story.until - timedelta(weeks=26), story.until)
    why = explain(story.workspace, truth["metric"], hers, half_a_year, "rest")
    answer = present_explanation(why)
    assert answer.simpson_reversal
    assert answer.mix_rate is not None
    # A category is what its faults have in common, and so is a product line.
    assert {cell.x for cell in answer.mix_rate.cells} <= {*truth["mix_by"], "category", "product_line"}


def test_t16_the_city_is_named_and_no_cause_is_invented(story: Story) -> None:
    truth = story.planted["T16"]
    found = findings(story, weeks_after(truth["from"], 1))
    top = next(f for f in found if named(f) == planted(story, "T16"))
    assert top.evidence.outside
    assert all(suspect.where == top.where for suspect in top.evidence.suspects)
    assert top.evidence.sentence is not None
    assert "属性之外" in top.evidence.sentence.zh


def test_t16_is_told_on_the_next_day_and_not_on_the_next_monday(story: Story) -> None:
    truth = story.planted["T16"]
    found = findings(story, date.fromisoformat(truth["from"]) + timedelta(days=1))
    top = next(f for f in found if f.rule == "daily" and named(f) == planted(story, "T16"))
    # A day before that was busy by chance may be counted in.
    assert timedelta(0) <= date.fromisoformat(truth["from"]) - top.since <= timedelta(days=1)


def test_t16_asked_by_hand_lies_outside_the_recorded_attributes(story: Story) -> None:
    truth = story.planted["T16"]
    period = Period(date.fromisoformat(truth["from"]), date.fromisoformat(truth["to"]) + timedelta(days=1))
    city = Filter("city", "in", (truth["where"]["city"],))
    why = explain(story.workspace, truth["metric"], [city], period, "previous")
    assert why.outside
    assert why.suspects == ()


@pytest.mark.parametrize("weeks_ago", [0, 16, 41])
def test_hardly_anything_is_told_that_was_not_planted(story: Story, weeks_ago: int) -> None:
    as_of = story.until - timedelta(weeks=weeks_ago)
    true = [set(filter(None, planted(story, key))) for key in story.planted]
    false = [f for f in findings(story, as_of) if not any(values and one_slice(named(f), values) for values in true)]
    assert len(false) <= MOST_FALSE, [(f.where, f.metric, f.ratio) for f in false]
