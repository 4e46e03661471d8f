"""Each planted truth can be found in the tickets by plain counting, with about the effect that is stated."""

import numpy as np
import pytest

from zhenyin.demo import catalogue as words
from zhenyin.demo.devices import customer_of
from zhenyin.demo.frame import NEVER, Tickets
from zhenyin.demo.geography import CITY_NAMES, CONTRACTORS, PROVINCE_NAMES
from zhenyin.demo.handling import hard
from zhenyin.demo.orders import members_of, orders_of
from zhenyin.demo.people import AGENT_CODES, AGENTS, BEIJING_PAIR, HARD_CASES
from zhenyin.demo.plants import Facts, shelf
from zhenyin.demo.plants._truths import has_fault
from zhenyin.demo.plants.t06_battery_batch import BATCH, MODEL
from zhenyin.demo.plants.t12_one_leak_three_reports import leak
from zhenyin.demo.world import World

PLANTS = shelf()


def truth_of(key: str, world: World, tickets: Tickets) -> Facts:
    return next(plant for name, plant in PLANTS.items() if name.startswith(key)).truth(world, tickets)


def per_week(weeks: np.ndarray, where: np.ndarray, first: int, after: int) -> float:
    return float((where & (weeks >= first) & (weeks < after)).sum()) / (after - first)


