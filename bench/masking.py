"""How much personal data the mask finds in generated texts, and how much it takes that is none.

`python bench/masking.py [--seed N] [--json]`: 1,000 texts, half of them with personal data made by the rules of its own
scheme (check digits, area codes, regions), half with numbers and words that resemble it. A text counts as found where not
one sign of the value is left.
"""

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Callable

from zhenyin.core.masking import mask_text

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_FIGURES = "零一二三四五六七八九"
_NAMES = ("张伟", "王秀英", "欧阳明", "刘洋", "赵敏", "孙丽华", "周杰", "吴昊天", "郑爽", "冯小刚", "陈静", "沈阳明")
_STREETS = ("Street", "Ave", "Road", "Lane")
_TREES = ("Main", "Oak", "Maple", "Park")
_ENGLISH = ("John Smith", "Mary Jones", "Robert Brown", "Linda Davis", "James Wilson")
_AROUND = (
    "客户说{}，请尽快处理",
    "{}",
    "洗衣机漏水，{}，谢谢",
    "备注：{}。已登记",
    "【来电】{} 反映噪音大",
    "please note {} thanks",
)


def _digits(random_: random.Random, count: int) -> str:
    return "".join(random_.choice("0123456789") for _ in range(count))


def _luhn(body: str) -> str:
    total = sum(int(d) * 2 - 9 * (int(d) > 4) if at % 2 == 0 else int(d) for at, d in enumerate(reversed(body)))
    return body + str(-total % 10)


def _mobile(r: random.Random) -> str:
    number = f"1{r.choice('3456789')}{_digits(r, 9)}"
    a, b, c = number[:3], number[3:7], number[7:]
    shapes = (
        number,
        f"{a} {b} {c}",
        f"{a}-{b}-{c}",
        f"{a}.{b}.{c}",
        f"+86 {number}",
        f"0086{number}",
        f"(+86){number}",
    )
    wide = number.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    words = "".join(_FIGURES[int(d)] for d in number)
    return r.choice((*shapes, wide, words, words.replace("一", "幺")))


def _fixed(r: random.Random) -> str:
    area = r.choice(("010", "021", "0571", "0755", "028", "0431"))
    number = r.choice("2345678") + _digits(r, 7 if len(area) == 3 or area in ("0571", "0755") else 6)
    return r.choice(
        (
            f"{area}-{number}",
            f"({area}){number}",
            f"（{area}）{number}",
            f"{area} {number[:4]} {number[4:]}",
            f"{area}{number}",
        )
    )


def _service(r: random.Random) -> str:
    return r.choice(
        (
            f"400-{_digits(r, 3)}-{_digits(r, 4)}",
            f"400{_digits(r, 7)}",
            f"800-{_digits(r, 3)}-{_digits(r, 4)}",
            f"400 {_digits(r, 4)} {_digits(r, 3)}",
        )
    )


def _identity(r: random.Random) -> str:
    region = r.choice(("110105", "310104", "440106", "510107", "330106"))
    body = f"{region}{r.randint(1940, 2015)}{r.randint(1, 12):02}{r.randint(1, 28):02}{_digits(r, 3)}"
    number = body + "10X98765432"[sum(int(d) * w for d, w in zip(body, _WEIGHTS, strict=True)) % 11]
    old = f"{region}{r.randint(40, 99)}{r.randint(1, 12):02}{r.randint(1, 28):02}{_digits(r, 3)}"
    return r.choice(
        (
            number,
            number,
            f"{number[:6]} {number[6:14]} {number[14:]}",
            f"{number[:6]}-{number[6:14]}-{number[14:]}",
            number.lower(),
            old,
        )
    )


def _card(r: random.Random) -> str:
    number = _luhn(r.choice(("622202", "4", "51", "35", "6011", "621700")) + _digits(r, 15))
    number = _luhn(number[: r.choice((15, 18) if number.startswith("62") else (15,))])
    groups = " ".join(number[at : at + 4] for at in range(0, len(number), 4))
    return r.choice((number, groups, groups.replace(" ", "-")))


