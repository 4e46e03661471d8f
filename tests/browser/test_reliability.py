"""The pages of lives and of volumes, in a real browser, on a small company with one bad batch."""

import csv
import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from browser.reader import PATIENCE, Reader
from browser.workspace import lived_in

MONTHS, UNITS, BAD, BEGINS = 12, 300, "B05", 4
_TICKETS = (
    "工单号",
    "创建时间",
    "解决时间",
    "类型",
    "问题描述",
    "型号",
    "生产批次",
    "购买日期",
    "设备序列号",
    "处理组",
    "处理人",
)
_SHIPMENTS = ("月份", "产品线", "型号", "固件版本", "生产批次", "省份", "出货量", "在保量")


def months(today: date) -> list[date]:
    found = [today.replace(day=1)]
    while len(found) < MONTHS:
        found.append((found[-1] - timedelta(days=1)).replace(day=1))
    return found[::-1]


def write(folder: Path, today: date) -> tuple[Path, Path]:
    """One batch a month; all fail now and then, one much more from its fifth month on."""
    dice, firsts = random.Random(3), months(today)
    tickets, shipments = folder / "热线.csv", folder / "出货.csv"
    with tickets.open("w", newline="", encoding="utf-8-sig") as out:
        writer = csv.writer(out)
        writer.writerow(_TICKETS)
        number = 0
        for ship, sold in enumerate(firsts):
            batch = f"B{ship:02d}"
            for unit in range(UNITS):
                for month, first in enumerate(firsts[ship:]):
                    bad = batch == BAD and month >= BEGINS
                    at = first + timedelta(days=dice.randrange(28))
                    if dice.random() < (0.07 if bad else 0.03) and at < today:
                        number += 1
                        text = "电池续航短" if bad else dice.choice(("漏水", "噪音大"))
                        device = f"D{ship:02d}{unit:04d}"
                        times = (f"{at} 10:00", f"{at + timedelta(days=1)} 10:00")
                        writer.writerow(
                            (f"T{number}", *times, "报修", text, "X1", batch, sold, device, "维修", f"张{number % 3}")
                        )
    with shipments.open("w", newline="", encoding="utf-8-sig") as out:
        writer = csv.writer(out)
        writer.writerow(_SHIPMENTS)
        for month, first in enumerate(firsts):
            for ship in range(month + 1):
                new = UNITS if ship == month else 0
                writer.writerow((f"{first:%Y-%m}", "扫地机", "X1", "1.0", f"B{ship:02d}", "江苏省", new, UNITS))
    return tickets, shipments


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[dict[str, Any]]:
    with lived_in(tmp_path_factory.mktemp("workspace"), chromium) as (workspace, context):
        for file in write(tmp_path_factory.mktemp("files"), date.today()):
            workspace.run("imports", upload=workspace.upload(file), source=file.stem)
        yield {"url": workspace.url, "state": context.storage_state()}


@pytest.fixture
def reader(company: dict[str, Any], visit: Callable[..., Reader]) -> Iterator[Reader]:
    found = visit("zh", "desk", state=company["state"])
    yield found
    assert found.complaints == []


def test_the_bad_batch_is_named_and_its_life_opens(company: dict[str, Any], reader: Reader) -> None:
    reader.page.goto(f"{company['url']}/reliability")
    worst = reader.page.locator(".reliability-excess button").first
    expect(worst).to_contain_text(BAD, timeout=PATIENCE)
    worst.click()
    expect(reader.page.get_by_role("img").first).to_be_visible(timeout=PATIENCE)
    reader.page.get_by_label("每次维修成本（元）").fill("200")
    expect(reader.page.get_by_text("已发生")).to_be_visible(timeout=PATIENCE)
    assert BAD in reader.page.url
    assert reader.overflow() == 0


def test_volumes_are_told_and_fewer_people_change_the_queue(company: dict[str, Any], reader: Reader) -> None:
    reader.page.goto(f"{company['url']}/forecast")
    expect(reader.page.get_by_role("img").first).to_be_visible(timeout=PATIENCE)
    expect(reader.page.get_by_text("维修减少 2 人")).to_be_visible(timeout=PATIENCE)
    reader.page.get_by_label("人手").select_option("0")
    expect(reader.page.get_by_text("维修人手不变")).to_be_visible(timeout=PATIENCE)
    assert reader.overflow() == 0


def test_a_filter_by_any_dimension_takes_no_card_of_the_overview_down(company: dict[str, Any], reader: Reader) -> None:
    # Units in service are not known by what the tickets alone have: these figures stay, and say so.
    for filter_ in ("fault=漏水", "model=X1", "batch=B05", "team=维修", "agent=张1", "weekday=0", "hour=9..12"):
        reader.page.goto(f"{company['url']}/?where={filter_}")
        expect(reader.page.locator(".figure-value").first).to_be_visible(timeout=PATIENCE)
        reader.wait_until_idle()
        assert reader.page.get_by_role("alert").count() == 0, filter_
    reader.page.goto(f"{company['url']}/?where=agent=张1")
    expect(reader.page.get_by_text("不受“处理人：张1”筛选影响").first).to_be_visible(timeout=PATIENCE)
