"""Moments as files write them, as SQL: from a cleaned cell to a timestamp in the company's time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from zhenyin.warehouse import expressions as sql
from zhenyin.warehouse.tidied import tidied

DateFormat = Literal[
    "iso",
    "zoned",
    "words",
    "named",
    "month",
    "compact",
    "excel",
    "epoch",
    "epoch-ms",
    "short-year",
    "day-first",
    "month-first",
]
"""How a moment may be written. All but the last three can be told apart cell by cell."""
_ZONE = "(?:Z|(?:UTC|GMT)?(?:([+-])([0-9]{1,2}):?([0-9]{2})?)|UTC|GMT)"
_ZONED = f"(:[0-9.]+(?: [AP]M)?) ?[(]?{_ZONE}[)]?$"
_PARTS = {"day-first": "%d/%m/{}", "month-first": "%m/%d/{}", "short-year": "{}/%m/%d"}
_YEARS = {"day-first": ("%y", "%Y"), "month-first": ("%y", "%Y"), "short-year": ("%y",)}
_CLOCKS = ("", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p", " %H:%M:%S.%g")
_YEAR_LAST, _DAY_LAST = (
    f"^[0-9]{{1,2}}[-/.][0-9]{{1,2}}[-/.]{last}(?: |$)" for last in ("(?:[0-9]{2}|[0-9]{4})", "[0-9]{1,2}")
)


@dataclass(frozen=True, slots=True)
class TimeFormat:
    """How the moments of one column are written: the formats to try, in this order; times with a zone end in `zone`.

    `tidy`: cells hold more than figures and their signs, see `tidied`. `local`: the zone of cells that name none, where
    that is not the company's.
    """

    formats: tuple[DateFormat, ...]
    zone: str = "Asia/Shanghai"
    tidy: bool = False
    local: str | None = None


def prepared(cell: str, form: TimeFormat) -> str:
    """A cleaned cell as `moment` takes it."""
    return tidied(cell) if form.tidy else cell


def moment(cell: str, form: TimeFormat) -> str:
    """A cell, `prepared`, as a timestamp in the company's time."""
    return f"coalesce({', '.join(_read(cell, name, form) for name in form.formats)}, NULL::TIMESTAMP)"


def _read(cell: str, name: DateFormat, form: TimeFormat) -> str:
    if name in _INSTANTS:
        return _INSTANTS[name](cell, form)
    found = _LOCAL[name](cell)
    if form.local is None:
        return found
    return f"timezone({sql.text(form.zone)}, timezone({sql.text(form.local)}, {found}))"


def _iso(cell: str) -> str:
    # Behind the day a point sets off parts of a second.
    dashed = f"translate(substr({cell}, 1, 10), '/.', '--') || substr({cell}, 11)"
    plain = f"TRY_CAST({cell} AS TIMESTAMP)"
    halves = f"try_strptime({dashed}, ['%Y-%m-%d %I:%M:%S %p', '%Y-%m-%d %I:%M %p'])"
    return f"""CASE WHEN NOT contains('-/.', substr({cell}, 5, 1)) THEN NULL WHEN suffix({cell}, 'M') THEN {halves}
        WHEN substr({cell}, 5, 1) = '-' THEN {plain} ELSE TRY_CAST({dashed} AS TIMESTAMP) END"""


def _zoned(cell: str, form: TimeFormat) -> str:
    bare = f"regexp_replace({cell}, {sql.text(_ZONED)}, '\\1')"
    ways = [_LOCAL[name](bare) for name in form.formats if name in _LOCAL and name not in _NUMBERS]
    local = f"coalesce({', '.join([*ways, _iso(bare)])})"
    sign, hours, minutes = (f"regexp_extract({cell}, {sql.text(_ZONED)}, {at})" for at in (2, 3, 4))
    ahead = f"coalesce(TRY_CAST({hours} AS INTEGER), 0) * 60 + coalesce(TRY_CAST({minutes} AS INTEGER), 0)"
    signed = f"CASE {sign} WHEN '-' THEN -1 ELSE 1 END * ({ahead})"
    instant = f"timezone('UTC', {local} - to_minutes({signed}))"
    return f"CASE WHEN regexp_matches({cell}, {sql.text(_ZONED)}) THEN timezone({sql.text(form.zone)}, {instant}) END"


