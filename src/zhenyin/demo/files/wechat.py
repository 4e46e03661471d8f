"""微信群聊.txt: a WeChat group as it is exported: reports, the staff's replies, and small talk between them."""

import heapq
from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np

from zhenyin.demo.catalogue import MODELS
from zhenyin.demo.files import DemoFile, Story
from zhenyin.demo.files._rows import Rows
from zhenyin.demo.frame import NEVER
from zhenyin.demo.plants.t11_silent_wechat import DAYS, WEEKS_AGO
from zhenyin.demo.texts import phrases
from zhenyin.demo.world import World

_CHANNELS = ("微信",)
_SMALL_TALK = 0.6
"""Messages of small talk per report."""
Message = tuple[int, str, str]


def _nickname(customer: int) -> str:
    names = phrases("wechat")["昵称"]
    return f"{names[customer % len(names)]}{customer % 9_973}"


def _reports(rows: Rows) -> Iterator[Message]:
    for second, customer, text in zip(rows.tickets.created.tolist(), rows.customers.tolist(), rows.texts, strict=True):
        yield second, _nickname(customer), text


def _replies(rows: Rows) -> list[Message]:
    options = phrases("wechat")["回复"]
    columns = (rows.tickets.first.tolist(), rows.customers.tolist(), rows.agent, rows.number)
    return sorted(
        (first, f"星云客服-{agent}", options[number % len(options)].format(w=_nickname(customer)))
        for first, customer, agent, number in zip(*columns, strict=True)
        if first != NEVER
    )


def _small_talk(world: World, amount: int) -> list[Message]:
    chance = Random(world.seed)
    options = phrases("wechat")["闲聊"]
    silent = range(world.monday(WEEKS_AGO), world.monday(WEEKS_AGO) + DAYS)
    moments = sorted(
        chance.randrange(world.days) * 86_400 + chance.randrange(8 * 3_600, 23 * 3_600) for _ in range(amount)
    )
    return [
        (moment, _nickname(chance.randrange(90_000)), chance.choice(options).format(m=chance.choice(MODELS).name))
        for moment in moments
        if moment // 86_400 not in silent
    ]


def _write(path: Path, story: Story) -> int:
    rows = Rows(story, _CHANNELS)
    messages = list(heapq.merge(_reports(rows), _replies(rows), _small_talk(story.world, int(len(rows) * _SMALL_TALK))))
    times = rows.time(np.array([second for second, _, _ in messages], dtype=np.int64))
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(f"{time} {who}\n{what}\n\n" for time, (_, who, what) in zip(times, messages, strict=True))
    return len(messages)


FILE = DemoFile("微信群聊.txt", _write, _CHANNELS)
