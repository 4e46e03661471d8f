"""CRM客户与订单.xlsx: members and what they bought; two header rows on each sheet, dates as Excel dates."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import xlsxwriter

from zhenyin.demo import people
from zhenyin.demo.catalogue import CUSTOMER_TYPES, MODELS
from zhenyin.demo.files import DemoFile, Story
from zhenyin.demo.geography import CITY_NAMES, PROVINCE_NAMES
from zhenyin.demo.orders import Members, Orders, members_of, orders_of
from zhenyin.demo.world import World

_EXCEL_BEGINS = date(1899, 12, 30)
_LEVELS = ("普通", "银卡", "金卡", "黑金")
_CUSTOMER_HEADER = (
    ("基本信息", ("客户编号", "姓名", "手机号", "客户类型", "会员等级")),
    ("地区", ("省份", "城市")),
    ("时间", ("注册日期",)),
)
_ORDER_HEADER = (
    ("订单信息", ("订单号", "客户编号", "下单日期")),
    ("商品信息", ("产品线", "产品", "型号", "金额")),
)
Header = Sequence[tuple[str, tuple[str, ...]]]


def _sheet(book: xlsxwriter.Workbook, name: str, header: Header, rows: Iterable[Sequence[object]], dates: int) -> int:
    """Write one sheet: a merged row of groups, the row of names, the rows. `dates`: which column is a date."""
    sheet, day = book.add_worksheet(name), book.add_format({"num_format": "yyyy-mm-dd"})
    at = 0
    for group, names in header:
        sheet.write_row(1, at, names)
        if len(names) > 1:
            sheet.merge_range(0, at, 0, at + len(names) - 1, group)
        else:
            sheet.write_string(0, at, group)
        at += len(names)
    sheet.set_column(dates, dates, 12, day)
    count = 0
    for count, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(count + 1, column, value)
            else:
                sheet.write_number(count + 1, column, value, day if column == dates else None)
    return count


def _serial(world: World, day: int) -> int:
    return (world.calendar(day) - _EXCEL_BEGINS).days


def _customer_rows(world: World, members: Members) -> Iterable[Sequence[object]]:
    columns = (members.customer, members.kind, members.province, members.city, members.since)
    for customer, kind, province, city, since in zip(*(c.tolist() for c in columns), strict=True):
        level = _LEVELS[min(3, customer % 11 // 3)]
        person = (people.name(customer), people.telephone(customer), CUSTOMER_TYPES[kind], level)
        yield f"C{customer:08d}", *person, PROVINCE_NAMES[province], CITY_NAMES[city], _serial(world, since)


def _order_rows(world: World, orders: Orders) -> Iterable[Sequence[object]]:
    columns = (orders.customer, orders.day, orders.model, orders.amount)
    for number, (customer, day, code, amount) in enumerate(zip(*(c.tolist() for c in columns), strict=True)):
        model = MODELS[code]
        yield f"DD{number:09d}", f"C{customer:08d}", _serial(world, day), model.line, model.product, model.name, amount


def _write(path: Path, story: Story) -> int:
    world = story.world
    members = members_of(world, story.tickets)
    orders = orders_of(world, members)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "in_memory": False})
    book.set_properties({"created": datetime.combine(world.until, datetime.min.time(), UTC).replace(tzinfo=None)})
    rows = _sheet(book, "客户", _CUSTOMER_HEADER, _customer_rows(world, members), 7)
    rows += _sheet(book, "订单", _ORDER_HEADER, _order_rows(world, orders), 2)
    book.close()
    return rows


FILE = DemoFile("CRM客户与订单.xlsx", _write)
