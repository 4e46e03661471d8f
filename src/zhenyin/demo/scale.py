"""The same story at any size, for benchmarks: facts as Parquet, or one big call-centre CSV, in bounded memory."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from zhenyin.core.arrays import Floats, Ints
from zhenyin.core.clock import today
from zhenyin.demo import catalogue as words
from zhenyin.demo.devices import customer_of, customer_type, device_of
from zhenyin.demo.files import Story
from zhenyin.demo.files._rows import Rows
from zhenyin.demo.files.hotline import write_rows
from zhenyin.demo.files.shipments import exposure
from zhenyin.demo.frame import NEVER, Tickets
from zhenyin.demo.geography import CITY_NAMES, CONTRACTORS, PROVINCE_NAMES
from zhenyin.demo.handling import handled
from zhenyin.demo.people import AGENTS
from zhenyin.demo.plants import shelf
from zhenyin.demo.proposals import Likelihood, expected, month_of_reports
from zhenyin.demo.rollout import APPS, FIRMWARES, STREAM_OF_MODEL
from zhenyin.demo.texts import descriptions
from zhenyin.demo.world import World

_CHUNK = 120_000
"""Tickets made at a time, about; what is in memory is a few hundred bytes for each."""
_STATUS = ("待受理", "处理中", "已解决", "已关闭")


def facts(folder: Path, rows: int = 10_000_000, seed: int = 7, until: date | None = None) -> int:
    """Write tickets-*.parquet and exposure.parquet with the columns of the facts into `folder`; gives back the tickets.

    Repeats and duplicates are left out, and texts are short: this is for speed, not for the planted truths.
    """
    folder.mkdir(parents=True, exist_ok=True)
    world = World(seed, until or today(), rows)
    written = 0
    for part, tickets in enumerate(_chunks(world)):
        pq.write_table(_table(world, tickets), folder / f"tickets-{part:04d}.parquet", compression="zstd")
        written += len(tickets)
    pq.write_table(_exposure(world), folder / "exposure.parquet", compression="zstd")
    return written


def csv(path: Path, rows: int = 1_000_000, seed: int = 7, until: date | None = None) -> int:
    """Write one call-centre CSV (UTF-8) with about `rows` rows, texts and all; gives back the number of rows."""
    world = World(seed, until or today(), rows)
    written = 0
    for tickets in _chunks(world):
        everything = tickets.changed(channel=np.zeros(len(tickets), dtype=np.int64))
        story = Story(world, everything, list(descriptions(world, everything)))
        written += write_rows(path, Rows(story, ("电话",)), "utf-8", header=written == 0)
    return written


def _chunks(world: World) -> Iterator[Tickets]:
    """Handled first reports, month by month, each month in as many equal parts as its size asks for."""
    plants = list(shelf().values())
    rate_factors: list[Likelihood] = [plant.rate_factor for plant in plants if plant.rate_factor]
    rates, numbered = expected(world) * 1.07, 0
    for month in range(int(world.month_of_day[-1]) + 1):
        parts = _parts(rates[:, world.month_of_day == month])
        for part in range(parts):
            reports = month_of_reports(world, month, rates / parts, rate_factors, part)
            numbers = numbered + 1 + np.arange(len(reports))
            numbered += len(reports)
            yield handled(world, reports.changed(number=numbers), plants, f"scale {month} {part}")


def _parts(rates: Floats) -> int:
    return max(1, round(float(rates.sum()) / _CHUNK))


def _words(names: tuple[str, ...], codes: Ints) -> pa.Array:
    """Text in dictionary form; null for none."""
    return pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int32), mask=codes < 0), list(names))


def _numbered(prefix: str, numbers: Ints) -> pa.Array:
    return pa.array([f"{prefix}{number:09d}" for number in numbers.tolist()])


def _moments(world: World, seconds: Ints) -> pa.Array:
    start = datetime.combine(world.start, datetime.min.time())
    moments = np.datetime64(start, "us") + seconds.astype("timedelta64[s]")
    return pa.array(moments, mask=seconds == NEVER)


def _counts(values: Ints) -> pa.Array:
    return pa.array(values, mask=values == NEVER)


def _table(world: World, t: Tickets) -> pa.Table:
    return pa.table({**_people(world, t), **_device(world, t), **_work(world, t)})


def _people(world: World, t: Tickets) -> dict[str, pa.Array]:
    customer = customer_of(world, t)
    number = _numbered("S", t.number)
    return {
        "ticket_id": number,
        "source_id": number,
        "source": pa.array(["scale"] * len(t)).dictionary_encode(),
        "channel": _words(words.CHANNELS, t.channel),
        "kind": _words(words.KINDS, t.kind),
        "description": _words(words.FAULT_NAMES, t.fault),
        "customer_id": _numbered("C", customer),
        "customer_type": _words(words.CUSTOMER_TYPES, customer_type(customer)),
        "province": _words(PROVINCE_NAMES, t.province),
        "city": _words(CITY_NAMES, t.city),
        "valid": pa.array(np.ones(len(t), dtype=bool)),
    }


def _device(world: World, t: Tickets) -> dict[str, pa.Array]:
    names = [release.version for releases in FIRMWARES for release in releases]
    offset = np.cumsum([0, *(len(releases) for releases in FIRMWARES)])[STREAM_OF_MODEL[t.model]]
    batches = tuple(name for row in world.batch_names for name in row)
    models = words.MODELS
    extra = [(_EXTRA[0], _names(words.PHONE_SYSTEMS, t.phone)), (_EXTRA[1], _names(_APP_NAMES, t.app))]
    return {
        "product_line": _words(tuple(m.line for m in models), t.model),
        "product": _words(tuple(m.product for m in models), t.model),
        "model": _words(tuple(m.name for m in models), t.model),
        "version": _words(tuple(names), offset + t.version),
        "batch": _words(batches, t.model * len(world.batch_names[0]) + t.batch),
        "device_id": _numbered("XY", device_of(world, t)),
        "extra": _maps([*extra, (_EXTRA[2], _names(CONTRACTORS, t.contractor))]),
    }


_EXTRA = ("phone_os", "app_version", "contractor")
_APP_NAMES = tuple(release.version for release in APPS)


def _names(names: tuple[str, ...], codes: Ints) -> pa.Array:
    return _words(names, codes).cast(pa.string())


def _maps(columns: list[tuple[str, pa.Array]]) -> pa.Array:
    """One map per row with the values of all columns; a column without a value keeps its key with null."""
    size, width = len(columns[0][1]), len(columns)
    keys = pa.array([name for name, _ in columns] * size)
    mixed = pa.concat_arrays([values for _, values in columns])
    order = np.arange(size * width).reshape(width, size).T.ravel()
    offsets = pa.array(np.arange(0, size * width + 1, width, dtype=np.int32))
    return pa.MapArray.from_arrays(offsets, keys, mixed.take(pa.array(order)))


def _work(world: World, t: Tickets) -> dict[str, pa.Array]:
    team = np.array([agent.team for agent in AGENTS])[t.agent]
    step = (t.first != NEVER).astype(np.int64) + (t.resolved != NEVER) + (t.closed != NEVER)
    return {
        "created_at": _moments(world, t.created),
        "first_response_at": _moments(world, t.first),
        "resolved_at": _moments(world, t.resolved),
        "closed_at": _moments(world, t.closed),
        "status": _words(_STATUS, step),
        "category": _words(tuple(fault.category for fault in words.FAULTS), t.fault),
        "fault": _words(words.FAULT_NAMES, t.fault),
        "priority": _words(words.PRIORITIES, t.priority),
        "team": _words(words.TEAMS, team),
        "agent": _words(tuple(agent.name for agent in AGENTS), t.agent),
        "transfers": _counts(t.transfers),
        "reopens": _counts(t.reopens),
        "csat": _counts(t.csat).cast(pa.float64()),
        "nps": _counts(t.nps).cast(pa.float64()),
    }


def _exposure(world: World) -> pa.Table:
    month, model, version, batch, province, shipped, units = (
        np.array(column) for column in zip(*exposure(world), strict=True)
    )
    starts = np.array([world.month(m) for m in range(25)], dtype="datetime64[D]")
    names = tuple(release.version for releases in FIRMWARES for release in releases)
    offset = np.cumsum([0, *(len(releases) for releases in FIRMWARES)])[STREAM_OF_MODEL[model]]
    batches = tuple(name for row in world.batch_names for name in row)
    return pa.table(
        {
            "month": pa.array(starts[month]),
            "product_line": _words(tuple(m.line for m in words.MODELS), model),
            "product": _words(tuple(m.product for m in words.MODELS), model),
            "model": _words(tuple(m.name for m in words.MODELS), model),
            "version": _words(names, offset + version),
            "batch": _words(batches, model * len(world.batch_names[0]) + batch),
            "province": _words(PROVINCE_NAMES, province),
            "units": pa.array(units.astype(np.float64)),
            "shipped": pa.array(shipped.astype(np.float64)),
        }
    )
