"""工单系统导出.jsonl: the ticket system's export, one ticket per line with its whole history."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from random import Random

from zhenyin.demo.catalogue import TEAMS
from zhenyin.demo.files import DemoFile, Story
from zhenyin.demo.files._rows import Rows
from zhenyin.demo.frame import NEVER
from zhenyin.demo.people import AGENTS
from zhenyin.demo.plants.t13_ping_pong import FEWEST
from zhenyin.demo.plants.t13_ping_pong import TEAMS as BOUNCERS
from zhenyin.demo.texts import order_number

_CHANNELS = ("APP", "邮件")
_SHANGHAI = timezone(timedelta(hours=8))
_STATUS = ("open", "pending", "resolved", "closed")
_PRIORITY = {"紧急": "urgent", "高": "high", "中": "normal", "低": "low"}
_UNCLASSIFIED = 0.08
Step = dict[str, str | None]


class _Clock:
    """Seconds of the story as ISO times: tickets from the app carry +08:00, those from the mail gateway Z."""

    def __init__(self, start: datetime, utc: bool) -> None:
        self.start, self.zone = start.replace(tzinfo=_SHANGHAI), UTC if utc else _SHANGHAI

    def __call__(self, second: int) -> str | None:
        if second == NEVER:
            return None
        text = (self.start + timedelta(seconds=second)).astimezone(self.zone).isoformat()
        return text.replace("+00:00", "Z")


def _hand_overs(number: int, team: str, transfers: int) -> list[str]:
    """The teams that had the ticket, in their order; the last one solves it."""
    ring = BOUNCERS if transfers >= FEWEST else (TEAMS[0], team if team != TEAMS[0] else TEAMS[1])
    last = ring.index(team) if team in ring else 0
    step = 1 if number % 2 else -1
    return [ring[(last - step * left) % len(ring)] for left in range(transfers, 0, -1)] + [team]


def _history(
    clock: _Clock, number: int, times: tuple[int, ...], team: str, agent: str, transfers: int, reopened: int
) -> list[Step]:
    """Every step up to the end of the story. `times`: created, first reply, solved, closed, end of the story."""
    chance = Random(number)
    created, first, solved, closed, end = times
    path = _hand_overs(number, team, transfers)
    begun = first if first != NEVER else end
    until = solved if solved != NEVER else max(begun + 1, end)
    moments = sorted(begun + int(chance.uniform(0.05, 0.7) * (until - begun)) for _ in range(transfers))
    steps: list[tuple[int, str | None, str, str, str | None, str | None]] = [
        (created, "系统", "系统", "created", None, _STATUS[0]),
        (created + min(600, max(1, (begun - created) // 3)), "系统", path[0], "assigned", None, path[0]),
        (first, agent, path[0], "replied", _STATUS[0], _STATUS[1]),
    ]
    for moment, old, new in zip(moments, path[:-1], path[1:], strict=True):
        steps.append((moment, _member(chance, old), old, "transferred", old, new))
    if solved != NEVER and reopened:
        steps.append((begun + int(0.75 * (until - begun)), agent, team, "resolved", _STATUS[1], _STATUS[2]))
        steps.append((begun + int(0.85 * (until - begun)), "客户", team, "reopened", _STATUS[2], _STATUS[1]))
    steps.append((solved, agent, team, "resolved", _STATUS[1], _STATUS[2]))
    steps.append((closed, "系统", team, "closed", _STATUS[2], _STATUS[3]))
    names = ("at", "actor", "team", "action", "from", "to")
    return [
        dict(zip(names, (clock(step[0]), *step[1:]), strict=True))
        for step in steps
        if step[0] != NEVER and step[0] < end
    ]


def _member(chance: Random, team: str) -> str:
    code = TEAMS.index(team)
    return chance.choice([agent.name for agent in AGENTS if agent.team == code])


def _records(rows: Rows) -> Iterator[dict[str, object]]:
    t = rows.tickets
    start = datetime.combine(rows.world.start, datetime.min.time())
    clocks = {name: _Clock(start, utc=name == "邮件") for name in _CHANNELS}
    first_cause, cause, note = rows.causes
    category = rows.hidden(rows.category, _UNCLASSIFIED, "ticket system class")
    fault = rows.hidden(rows.fault, _UNCLASSIFIED, "ticket system class")
    columns: dict[str, list[str]] = {
        "channel": rows.channel,
        "type": rows.kind,
        "priority": [_PRIORITY[name] for name in rows.priority],
        "status": rows.status(_STATUS),
        "subject": [f"{line}-{kind}" for line, kind in zip(rows.line, rows.kind, strict=True)],
        "description": rows.texts,
        "category": category,
        "fault": fault,
        "customer_id": rows.customer,
        "customer_type": rows.customer_type,
        "product_line": rows.line,
        "product": rows.product,
        "model": rows.model,
        "version": rows.version,
        "batch": rows.batch,
        "device_id": rows.serial,
        "sold_at": rows.sold,
        "province": rows.province,
        "city": rows.city,
        "phone_os": rows.phone,
        "app_version": rows.app,
        "contractor": rows.contractor,
        "team": rows.team,
        "agent": rows.agent,
        "first_cause": first_cause,
        "cause": cause,
        "solution": note,
    }
    numeric = [
        column.tolist() for column in (t.created, t.first, t.resolved, t.closed, t.transfers, t.reopens, t.csat, t.nps)
    ]
    customers, names = rows.customers.tolist(), rows.source_id
    for row, (created, first, solved, closed, transfers, reopens, csat, nps) in enumerate(zip(*numeric, strict=True)):
        number, clock = rows.number[row], clocks[columns["channel"][row]]
        times = (created, first, solved, closed, rows.world.end)
        yield {
            "id": names[row],
            "created_at": clock(created),
            "first_response_at": clock(first),
            "resolved_at": clock(solved),
            "closed_at": clock(closed),
            **{key: values[row] or None for key, values in columns.items()},
            "order_no": order_number(customers[row], number),
            "transfers": transfers,
            "reopens": reopens,
            "csat": None if csat == NEVER else csat,
            "nps": None if nps == NEVER else nps,
            "history": _history(clock, number, times, columns["team"][row], columns["agent"][row], transfers, reopens),
        }


def _write(path: Path, story: Story) -> int:
    rows = Rows(story, _CHANNELS)
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in _records(rows))
    return len(rows)


FILE = DemoFile("工单系统导出.jsonl", _write, _CHANNELS)
