"""The likelihood-ratio scan: which slices moved by a factor of their own?

Every combination of attributes up to `max_order` is scored by the log likelihood ratio of
"this slice moved by its own factor" beyond the cost of naming it; the best is checked against
its parts, explained away, and the search goes on until nothing is left.
"""

from dataclasses import replace

import numpy as np

from zhenyin.core.words import Language, Words
from zhenyin.locators import Explanation, Leaves, Locator, Options, Suspect
from zhenyin.locators._model import model_of
from zhenyin.locators._report import explanation
from zhenyin.stats.evidence import reference_periods
from zhenyin.stats.lattice import Lattice
from zhenyin.stats.peeling import Peeling

_MORE = 1.005  # of the whole change; what is less reads as 100 %


def locate(leaves: Leaves, options: Options | None = None) -> Explanation:
    """Name the slices that explain the change, or say that it lies outside the attributes.

    leaves: figures now and as expected per leaf. options: order, number and error chance.
    Counts and rates are judged conditionally on their totals (binomial, over-dispersion from
    what is left over); amounts against an empirical null. Raises ValueError on misshapen leaves.
    Source: M. Kulldorff, Communications in Statistics: Theory and Methods 26 (1997);
    J. Rissanen, Automatica 14 (1978).

    >>> codes = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    >>> leaves = Leaves(("model", "city"), [["A", "B"], ["x", "y"]], codes,
    ...                 np.array([20.0, 22.0, 19.0, 90.0]), np.array([20.0, 21.0, 20.0, 20.0]), periods=4)
    >>> [s.where for s in locate(leaves).suspects]
    [{'model': 'B', 'city': 'y'}]
    """
    options = options or Options()
    if leaves.periods is None and leaves.kind != "amount":
        leaves = replace(leaves, periods=float(reference_periods(leaves.expected) or 1_000))
    model = model_of(leaves)
    lattice = Lattice(leaves.codes, options.max_order)
    peeling = Peeling(model, lattice, -float(np.log(options.alpha)))
    found = peeling.run(options.max_suspects)
    if model.reestimate_noise():
        found = peeling.run(options.max_suspects)
    return explanation(leaves, found, model)


def sentence(suspect: Suspect, words: dict[str, str], language: Language) -> str:
    """What a person would say about a suspect.

    words: attribute name to its word in that language (the name itself where missing).

    >>> s = Suspect({"version": "3.2.1"}, 90, 30, 60, 0.8, 3.0, 2.1, 4.2, 12.0, 0.0)
    >>> sentence(s, {"version": "版本"}, "zh")
    '版本 3.2.1 是预期的 3.0 倍（90 比 30），占全部变化的 80%。'
    >>> sentence(replace(s, share=35.1), {"version": "版本"}, "zh")
    '版本 3.2.1 是预期的 3.0 倍（90 比 30），超过全部变化，其余切片与之相抵。'
    >>> sentence(s, {}, "en")
    'version 3.2.1: 3.0 times what was expected (90 against 30), 80% of the whole change.'
    """
    zh = language == "zh"
    where = ("、" if zh else ", ").join(f"{words.get(dim, dim)} {value}" for dim, value in suspect.where.items())
    figures = (f"{suspect.observed:,.0f}", f"{suspect.expected:,.0f}")
    if suspect.expected <= 0:
        return f"{where} 新出现（{figures[0]}）。" if zh else f"{where}: new ({figures[0]})."
    if zh:
        return f"{where} 是预期的 {suspect.ratio:.1f} 倍（{figures[0]} 比 {figures[1]}）{_part(suspect.share).zh}。"
    return f"{where}: {suspect.ratio:.1f} times what was expected ({figures[0]} against {figures[1]}){_part(suspect.share).en}."


def _part(share: float) -> Words:
    """What part of the whole change a slice is; a slice that others offset is more than all of it."""
    if share <= 0:
        return Words("，与总体方向相反", ", against the overall direction")
    if share > _MORE:
        return Words("，超过全部变化，其余切片与之相抵", ", more than the whole change, which the others offset")
    return Words(f"，占全部变化的 {share:.0%}", f", {share:.0%} of the whole change")


LOCATOR = Locator(
    title={"zh": "似然比扫描", "en": "Likelihood-ratio scan"},
    about={
        "zh": "逐一检验各维度组合是否有自己的变化倍数，扣除描述代价后取证据最强者，"
        "再与其子切片比较，直到没有可解释的变化。",
        "en": "Tests every combination of attributes for a factor of its own, takes the one with most evidence beyond "
        "the cost of naming it, holds it against its parts, and goes on until nothing is left to explain.",
    },
    run=locate,
)