def _words(cell: str) -> str:
    plain = f"trim(translate(replace(replace({cell}, '日', ' '), '秒', ''), '年月时点分', '--:::'), ' :')"
    dashed = f"regexp_replace({plain}, ' +', ' ', 'g')"
    halves = f"try_strptime({dashed}, ['%Y-%m-%d %I:%M:%S %p', '%Y-%m-%d %I:%M %p'])"
    read = f"CASE WHEN suffix({cell}, 'M') THEN {halves} ELSE TRY_CAST({dashed} AS TIMESTAMP) END"
    return f"CASE WHEN contains({cell}, '年') THEN {read} END"


def _month(cell: str) -> str:
    shape = "^[0-9]{4}[-/.年][0-9]{1,2}月?$"
    dashed = f"translate(replace({cell}, '月', ''), '/.年', '---') || '-1'"
    return f"CASE WHEN regexp_matches({cell}, '{shape}') THEN TRY_CAST({dashed} AS TIMESTAMP) END"


def _compact(cell: str) -> str:
    formats = "['%Y%m%d', '%Y%m%d%H%M%S', '%Y%m%d%H%M', '%Y%m%d %H:%M:%S', '%Y%m%d %H:%M', '%Y%m%dT%H%M%S']"
    return f"CASE WHEN regexp_matches({cell}, '^(19|20)[0-9]{{6}}') THEN try_strptime({cell}, {formats}) END"


def _excel(cell: str) -> str:
    days = f"TRY_CAST({cell} AS DOUBLE)"
    counted = f"TIMESTAMP '1899-12-30' + to_microseconds(CAST(round({days} * 86400) AS BIGINT) * 1000000)"
    return f"CASE WHEN {days} BETWEEN 20000 AND 80000 THEN {counted} END"


def _epoch(cell: str, form: TimeFormat, per_second: int = 1) -> str:
    seconds = f"TRY_CAST({cell} AS DOUBLE) / {per_second}"
    moment_of = f"timezone({sql.text(form.zone)}, to_timestamp({seconds}))"
    return f"CASE WHEN {seconds} BETWEEN 300000000 AND 9000000000 THEN {moment_of} END"


def _parted(cell: str, order: str) -> str:
    # A year of two figures is tried first: %Y would read it as a year of the first century.
    formats = [f"{_PARTS[order].format(year)}{clock}" for year in _YEARS[order] for clock in _CLOCKS]
    slashed = f"regexp_replace({cell}, '^([0-9]+)[-/.]([0-9]+)[-/.]', '\\1/\\2/')"
    read = f"try_strptime({slashed}, [{', '.join(sql.text(form) for form in formats)}])"
    shape = _DAY_LAST if order == "short-year" else _YEAR_LAST
    return f"CASE WHEN regexp_matches({cell}, '{shape}') THEN {read} END"


def _named(cell: str) -> str:
    """English names of months: `01/Mar/25 3:05 PM`, `1 March 2025`, `Mar 1, 2025, 15:05`, `Sat, 01 Mar 2025 15:05:00`."""
    bare = f"regexp_replace({cell}, '^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? ', '')"
    short = f"regexp_replace({bare}, '([A-Z][a-z]{{2}})[a-z]*[.]?', '\\1')"
    parted = f"regexp_replace(replace({short}, ',', ' '), '[-/ ]+', ' ', 'g')"
    days = [f"{day} {year}{clock}" for day in ("%d %b", "%b %d") for year in ("%y", "%Y") for clock in _CLOCKS]
    return f"try_strptime({parted}, [{', '.join(sql.text(form) for form in days)}])"


_LOCAL: dict[str, Callable[[str], str]] = {
    "iso": _iso,
    "words": _words,
    "named": _named,
    "month": _month,
    "compact": _compact,
    "excel": _excel,
    "short-year": lambda cell: _parted(cell, "short-year"),
    "day-first": lambda cell: _parted(cell, "day-first"),
    "month-first": lambda cell: _parted(cell, "month-first"),
}
_INSTANTS: dict[str, Callable[[str, TimeFormat], str]] = {
    "zoned": _zoned,
    "epoch": _epoch,
    "epoch-ms": lambda cell, form: _epoch(cell, form, 1000),
}
_NUMBERS = frozenset(("month", "compact", "excel"))
