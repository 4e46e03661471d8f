"""设备日志.log: lines that devices send home; pairing time-outs of firmware 3.2.1 with Android stand out (T1)."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np

from zhenyin.core.arrays import Ints
from zhenyin.demo.catalogue import FAULT_NAMES, PHONE_SYSTEMS
from zhenyin.demo.devices import device_of, serial_names
from zhenyin.demo.files import DemoFile, Story
from zhenyin.demo.files._rows import Rows
from zhenyin.demo.rollout import firmware_name

_SHARE = 0.12
"""Share of tickets whose device left lines; all pairing failures do."""
_ORDINARY = (
    ("INFO", "boot ok fw={v} uptime={n}s"),
    ("INFO", "mqtt connected broker=iot{k}.xingyun.example rtt={n}ms"),
    ("INFO", "heartbeat rssi=-{r}dBm heap={n}KB"),
    ("WARN", "mqtt reconnect attempt={k} backoff={n}ms"),
    ("INFO", "ota check current={v} result=latest"),
    ("WARN", "clock drift {n}ms corrected by ntp"),
)
_PAIRING = (
    ("INFO", "provision start mode=ble phone={o}"),
    ("ERROR", "provision timeout step=dhcp code=-{k}04 ssid_len={r}"),
)
_BROKEN = (
    ("INFO", "provision start mode=ble phone={o}"),
    ("ERROR", "softap handshake failed: cipher suite mismatch fw={v} phone={o} err=0x{n:04x}"),
)
_FAULTY = {
    "续航短": ("WARN", "battery soh={r}% cell voltage drop {n}mV under load"),
    "断连": ("ERROR", "wifi beacon lost count={k} reason={r}"),
    "机身漏水": ("ERROR", "leak sensor wet adc={n}"),
    "不制冷": ("ERROR", "compressor current low {n}mA, evap temp {r}C"),
}


def _lines(rows: Rows, picked: Ints) -> Iterator[tuple[int, str, str, str]]:
    tickets = rows.tickets.take(picked)
    serials = serial_names(tickets.model, device_of(rows.world, tickets))
    versions = firmware_name(tickets.model, tickets.version)
    columns = (tickets.created, tickets.fault, tickets.phone, tickets.number)
    for created, fault, phone, number, serial, version in zip(
        *(c.tolist() for c in columns), serials, versions, strict=True
    ):
        chance = Random(number)
        name, system = FAULT_NAMES[fault], PHONE_SYSTEMS[phone]
        templates = [*(chance.choice(_ORDINARY) for _ in range(2)), *_of_fault(name, version, system)]
        moment = created - 3_600 - chance.randrange(7_200)
        for level, template in templates:
            moment += chance.randrange(1, 400)
            numbers = {"n": chance.randrange(20, 4_000), "k": chance.randrange(1, 6), "r": chance.randrange(30, 90)}
            yield max(0, moment), level, serial, template.format(v=version, o=system, **numbers)


def _of_fault(name: str, version: str, system: str) -> tuple[tuple[str, str], ...]:
    if name == "配网失败":
        return _BROKEN if version == "3.2.1" and system == "Android" else _PAIRING
    return (_FAULTY[name],) if name in _FAULTY else ()


def _write(path: Path, story: Story) -> int:
    rows = Rows(story, ("电话", "APP", "在线表单"))
    pairing = rows.tickets.fault == FAULT_NAMES.index("配网失败")
    lucky = story.world.dice("device log").random(len(rows)) < _SHARE
    lines = sorted(_lines(rows, np.flatnonzero(pairing | lucky)))
    times = rows.time(np.array([line[0] for line in lines], dtype=np.int64))
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(
            f"{at} {level:<5} [{serial}] {text}\n" for at, (_, level, serial, text) in zip(times, lines, strict=True)
        )
    return len(lines)


FILE = DemoFile("设备日志.log", _write)
