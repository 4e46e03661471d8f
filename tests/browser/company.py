"""A small maker of washing machines, as a CSV of its hotline: what is to be found in it is known.

闪退 on version 2.0.0 is six times as frequent in the last four weeks. 漏水 of W2 has halved since the seals were
changed `FIX_WEEKS` ago, while 漏水 of W1 stayed.
"""

import csv
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

WEEKS = 70
FIX_WEEKS, CRASH_WEEKS = 12, 4
SIGNAL = {"fault": "闪退", "version": "2.0.0"}
_TEXTS = {
    "闪退": "打开 APP 就闪退，{model} 连不上，电话 138{tail}",
    "漏水": "{model} 门下面漏水，地板都湿了",
    "噪音大": "{model} 脱水时噪音大得吓人",
    "不排水": "{model} 洗完不排水，水停在里面",
}
_COLUMNS = ("工单号", "创建时间", "首次响应时间", "解决时间", "问题描述", "型号", "固件版本", "省份", "故障", "处理人")


def this_week(today: date) -> date:
    """The Monday of the present week: the last whole week ends before it."""
    return today - timedelta(days=today.weekday())


def write(path: Path, today: date, seed: int = 5) -> int:
    """Write the hotline's CSV up to the day before `today`; returns the number of tickets."""
    dice, rows = Random(seed), 0
    first = this_week(today) - timedelta(weeks=WEEKS)
    with path.open("w", encoding="gb18030", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(_COLUMNS)
        for number in range((today - first).days):
            day = first + timedelta(days=number)
            for fault, model, version in _reports(dice, (this_week(today) - day).days / 7):
                rows += 1
                writer.writerow(_row(dice, rows, day, fault, model, version))
    return rows


def _reports(dice: Random, weeks_ago: float) -> list[tuple[str, str, str]]:
    """What is reported on one day."""
    rates = {(fault, model, v): 0.35 for fault in _TEXTS for model in ("W1", "W2") for v in ("1.9.0", "2.0.0")}
    for v in ("1.9.0", "2.0.0"):
        rates["漏水", "W1", v] = 1.0
        rates["漏水", "W2", v] = 1.0 if weeks_ago > FIX_WEEKS else 0.45
    if weeks_ago <= CRASH_WEEKS:
        for model in ("W1", "W2"):
            rates["闪退", model, "2.0.0"] *= 6
    return [key for key, rate in rates.items() for _ in range(_poisson(dice, rate))]


def _poisson(dice: Random, mean: float) -> int:
    """Donald Knuth, The Art of Computer Programming, volume 2, section 3.4.1."""
    count, chance, limit = 0, dice.random(), 2.718281828**-mean
    while chance > limit:
        count, chance = count + 1, chance * dice.random()
    return count


def _row(dice: Random, number: int, day: date, fault: str, model: str, version: str) -> list[str]:
    made = datetime(day.year, day.month, day.day, dice.randint(8, 20), dice.randint(0, 59))
    answered = made + timedelta(minutes=dice.randint(5, 240))
    solved = answered + timedelta(hours=dice.randint(1, 72))
    text = _TEXTS[fault].format(model=model, tail=f"{dice.randint(0, 99_999_999):08d}")
    province = dice.choice(("浙江省", "江苏省", "广东省", "北京市"))
    times = [f"{moment:%Y/%m/%d %H:%M}" for moment in (made, answered, solved)]
    return [f"T{number:06d}", *times, text, model, version, province, fault, dice.choice(("张敏", "李强", "王芳"))]
