"""The words of tickets, column by column, for the files that list them."""

import zlib
from collections.abc import Callable, Iterable
from functools import cached_property
from random import Random

import numpy as np

from zhenyin.core.arrays import Floats, Ints, Mask
from zhenyin.demo import catalogue as words
from zhenyin.demo import people
from zhenyin.demo.devices import customer_names, customer_of, customer_type, device_of, serial_names
from zhenyin.demo.files import Story
from zhenyin.demo.frame import NEVER
from zhenyin.demo.geography import CITY_NAMES, CONTRACTORS, PROVINCE_NAMES
from zhenyin.demo.naming import source_ids
from zhenyin.demo.rollout import APPS, firmware_name
from zhenyin.demo.texts import phrases


def named(names: Iterable[str], codes: Ints) -> list[str]:
    """Names of codes; "" for none (-1)."""
    table = [*names, ""]
    return [table[code] for code in codes.tolist()]


def share_of(numbers: Ints, salt: str) -> Floats:
    """A fixed chance in [0, 1) for each ticket, different for each purpose."""
    mixed = (numbers.astype(np.uint64) + np.uint64(zlib.crc32(salt.encode()))) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    return (mixed >> np.uint64(11)) / 2.0**53


def chosen(story: Story, channels: tuple[str, ...]) -> Mask:
    """The tickets that came through these channels."""
    return np.isin(story.tickets.channel, [words.CHANNELS.index(name) for name in channels])


class Rows:
    """The tickets of some channels; every property is a list with one entry per ticket."""

    def __init__(self, story: Story, channels: tuple[str, ...]) -> None:
        self.world = story.world
        where = np.flatnonzero(chosen(story, channels))
        self.tickets = story.tickets.take(where)
        self.texts = [story.texts[row] for row in where.tolist()]
        self.number = self.tickets.number.tolist()

    def __len__(self) -> int:
        return len(self.tickets)

    def time(self, moments: Ints) -> list[str]:
        """As `2026-03-05 14:05:12`; "" for never."""
        start = np.datetime64(self.world.start, "s")
        text = np.datetime_as_string(start + moments.astype("timedelta64[s]"))
        return [
            "" if never else moment.replace("T", " ")
            for moment, never in zip(text.tolist(), (moments == NEVER).tolist(), strict=True)
        ]

    def day(self, days: Ints) -> list[str]:
        """As `2026-03-05`."""
        moments = np.datetime64(self.world.start, "D") + days.astype("timedelta64[D]")
        text: list[str] = np.datetime_as_string(moments).tolist()
        return text

    @property
    def source_id(self) -> list[str]:
        return source_ids(self.world, self.tickets)

    @cached_property
    def customers(self) -> Ints:
        return customer_of(self.world, self.tickets)

    @property
    def customer(self) -> list[str]:
        return customer_names(self.customers)

    @property
    def customer_type(self) -> list[str]:
        return named(words.CUSTOMER_TYPES, customer_type(self.customers))

    @property
    def person(self) -> list[str]:
        return [people.name(customer) for customer in self.customers.tolist()]

    @property
    def telephone(self) -> list[str]:
        return [people.telephone(customer) for customer in self.customers.tolist()]

    @property
    def serial(self) -> list[str]:
        return serial_names(self.tickets.model, device_of(self.world, self.tickets))

    @property
    def sold(self) -> list[str]:
        """The day on which the device went into service."""
        t = self.tickets
        month = self.world.base.shipping_month(t.model, t.batch, t.province, t.unit)
        firsts = np.array([(self.world.month(m) - self.world.start).days for m in range(-13, 26)])
        return self.day(np.minimum(firsts[month + 13] + t.unit % 28, t.day))

    @property
    def line(self) -> list[str]:
        return named((model.line for model in words.MODELS), self.tickets.model)

    @property
    def product(self) -> list[str]:
        return named((model.product for model in words.MODELS), self.tickets.model)

    @property
    def model(self) -> list[str]:
        return named((model.name for model in words.MODELS), self.tickets.model)

    @property
    def version(self) -> list[str]:
        return firmware_name(self.tickets.model, self.tickets.version)

    @property
    def batch(self) -> list[str]:
        names = self.world.batch_names
        pairs = zip(self.tickets.model.tolist(), self.tickets.batch.tolist(), strict=True)
        return [names[model][batch] for model, batch in pairs]

    @property
    def province(self) -> list[str]:
        return named(PROVINCE_NAMES, self.tickets.province)

    @property
    def city(self) -> list[str]:
        return named(CITY_NAMES, self.tickets.city)

    @property
    def channel(self) -> list[str]:
        return named(words.CHANNELS, self.tickets.channel)

    @property
    def kind(self) -> list[str]:
        return named(words.KINDS, self.tickets.kind)

    @property
    def category(self) -> list[str]:
        return named((fault.category for fault in words.FAULTS), self.tickets.fault)

    @property
    def fault(self) -> list[str]:
        return named(words.FAULT_NAMES, self.tickets.fault)

    @property
    def phone(self) -> list[str]:
        return named(words.PHONE_SYSTEMS, self.tickets.phone)

    @property
    def app(self) -> list[str]:
        return named((release.version for release in APPS), self.tickets.app)

    @property
    def contractor(self) -> list[str]:
        return named(CONTRACTORS, self.tickets.contractor)

    @property
    def priority(self) -> list[str]:
        return named(words.PRIORITIES, self.tickets.priority)

    @property
    def agent(self) -> list[str]:
        return named((agent.name for agent in people.AGENTS), self.tickets.agent)

    @property
    def team(self) -> list[str]:
        return named((words.TEAMS[agent.team] for agent in people.AGENTS), self.tickets.agent)

    def rating(self, ratings: Ints) -> list[str]:
        return ["" if rating == NEVER else str(rating) for rating in ratings.tolist()]

    def status(self, names: tuple[str, str, str, str]) -> list[str]:
        """One of four words: not answered, in work, solved, closed."""
        t = self.tickets
        step = (t.first != NEVER).astype(np.int64) + (t.resolved != NEVER) + (t.closed != NEVER)
        return named(names, step)

    def hidden(self, texts: list[str], share: float, salt: str) -> list[str]:
        """The texts, a fixed share of them left blank: what nobody filled in."""
        blank = (share_of(self.tickets.number, salt) < share).tolist()
        return ["" if empty else text for text, empty in zip(texts, blank, strict=True)]

    @cached_property
    def causes(self) -> tuple[list[str], list[str], list[str]]:
        """First diagnosis, confirmed cause, and the agent's note; "" until solved."""
        solved = (self.tickets.resolved != NEVER).tolist()
        reading: Callable[[int, str], tuple[str, str, str]] = _diagnosis
        rows = [
            reading(number, category) if done else ("", "", "")
            for number, category, done in zip(self.number, self.category, solved, strict=True)
        ]
        first, confirmed, note = zip(*rows, strict=True) if rows else ((), (), ())
        return list(first), list(confirmed), list(note)


def _diagnosis(number: int, category: str) -> tuple[str, str, str]:
    chance = Random(number * 7 + 3)
    causes, fragments = phrases("causes")[category], phrases("solutions")
    confirmed = causes[int(chance.random() ** 1.5 * len(causes))]
    first = confirmed if chance.random() < 0.78 else chance.choice(causes)
    parts = [chance.choice(fragments[key]) for key in ("起因", "办法", "结尾")]
    return first, confirmed, "，".join(part for part in parts if part).format(c=confirmed)