def hours(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    return (end - start) / 3_600


def test_all_sixteen_are_planted():
    assert [name[:3] for name in PLANTS] == [f"t{number:02d}" for number in range(1, 17)]


def test_t1_pairing_failures_triple_on_the_bad_firmware_with_android(world, counted):
    days = world.firmware[0][:, 2]
    pairing = has_fault(counted, "配网失败") & np.isin(counted.model, words.model_codes(words.VACUUM, words.LOCK))
    spread = (counted.day >= world.monday(34)) & (counted.day < world.monday(25))
    share = days[world.monday(34) : world.monday(25)].mean()

    def odds(where):
        bad = (where & spread & (counted.version == 2)).sum()
        return bad / (where & spread & (counted.version != 2)).sum() * (1 - share) / share

    assert odds(pairing & (counted.phone == 0)) == pytest.approx(3.0, rel=0.25)
    assert odds(pairing & (counted.phone > 0)) == pytest.approx(1.0, rel=0.35)


def test_t2_the_cure_brings_the_stated_ratio_and_ios_stays(world, counted, weeks):
    lines = np.isin(counted.model, words.model_codes(words.VACUUM, words.LOCK))
    pairing = has_fault(counted, "配网失败") & lines
    android, others = pairing & (counted.phone == 0), pairing & (counted.phone > 0)
    fell = per_week(weeks, android, -25, -17) / per_week(weeks, android, -33, -25)
    comparison = per_week(weeks, others, -25, -17) / per_week(weeks, others, -33, -25)
    assert fell / comparison == pytest.approx(truth_of("t02", world, counted)["ratio"], rel=0.2)
    assert comparison == pytest.approx(1.0, abs=0.2)


def test_t3_beijing_waits_twice_as_long_half_of_it_through_mix(counted):
    there, replied = counted.province == PROVINCE_NAMES.index("北京市"), counted.first != NEVER
    cell, width = counted.fault * 2 + counted.night, 2 * len(words.FAULTS)

    def table(rows):
        wait = hours(counted.created, counted.first)[rows]
        n = np.bincount(cell[rows], minlength=width)
        return n / n.sum(), np.bincount(cell[rows], wait, width) / np.maximum(n, 1), wait.mean()

    share, mean, slow = table(there & replied)
    typical_share, typical_mean, typical = table(~there & replied)
    mix = float(((share - typical_share) * (mean + typical_mean) / 2).sum())
    assert slow / typical == pytest.approx(2.0, abs=0.25)
    assert 0.38 < mix / (slow - typical) < 0.62
    pair = np.isin(counted.agent, [AGENT_CODES[name] for name in BEIJING_PAIR])
    assert (pair & there).sum() / there.sum() > 0.5
    assert not (pair & ~there).any()


def test_t4_the_contractor_stands_out_and_its_colleagues_in_the_same_provinces_do_not(counted):
    complaint = np.isin(counted.fault, words.fault_codes(category="安装")) & (counted.kind == 1)
    rough = counted.contractor == len(CONTRACTORS) - 1
    provinces = np.unique(counted.province[rough])
    same = np.isin(counted.province, provinces) & ~rough & (counted.contractor >= 0)
    elsewhere = ~np.isin(counted.province, provinces) & (counted.contractor >= 0)
    assert len(provinces) == 3
    assert complaint[rough].mean() > 2.2 * complaint[same].mean()
    assert complaint[same].mean() == pytest.approx(complaint[elsewhere].mean(), rel=0.15)


def test_t5_crashes_rise_on_the_new_app_with_one_system_and_are_not_solved(counted, weeks):
    crash = has_fault(counted, "闪退")
    new, ios = counted.app == 3, counted.phone == 1
    assert per_week(weeks, crash & ios, -4, 0) > 2.3 * per_week(weeks, crash & ios, -18, -6)
    assert per_week(weeks, crash & ~ios, -4, 0) < 1.3 * per_week(weeks, crash & ~ios, -18, -6)
    old = per_week(weeks, crash & ios & ~new, -5, 0) / per_week(weeks, ios & ~new, -5, 0)
    assert per_week(weeks, crash & ios & new, -5, 0) / per_week(weeks, ios & new, -5, 0) > 2.5 * old


def test_t6_the_batch_passes_five_percent_in_the_month_stated(world, counted):
    rows = (counted.model == MODEL) & (counted.batch == BATCH) & (counted.kind == 0)
    months = world.month_of_day[counted.day[rows]]
    rate = np.bincount(months, minlength=25) / np.maximum(world.base.units[MODEL, :, BATCH].sum(axis=1), 1)
    last = int(world.month_of_day[-1])
    assert truth_of("t06", world, counted)["passes_5_percent_in"] == world.month(last - 1).strftime("%Y-%m")
    assert rate[last - 1] > 0.05
    assert (rate[: last - 1] < 0.05).all()
    assert (rate[: last - 4] < 0.025).all()


def test_t7_account_tickets_are_answered_forty_percent_sooner(counted, weeks):
    wait, replied = hours(counted.created, counted.first), counted.first != NEVER
    account = np.isin(counted.fault, words.fault_codes(category="账号")) & replied
    comparison = np.isin(counted.fault, words.fault_codes(category="连接")) & replied

    def change(rows):
        return wait[rows & (weeks >= -14) & (weeks < -4)].mean() / wait[rows & (weeks >= -40) & (weeks < -14)].mean()

    assert change(account) / change(comparison) == pytest.approx(0.6, rel=0.15)


def test_t8_complaints_fell_as_much_the_year_before(world, counted):
    action = truth_of("t08", world, counted)["action"]
    start = int((np.datetime64(action["start"]) - np.datetime64(world.start)).astype(int))
    aircon = np.isin(counted.model, words.model_codes(words.AIRCON)) & (counted.kind == 1)

    def fall(day):
        after = (aircon & (counted.day >= day) & (counted.day < day + 56)).sum()
        return after / (aircon & (counted.day >= day - 56) & (counted.day < day)).sum()

    assert fall(start) < 0.65
    assert fall(start) == pytest.approx(fall(start - 365), rel=0.15)


def test_t9_the_bad_week_stands_alone(counted, weeks):
    repairs = (counted.kind == 0) & (counted.model == 13)
    typical = per_week(weeks, repairs, -26, -13)
    bad = per_week(weeks, repairs, -13, -12)
    assert bad > 1.6 * typical
    assert per_week(weeks, repairs, -12, -4) == pytest.approx(typical, rel=0.2)


def test_t10_the_action_is_three_weeks_old_and_rare_enough_to_hide_its_effect(world, counted, weeks):
    leaks = (counted.model == 7) & has_fault(counted, "机身漏水")
    truth = truth_of("t10", world, counted)
    assert truth["action"]["start"] == world.calendar(world.monday(3)).isoformat()
    assert truth["verdict_due_on"] > world.until.isoformat()
    assert (leaks & (weeks >= -3)).sum() < 60


def test_t11_wechat_is_silent_for_ten_days_only(world, story):
    wechat = np.bincount(story.day[story.channel == 2], minlength=world.days)
    silent = world.monday(19)
    assert wechat[silent : silent + 10].sum() == 0
    assert (np.delete(wechat, range(silent, silent + 10)) > 0).mean() > 0.99


def test_t12_one_leak_has_three_reports_of_one_customer_and_one_device(world, story):
    rows = leak(world, story)
    assert [words.CHANNELS[code] for code in story.channel[rows]] == ["电话", "在线表单", "微信"]
    assert len(np.unique(customer_of(world, story.take(rows)))) == 1
    assert len(np.unique(story.unit[rows])) == 1
    assert np.ptp(story.created[rows]) < 86_400
    assert story.original[rows].tolist() == [NEVER, story.number[rows[0]], story.number[rows[0]]]


def test_t13_app_tickets_bounce_and_others_do_not(counted):
    app = np.isin(counted.fault, words.fault_codes(category="APP"))
    assert (counted.transfers[app] >= 3).mean() == pytest.approx(0.4, abs=0.03)
    assert counted.transfers[~app].max() == 1
    done = counted.resolved != NEVER
    lasted = hours(counted.first, counted.resolved)
    bounced = counted.transfers >= 3
    assert lasted[app & done & bounced].mean() - lasted[app & done & ~bounced].mean() == pytest.approx(27, abs=5)


def test_t14_two_repeats_make_leaving_three_times_as_likely(world, story):
    members = members_of(world, story)
    orders = orders_of(world, members)
    before = orders.customer[(orders.day >= world.days - 360) & (orders.day < world.days - 180)]
    after = orders.customer[orders.day >= world.days - 180]
    there = np.isin(members.customer, before)
    gone = ~np.isin(members.customer, after)
    churn = gone[there & members.disappointed].mean(), gone[there & ~members.disappointed].mean()
    assert churn[0] / churn[1] == pytest.approx(3.0, rel=0.2)


def test_t15_the_slowest_agent_is_faster_on_like_tickets(counted):
    done = counted.resolved != NEVER
    lasted = hours(counted.created, counted.resolved)
    peers = [code for code, agent in enumerate(AGENTS) if agent.team == 1]
    means = {code: lasted[done & (counted.agent == code)].mean() for code in peers}
    hers = done & (counted.agent == AGENT_CODES[HARD_CASES])
    theirs = done & np.isin(counted.agent, peers) & ~hers
    assert max(means, key=means.get) == AGENT_CODES[HARD_CASES]
    assert hard(counted.take(hers)).mean() > 0.9
    faults, n = np.unique(counted.fault[hers], return_counts=True)
    like = np.array([lasted[theirs & (counted.fault == fault)].mean() for fault in faults])
    assert lasted[hers].mean() < 0.97 * float((like * n).sum() / n.sum())


def test_t16_the_outage_lifts_every_product_line_of_the_city_alike(world, counted):
    city = counted.city == CITY_NAMES.index("成都市")
    first = world.monday(10) + 1
    during = city & (counted.day >= first) & (counted.day < first + 3)
    before = city & (counted.day >= first - 42) & (counted.day < first)
    assert during.sum() / (before.sum() / 14) == pytest.approx(4.0, rel=0.35)
    lines = np.array([words.LINES.index(model.line) for model in words.MODELS])[counted.model]
    mixes = [np.bincount(lines[rows], minlength=5) / rows.sum() for rows in (during, before)]
    assert np.abs(mixes[0] - mixes[1]).max() < 0.15


def test_something_got_worse_in_the_last_weeks(world, counted):
    for key in ("t05", "t06"):
        assert truth_of(key, world, counted)["to"] == world.calendar(world.days - 1).isoformat()
