"""Shelf: one check of incoming tickets per file. A rule marks rows and tells why; it takes none away."""

from dataclasses import dataclass

from zhenyin.core.shelf import Shelf
from zhenyin.core.words import Words


@dataclass(frozen=True, slots=True)
class Rule:
    """One check: words for people, and the statement over `incoming` (rows as the fact has them) that finds the rows.

    The statement gives `line`, `column_name` and `value` of every row that breaks the rule. `now` in it is the moment
    of the import.
    """

    title: Words
    reason: Words
    select: str
    fact: str = "tickets"

    def at(self, now: str) -> str:
        """The statement for an import at that moment."""
        return self.select.replace("$now", f"TIMESTAMP '{now}'")


RULES: Shelf[Rule] = Shelf("zhenyin.quality_rules", "RULE", Words("质量规则", "quality rule"))
