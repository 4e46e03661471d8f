"""Moments without what people and programs write around them: weekdays, 上午 and 下午, wide signs, commas, names of zones.

Each step takes the cell of the one before, so that the expression stays as long as the list of the steps.
"""

from zhenyin.warehouse import expressions as sql

_WIDE, _NARROW = "０１２３４５６７８９：／－．，　（）＋", "0123456789:/-., ()+"
_ODD = "[^-0-9 :./TZ+]"
"""What a moment has that needs a step of this."""
_CLOCK = "[0-9]{1,2}:.*"
_STEPS = (
    (r" *[(（][^()（）]*(?:时间|時間|[Tt]ime)[)）]$", ""),
    ("(?:北京时间|北京時間)$", "+08:00"),
    (r"[(（【\[]?(?:星期|礼拜|週|周)[一二三四五六日天末][)）】\]]?", " "),
    (r"(?i)[(\[]?\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?[)\]]?,?", " "),
    # Thousandths behind a comma, and any other comma.
    (r"(:[0-9]{2}),([0-9]{1,6})\b", r"\1.\2"),
    (r"[,，]", " "),
    # The year at the end, as `date` of Unix writes it.
    (
        r"^ *([A-Z][a-z]{2,8} +[0-9]{1,2}) +([0-9]+:[0-9:.]+)((?: [A-Z]{3})?(?: ?[+-][0-9:]+)?) +([0-9]{4})$",
        r"\1 \4 \2\3",
    ),
    # Hours in words.
    ("([0-9]) ?[点點时時]半", r"\1:30"),
    ("日? *([0-9]{1,2}) ?[点點时時] ?([0-9]{1,2}) ?分? ?([0-9]{1,2}) ?秒?$", r" \1:\2:\3"),
    ("日? *([0-9]{1,2}) ?[点點时時] ?([0-9]{1,2}) ?分?$", r" \1:\2"),
    ("日? *([0-9]{1,2}) ?[点點时時][正整]?$", r" \1:00"),
    (r"(?i)(^|[^0-9:.])([0-9]{1,2}) ?([ap]\.?m\b)", r"\1\2:00 \3"),
    # Halves of the day, behind the clock. At night, 12 is of the next day: better unread than wrong.
    ("^(.*?) ?(?:晚上|夜里|夜间|深夜|半夜) ?(12:.*|0?[0-4]:.*)$", r"\1 \2 ?"),
    ("^(.*?) ?(?:中午|正午) ?(1[01]:.*)$", r"\1 \2 AM"),
    (f"^(.*?) ?(?:下午|午后|傍晚|晚上|夜里|夜间|深夜|半夜|中午|正午|晚) ?({_CLOCK})$", r"\1 \2 PM"),
    (f"^(.*?) ?(?:上午|凌晨|清晨|早晨|早上|早) ?({_CLOCK})$", r"\1 \2 AM"),
    (rf"(?i)^(.*?) ?\b(a|p)\.?m\.? +({_CLOCK})$", r"\1 \3 \2m"),
    (r"(?i) *a\.?m\b\.?", " AM"),
    (r"(?i) *p\.?m\b\.?", " PM"),
    # A clock of 24 hours needs no half of the day, whatever stands there.
    (r"( (?:1[3-9]|2[0-3]|0?0):[0-9:.]+) [AP]M\b", r"\1"),
    (" {2,}", " "),
)


def is_plain(cell: str) -> str:
    """The condition that a cleaned cell is a moment of figures and their signs alone."""
    return f"NOT regexp_matches({cell}, {sql.text(_ODD)})"


def tidied(cell: str) -> str:
    """A cleaned cell as the plain moment that it says; what is no moment stays unreadable.

    `2026/3/5 下午 2:20` becomes `2026/3/5 2:20 PM`, and `Thu, 05 Mar 2026, 14:20` `05 Mar 2026 14:20`.
    """
    step = f"translate({cell}, {sql.text(_WIDE)}, {sql.text(_NARROW)})"
    for pattern, replacement in _STEPS:
        step = f"regexp_replace({step}, {sql.text(pattern)}, {sql.text(replacement)}, 'g')"
    return f"CASE WHEN {is_plain(cell)} THEN {cell} ELSE trim({step}) END"
