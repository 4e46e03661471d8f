"""Which method looks for suspects, and why that one.

The choice is by what was measured (`bench/results/locate.md`): the scan is right most often and knows chance from change, with
one dimension as with many; the tree answers where there are too many leaves for the scan. Adtributor and association rules
are there to be compared with and are used when asked for, since they name something when nothing happened too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zhenyin.core.words import Words
from zhenyin.locators import LOCATORS, Leaves

SCAN, TREE, MIX, VALUES = "scan", "tree", "mix", "values"
MOST_SCANNED = 200_000
"""Leaves above which the tree is taken: the scan sums each of their combinations."""
_FEW = 100
_OTHERS = {
    MIX: Words("结构与同类分解", "mix against rate"),
    VALUES: Words("取值逐一比较", "value by value"),
}


@dataclass(frozen=True, slots=True)
class Method:
    """The method that was used, and why: one sentence for people."""

    key: str
    why: Words

    @property
    def title(self) -> Words:
        """What the method is called."""
        known = LOCATORS[self.key].title if self.key not in _OTHERS else None
        return Words(known["zh"], known["en"]) if known else _OTHERS[self.key]

    def sentence(self) -> Words:
        """The method and the reason, as one line."""
        return Words(f"方法：{self.title.zh}。{self.why.zh}", f"Method: {self.title.en}. {self.why.en}")

    def as_dict(self) -> dict[str, Any]:
        return {"key": self.key, "title": self.title.as_dict(), "why": self.why.as_dict()}


def chosen(leaves: Leaves, asked: str | None = None) -> Method:
    """The method for some leaves. Raises NotFound for one that was asked for and does not exist."""
    if asked is not None:
        about = LOCATORS[asked].about
        return Method(asked, Words(f"按要求使用。{about['zh']}", f"As asked for. {about['en']}"))
    cells, events = len(leaves.codes), float(leaves.real.sum() + leaves.expected.sum())
    if cells > MOST_SCANNED:
        return Method(TREE, _many(cells))
    if events < _FEW:
        return Method(SCAN, _few(events))
    if int((leaves.codes != leaves.codes[:1]).any(axis=0).sum()) <= 1:
        return Method(SCAN, _ONE)
    return Method(SCAN, _SEVERAL)


def with_overlaps(method: Method, suspects: Sequence[dict[str, str]]) -> Method:
    """The same, told by what came out: where suspects share tickets, how these were counted."""
    crossing = any(
        all(one.get(d, value) == value for d, value in other.items())
        for i, one in enumerate(suspects)
        for other in suspects[:i]
    )
    return Method(SCAN, _OVERLAPPING) if crossing and method == Method(SCAN, _SEVERAL) else method


BY_MIX = Method(
    MIX,
    Words(
        "均值和占比会随工单结构改变，所以先分开结构与同类工单上的差别。",
        "A mean or a share moves with the mix of tickets, so that mix and like tickets are told apart first.",
    ),
)
BY_VALUES = Method(
    VALUES,
    Words(
        "这里比较的不是两个时段，而是同一时段内的取值：每个取值与其余相比，已点名的先移除。",
        "No two spans are compared but values of one span: each with all others, those named before set aside.",
    ),
)
BY_LEVEL = Method(
    SCAN,
    Words(
        "分位数不能相加：先看超过参照水平的工单（可以相加），再用每个嫌疑自己的分位数确认。",
        "Quantiles do not add up: tickets above the level of the reference do, and each suspect is confirmed by its own "
        "quantile.",
    ),
)
_SEVERAL = Words(
    "有多个维度，原因可能是它们的组合：逐一检验组合，并扣除偶然波动。",
    "There are several dimensions, and the cause may be a combination: each is tested, and chance is taken off.",
)
_OVERLAPPING = Words(
    "嫌疑之间有重叠：每一个都在扣除其他嫌疑之后仍然成立，重叠的工单不重复解释。",
    "Suspects overlap: each holds after all others were taken off, and no ticket is explained twice.",
)
_ONE = Words(
    "只有一个维度有多个取值，没有组合：逐个取值检验，并扣除偶然波动。",
    "Only one dimension has more than one value, so there are no combinations: each value is tested against chance.",
)


def _few(events: float) -> Words:
    return Words(
        f"工单只有 {events:,.0f} 件（含参照）：只有成倍的变化才能与偶然波动区分，没有点名不等于没有原因。",
        f"There are only {events:,.0f} tickets, those compared with included: only a change by a multiple can be told from "
        "chance, and nothing named does not mean no cause.",
    )


def _many(cells: int) -> Words:
    return Words(
        f"有 {cells:,} 个组合，逐一检验过慢：改为逐层切分，可能漏掉单看不突出的组合。",
        f"There are {cells:,} combinations, too many to test each: they are split step by step, which may miss "
        "combinations of which no part stands out by itself.",
    )