def _email(r: random.Random) -> str:
    name = r.choice(("li.lei", "wang_fang88", "zhao-min", "13800138000", "service2024"))
    domain = r.choice(("qq.com", "163.com", "mail.example.cn", "gmail.com"))
    return r.choice(
        (
            f"{name}@{domain}",
            f"{name} @ {domain}",
            f"{name}＠{domain}",
            f"{name}(at){domain}",
            f"{name}@{domain.replace('.', ' . ')}",
        )
    )


def _plate(r: random.Random) -> str:
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    head = r.choice("京沪粤川浙苏鲁豫") + r.choice("ABCDEF")
    body = r.choice((_digits(r, 5), f"{r.choice(letters)}{_digits(r, 4)}", f"D{_digits(r, 5)}", f"{_digits(r, 5)}F"))
    return r.choice((f"{head}{body}", f"{head}·{body}", f"{head} {body}"))


def _vin(r: random.Random) -> str:
    letters = "ABCDEFGHJKLMNPRSTUVWXYZ"
    values = dict(zip(letters, (1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
    weights = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
    signs = ["L", *(r.choice(letters + "0123456789") for _ in range(9)), *(r.choice("0123456789") for _ in range(7))]
    rest = sum((int(s) if s.isdigit() else values[s]) * w for s, w in zip(signs, weights, strict=True)) % 11
    signs[8] = "X" if rest == 10 else str(rest)
    return "".join(signs)


def _address(r: random.Random) -> str:
    number, room = r.randint(1, 300), r.randint(101, 2805)
    return r.choice(
        (
            f"浙江省杭州市西湖区文三路{number}号{r.randint(1, 20)}幢{room}室",
            f"阳光小区{r.randint(1, 30)}-{r.randint(1, 4)}-{room}",
            f"解放路{r.choice(('一百二十', '三十五', '十八'))}号",
            f"广东省佛山市顺德区大良街道{r.choice(('凤翔', '新桂'))}路{number}号",
            f"河北省定州市李家庄村{r.choice('二三四')}组{number}号",
            f"上海市浦东新区张江路{number}弄{r.randint(1, 60)}号{room}室",
            f"万科城市花园{r.randint(1, 30)}栋{r.randint(1, 4)}单元{room}",
            f"{number} {r.choice(_TREES)} {r.choice(_STREETS)}, Apt {r.randint(1, 40)}B",
            f"{number} West Lake Road",
        )
    )


def _messenger(r: random.Random) -> str:
    return r.choice(
        (
            f"QQ8{_digits(r, 3)}56789",
            f"QQ号：1{_digits(r, 8)}",
            f"微信号：li_{_digits(r, 5)}",
            f"加v：abc{_digits(r, 5)}",
            f"wx: zhao{_digits(r, 4)}",
            f"微信wang{_digits(r, 5)}",
        )
    )


def _name(r: random.Random) -> str:
    name, title = r.choice(_NAMES), r.choice(("先生", "女士"))
    wide = f"{name[0]}　{name[1:]}"
    return r.choice(
        (
            f"{name}{title}来电",
            f"{name[0]}{title}来电",
            f"联系人：{name}",
            f"收件人{wide}",
            f"我叫{name}",
            f"客户{name}反映",
            f"Mr. {r.choice(_ENGLISH)}",
            f"my name is {r.choice(_ENGLISH)}",
        )
    )


def _passport(r: random.Random) -> str:
    return r.choice(
        (
            f"护照号E{_digits(r, 8)}",
            f"护照：G{_digits(r, 8)}",
            f"港澳通行证C{_digits(r, 8)}",
            f"passport no. E{_digits(r, 8)}",
        )
    )


KINDS: dict[str, Callable[[random.Random], str]] = {
    "mobile": _mobile,
    "fixed line": _fixed,
    "400/800": _service,
    "identity": _identity,
    "bank card": _card,
    "e-mail": _email,
    "plate": _plate,
    "vin": _vin,
    "address": _address,
    "messenger": _messenger,
    "name": _name,
    "passport": _passport,
}


def _innocent(r: random.Random) -> str:
    day = f"2026{r.randint(1, 12):02}{r.randint(1, 28):02}"
    return r.choice(
        (
            f"订单号{day}{_digits(r, 9)}",
            f"工单 GD-{day}-{_digits(r, 4)}",
            f"序列号 SN{_digits(r, 11)}",
            f"固件{r.randint(1, 9)}.{r.randint(0, 9)}.{r.randint(0, 99)}升级失败",
            f"错误代码E{r.randint(1, 99)}",
            f"型号 KFR-{r.randint(20, 80)}GW/BP{r.randint(1, 9)}",
            f"{r.randint(1, 12)}月{r.randint(1, 28)}日上门安装师傅没来",
            f"地铁{r.randint(1, 16)}号线旁边",
            f"第{r.randint(1, 9)}次报修，{r.randint(1, 9)}号机",
            f"电压{r.randint(200, 240)}V，温度{r.randint(10, 90)}.{r.randint(0, 9)}度",
            f"金额{r.randint(100, 9999)}.00元，已付{r.randint(1, 99)}%",
            f"2026-03-{r.randint(1, 28):02} 0{r.randint(1, 9)}:{r.randint(10, 59)}",
            f"部件号 {_digits(r, 4)}-{_digits(r, 3)}",
            "微信支付失败，小程序打不开",
            "客户经理说项目经理没有安排",
            f"快递单号SF{_digits(r, 13)}",
            f"批次B{_digits(r, 6)}，{r.randint(1, 9)}楼卖场样机",
            f"MAC 00-1B-44-11-{r.randint(10, 99)}-B7",
            f"IP 192.168.{r.randint(0, 255)}.{r.randint(1, 254)}",
            f"Ticket {_digits(r, 6)} about model X{_digits(r, 3)}",
            f"{r.choice((1, 2, 3))}匹空调制冷效果差，用户要求退货",
            f"交易号{_digits(r, 4)}20260305{_digits(r, 8)}",
            "高温天气管道堵塞，金属外壳发烫",
            f"运行 {_digits(r, 8)} 毫秒后重启",
        )
    )


def measured(seed: int, texts: int) -> dict[str, object]:
    """Recall and precision by kind, over values."""
    r = random.Random(seed)
    found, made, taken = Counter[str](), Counter[str](), 0
    missed: list[tuple[str, str]] = []
    names = list(KINDS)
    for at in range(texts // 2):
        kind = names[at % len(names)]
        value = KINDS[kind](r)
        masked = mask_text(r.choice(_AROUND).format(value))
        made[kind] += 1
        good = _core(kind, value) not in masked and "〔" in masked
        found[kind] += good
        missed += [] if good else [(kind, value)]
    wrong = []
    for _ in range(texts // 2):
        text = r.choice(_AROUND).format(_innocent(r))
        if mask_text(text) != text:
            wrong.append(f"{text} → {mask_text(text)}")
            taken += 1
    total = sum(found.values())
    return {
        "texts": texts,
        "recall": total / sum(made.values()),
        "precision": total / (total + taken),
        "by_kind": {kind: found[kind] / made[kind] for kind in names},
        "missed": missed[:20],
        "wrong": wrong[:20],
    }


def _core(kind: str, value: str) -> str:
    """What must not be left of a value: for names the name, for others the longest run of letters and digits."""
    if kind == "name":
        return next((name for name in (*_NAMES, *_ENGLISH) if name in value.replace("　", "")), value[:3])
    runs = re.findall(r"[0-9A-Za-z_０-９零一二三四五六七八九幺]+", value)
    return max(runs, key=len) if runs else value


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--texts", type=int, default=1_000)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    begun = time.perf_counter()
    result = measured(given.seed, given.texts)
    result["seconds"] = round(time.perf_counter() - begun, 3)
    if given.json:
        print(json.dumps(result, ensure_ascii=False))
        return
    for name, value in result.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    main()
