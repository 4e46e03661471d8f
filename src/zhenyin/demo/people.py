"""Who works at 星云智家 and who calls: names, shifts, telephone numbers. All invented, all from a number."""

from dataclasses import dataclass

from zhenyin.demo.catalogue import TEAMS

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文辉建国志梅红晓燕婷雪宇浩然子轩欣怡梓涵思远佳琪"
    "嘉豪雨晨一鸣若曦俊熙诗涵天佑雅琳鹏飞海波春梅少华永强凤英立新"
)
_PREFIXES = ("138", "139", "136", "135", "150", "151", "158", "159", "186", "187", "188", "177", "199", "133")
_MAIL_HOSTS = ("qq.com", "163.com", "foxmail.com", "outlook.com")


@dataclass(frozen=True, slots=True)
class Agent:
    """One agent. `hours` are the first and the last hour (exclusive) of the shift; a night shift runs past 24."""

    name: str
    team: int
    hours: tuple[int, int]


def name(number: int) -> str:
    """A Chinese name that belongs to this number.

    >>> name(7) == name(7)
    True
    """
    mixed = number * 2_654_435_761 % 4_294_967_296
    surname = _SURNAMES[mixed % len(_SURNAMES)]
    given = _GIVEN[mixed // 97 % len(_GIVEN)]
    return surname + given if mixed % 10 < 3 else surname + given + _GIVEN[mixed // 9_973 % len(_GIVEN)]


def telephone(number: int) -> str:
    """The mobile number of a customer; two customers never share one below 100 million customers."""
    return _PREFIXES[number % len(_PREFIXES)] + f"{number * 48_271 % 99_999_989:08d}"


def identity(number: int) -> str:
    """An 18-digit identity number with a right check digit."""
    body = f"110101{1960 + number % 45}{number % 12 + 1:02d}{number % 28 + 1:02d}{number % 1000:03d}"
    total = sum(int(digit) * weight for digit, weight in zip(body, _CHECK_WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


def email(number: int) -> str:
    return f"{_PREFIXES[number % 7]}{number * 7_919 % 999_983}@{_MAIL_HOSTS[number % len(_MAIL_HOSTS)]}"


_CHECK_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SHIFTS = ((8, 17), (10, 19), (13, 22), (20, 32))
_SIZES = (24, 18, 6, 12, 5)

BEIJING_PAIR = ("马俊杰", "田雨欣")
"""The two of T3 who get most of the Beijing queue."""
HARD_CASES = "陈静怡"
"""The one of T15 who is handed the hardest tickets."""


def _staff() -> tuple[Agent, ...]:
    plain = [
        Agent(name(1_000 + 37 * team + 211 * place), team, _SHIFTS[place % len(_SHIFTS)])
        for team in range(len(TEAMS))
        for place in range(_SIZES[team])
    ]
    named = [Agent(who, 0, (8, 22)) for who in BEIJING_PAIR] + [Agent(HARD_CASES, 1, (9, 18))]
    return tuple(plain + named)


AGENTS = _staff()
AGENT_CODES = {agent.name: code for code, agent in enumerate(AGENTS)}


def on_duty(team: int, hour: int) -> list[int]:
    """Codes of the ordinary agents of a team whose shift covers this hour; the whole team when none does."""
    ordinary = [c for c, a in enumerate(AGENTS) if a.team == team and a.name not in (*BEIJING_PAIR, HARD_CASES)]
    there = [c for c in ordinary if any(AGENTS[c].hours[0] <= h < AGENTS[c].hours[1] for h in (hour, hour + 24))]
    return there or ordinary
