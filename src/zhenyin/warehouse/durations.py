"""Durations as people write them (`1:30:00`, `2天3小时`, `3 days 2 hours`, `PT2H30M`, 90 in a column of minutes)."""

from zhenyin.warehouse import expressions as sql

UNITS = (
    ("周|星期|weeks?|wks?|w", 604_800),
    ("天|日|days?|d", 86_400),
    ("个?小时|个?钟头|时|hours?|hrs?|h", 3_600),
    ("分钟|分|minutes?|mins?|m", 60),
    ("秒钟?|seconds?|secs?|s", 1),
    ("毫秒|milliseconds?|msecs?|ms", 0.001),
)
"""What a unit may be called, in small letters, and how many seconds it is."""
_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_ANY_UNIT = "|".join(words for words, _ in UNITS)
BARE = rf"{_NUMBER}|[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?"
"""A number that needs the unit of its column."""
CLOCK = r"(?:([0-9]+) *(?:days?,?|d|天)? +)?([0-9]+):([0-5][0-9])(?::([0-5][0-9](?:\.[0-9]+)?))?"
DOTTED = r"([0-9]+)\.([0-9]{1,2}):([0-5][0-9]):([0-5][0-9](?:\.[0-9]+)?)"
"""Days before a point, as .NET writes them."""
EXCEL = r"(?:1899-12-3[01]|190[0-4]-[0-9]{2}-[0-9]{2})[ t][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?"
"""What a workbook keeps as days, read as the moment so long after its first day."""
WORDED = rf"p?t?(?:{_NUMBER} *(?:{_ANY_UNIT})[ ,，]*(?:and |t|零|又)?)+"
_MONTHS = "p[^t]*[ym].*"
"""Months and years of ISO 8601, which are of no one length."""
LONGEST = 1e9
"""Seconds, some thirty years: what is more is no duration."""


def seconds(cell: str, unit: float | None) -> str:
    """A cleaned cell as seconds. `unit`: the seconds that a bare number stands for; without it such a cell tells nothing."""
    text = f"lower({cell})"
    bare = f"TRY_CAST(replace({cell}, ',', '') AS DOUBLE) * {unit}" if unit else "NULL"
    dotted = _clock(text, DOTTED)
    cases = (
        (BARE, bare),
        (CLOCK, _clock(text)),
        (DOTTED, dotted),
        (EXCEL, _excel(cell)),
        (_MONTHS, "NULL"),
        (WORDED, _worded(text)),
    )
    timestamps = " ".join(f"WHEN regexp_full_match({text}, {sql.text(shape)}) THEN {value}" for shape, value in cases)
    found = f"CASE {timestamps} END"
    return f"CASE WHEN {found} <= {LONGEST} THEN {found} END"


def after(moment: str, elapsed: str) -> str:
    """The moment so many seconds later."""
    return f"{moment} + to_microseconds(CAST(round({elapsed} * 1000000) AS BIGINT))"


def _clock(text: str, shape: str = CLOCK) -> str:
    sizes = ((1, 86_400), (2, 3_600), (3, 60), (4, 1))
    return " + ".join(_times(f"regexp_extract({text}, {sql.text(f'^{shape}$')}, {at})", size) for at, size in sizes)


def _excel(cell: str) -> str:
    moment = f"TRY_CAST({cell} AS TIMESTAMP)"
    # A workbook believes in 29 February 1900; before it, its days count from the last of 1899.
    first = f"CASE WHEN {moment} < '1899-12-31' OR {moment} >= '1900-03-01' THEN '1899-12-30' ELSE '1899-12-31' END"
    return f"epoch({moment} - CAST({first} AS TIMESTAMP))"


def _worded(text: str) -> str:
    # A unit ends where its letters do: 5ms are no five minutes; the T of ISO 8601 comes after the days.
    shapes = ((f"({_NUMBER}) *(?:{words})(?:[^a-z]|t|$)", size) for words, size in UNITS)
    return " + ".join(_times(f"regexp_extract({text}, {sql.text(shape)}, 1)", size) for shape, size in shapes)


def _times(found: str, size: float) -> str:
    return f"coalesce(TRY_CAST(nullif({found}, '') AS DOUBLE), 0) * {size}"
