"""What customers write: fragments put together, with slips, dialect, emoji and personal data; hardly two alike."""

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

from zhenyin.demo import people
from zhenyin.demo.catalogue import CHANNELS, FAULTS, MODELS, PHONE_SYSTEMS
from zhenyin.demo.devices import customer_of, device_of, serial_names
from zhenyin.demo.frame import NEVER, Tickets
from zhenyin.demo.geography import CITY_NAMES, ESTATES, STREETS
from zhenyin.demo.rollout import APPS, firmware_name
from zhenyin.demo.world import World

_WECHAT = CHANNELS.index("微信")
_ON_THE_PHONE = ("连接", "APP", "账号")
_PUNCTUATION = ("，", "，", "，", "。", "！", " ", "、", "…", "，，")


@cache
def _all_phrases() -> dict[str, Any]:
    return tomllib.loads((files("zhenyin.demo") / "phrases.toml").read_text("utf-8"))


def _phrases() -> dict[str, list[str]]:
    return _all_phrases()


def phrases(table: str) -> dict[str, list[str]]:
    """One table of phrases.toml: fragments by their key."""
    found: dict[str, list[str]] = _all_phrases()[table]
    return found


@cache
def _symptoms() -> tuple[list[str], ...]:
    return tuple(phrases("faults")[fault.name] for fault in FAULTS)


@cache
def _typos() -> list[tuple[str, str]]:
    return list(_all_phrases()["typos"].items())


def order_number(customer: int, day: int) -> str:
    """The number of the order with which a customer bought the device."""
    return f"XY{26 - day % 3}{customer * 7_919 % 10**10:010d}"


def descriptions(world: World, tickets: Tickets) -> Iterator[str]:
    """One text per ticket, in their order. A ticket's text depends on its number and the seed only."""
    customers = customer_of(world, tickets).tolist()
    serials = serial_names(tickets.model, device_of(world, tickets))
    versions = firmware_name(tickets.model, tickets.version)
    doubled = ((tickets.original != NEVER) | (tickets.channel == _WECHAT)).tolist()
    columns = (tickets.number, tickets.fault, tickets.model, tickets.phone, tickets.app, tickets.city)
    rows = zip(*(column.tolist() for column in columns), customers, serials, versions, doubled, strict=True)
    for number, fault, model, phone, app, city, customer, serial, version, thorough in rows:
        chance = Random(world.seed * 1_000_003 + number)
        words = {
            "m": MODELS[model].name,
            "l": MODELS[model].line,
            "o": PHONE_SYSTEMS[phone],
            "a": APPS[app].version,
            "v": version,
            "c": CITY_NAMES[city],
            "q": serial,
            "k": order_number(customer, number),
        }
        yield _written(chance, fault, customer, words, thorough)


def _written(chance: Random, fault: int, customer: int, words: dict[str, str], thorough: bool) -> str:
    fragments = _phrases()
    parts = [_one(chance, fragments["times"]) + _one(chance, fragments["devices"]) + _one(chance, _symptoms()[fault])]
    parts += _device_details(chance, FAULTS[fault].category in _ON_THE_PHONE, fragments)
    parts += [_one(chance, fragments[key]) for key in ("tried", "feelings", "demands") if chance.random() < 0.62]
    parts += [_one(chance, fragments["dialects"])] if chance.random() < 0.06 else []
    parts += _personal(chance, fragments, thorough)
    text = _one(chance, fragments["openings"]) + _joined(chance, [part for part in parts if part])
    return _slips(chance, _filled(chance, text, customer, words))


def _one(chance: Random, options: Sequence[str]) -> str:
    return options[int(chance.random() * len(options))]


def _joined(chance: Random, parts: list[str]) -> str:
    return "".join(part + _one(chance, _PUNCTUATION) for part in parts[:-1]) + parts[-1]


def _device_details(chance: Random, on_the_phone: bool, phrases: dict[str, list[str]]) -> list[str]:
    often = 0.5 if on_the_phone else 0.06
    return [_one(chance, phrases[key]) for key in ("phone", "firmware", "app") if chance.random() < often]


_PERSONAL = (
    ("contacts", 0.14),
    ("addresses", 0.08),
    ("orders", 0.10),
    ("serials", 0.06),
    ("mails", 0.02),
    ("identities", 0.01),
)


def _personal(chance: Random, phrases: dict[str, list[str]], thorough: bool) -> list[str]:
    sure = ("contacts", "serials") if thorough else ()
    return [_one(chance, phrases[key]) for key, often in _PERSONAL if chance.random() < (0.9 if key in sure else often)]


def _filled(chance: Random, text: str, customer: int, words: dict[str, str]) -> str:
    if "{" not in text:
        return text
    return text.format_map(
        {
            **words,
            "n": str(chance.randint(2, 9)),
            "p": people.telephone(customer),
            "s": people.name(customer)[0],
            "i": people.identity(customer),
            "x": people.email(customer),
            "d": STREETS[customer % len(STREETS)],
            "e": ESTATES[customer % len(ESTATES)],
            "h": str(customer % 320 + 1),
            "b": str(customer % 23 + 1),
            "r": str(customer % 30 // 2 * 100 + 101 + customer % 4),
        }
    )


def _slips(chance: Random, text: str) -> str:
    draw = chance.random()
    if draw < 0.10:
        right, wrong = _typos()[int(chance.random() * len(_typos()))]
        return text.replace(right, wrong, 1)
    if draw < 0.22:
        return text + _one(chance, _phrases()["emoji"]) * chance.randint(1, 3)
    return text
