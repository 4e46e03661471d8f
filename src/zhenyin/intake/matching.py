"""Which column is which field: by its name, by a name that is nearly one, by what its cells look like."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from zhenyin.core.words import Words
from zhenyin.intake import clock_columns, durations, ownership, ratings, ticket_numbers, yes_no
from zhenyin.intake.cell_patterns import pattern_scores, speaks_against
from zhenyin.intake.dictionary import COURSE, TIMES, Fields, fields, spelled, stem, wording
from zhenyin.intake.models import CLOCK, PERSONAL, SPAN, Match
from zhenyin.intake.moment_names import is_creation, is_no_creation, is_other_moment
from zhenyin.text.normalise import label

CREATION = "created_at"
NEAR = 0.85
"""Letters in common from which a name counts as a misspelling of another."""
_MOSTLY = 0.8
SURE = 0.6
"""From this confidence on a match may decide which fact a table is."""
Samples = Mapping[str, Sequence[str]]
STAFF = f"{PERSONAL}staff"
_OF_STAFF = Words("属于处理人员，不是客户", "of those who work on tickets, not of customers")
_AGAIN = re.compile(r"\.\d+$")


class _Guess(NamedTuple):
    confidence: float
    target: str
    why: Words


class _Column(NamedTuple):
    """What one column says for itself, worked out once for all fields that it may be."""

    name: str
    words: str
    """The name as the dictionary would write it: in simplified characters, without the path to a field of an object."""
    cells: Sequence[str]
    label: str
    bare: str
    """The label without a number behind it: a second column of names is called `姓名.2`."""
    unitless: str
    """The label without a unit behind it: how long something took, in minutes."""
    is_span: bool
    stems: tuple[str, str]
    """As a name of anything, and as one of a moment."""
    pattern_scores: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class TableMatch:
    """What a table was taken for, and each of its columns."""

    shape: str
    matches: tuple[Match, ...]

    def targets(self) -> dict[str, str | None]:
        return {match.column: match.target for match in self.matches}


def best_shape(samples: Samples, shapes: Sequence[str]) -> TableMatch:
    """The shape whose needed fields are all there and that knows most of the columns; the first one if none is whole."""
    columns = [_column(name, cells) for name, cells in samples.items()]
    clocks = clock_columns.pairs(samples)
    tried = [TableMatch(shape, _match(columns, shape, clocks)) for shape in shapes]
    whole = [found for found in tried if _is_whole(found)]
    return max(whole, key=_recognised_share) if whole else tried[0]


def _match(columns: Sequence[_Column], shape: str, clocks: Mapping[str, str]) -> tuple[Match, ...]:
    """Every column with the field it is taken for. `clocks`: the column of its days for each column of times of day.

    No field is given to two columns, but for personal data: what is to be hidden may stand in many.
    """
    known = fields(shape)
    guesses = [
        (guess, column.name) for column in columns if column.name not in clocks for guess in _guesses(column, known)
    ]
    if clocks:
        # Where days and clocks stand apart, a clock without a day of its own is no duration.
        times = {column.name for column in columns if clock_columns.is_clock(column.cells)}
        guesses = [(g, name) for g, name in guesses if not (g.target.startswith(SPAN) and name in times)]
    # Of several dates the first is no better than the others: which one is the creation must be said by its name.
    dated = [name for guess, name in guesses if guess.target == CREATION and guess.confidence < SURE]
    if len(dated) > 1:
        guesses = [(g, name) for g, name in guesses if g.target != CREATION or g.confidence >= SURE]
    taken: dict[str, _Guess] = {}
    targets: set[str] = set()
    for guess, name in sorted(guesses, key=lambda pair: -pair[0].confidence):
        if name not in taken and guess.target not in targets:
            taken[name] = guess
            if not guess.target.startswith(PERSONAL):
                targets.add(guess.target)
    taken = _without_others(taken, {column.name: column.cells for column in columns})
    taken |= {
        clock: _of_day(taken[day]) for clock, day in clocks.items() if day in taken and taken[day].target in TIMES
    }
    return tuple(_final_match(column.name, taken.get(column.name)) for column in columns)


def _without_others(taken: Mapping[str, _Guess], cells: Samples) -> dict[str, _Guess]:
    """What repeats with the agent is the agent's; what is one customer's alone is no model."""
    by_target = {guess.target: name for name, guess in taken.items()}
    agent, customer = (cells[by_target[target]] if target in by_target else [] for target in ("agent", "customer_id"))

    def kept(name: str, guess: _Guess) -> _Guess | None:
        personal = guess.target.startswith(PERSONAL) and guess.target != STAFF
        if personal and (ownership.is_staff(spelled(name)) or ownership.repeat_together(agent, cells[name])):
            return _Guess(guess.confidence, STAFF, _OF_STAFF)
        by_cells = guess.target == "model" and guess.confidence < SURE
        return None if by_cells and ownership.belong_to_one(cells[name], customer) else guess

    return {name: found for name, guess in taken.items() if (found := kept(name, guess)) is not None}


def _of_day(day: _Guess) -> _Guess:
    why = Words("与日期列合为一个时间", "the time of day of the column with its date")
    return _Guess(day.confidence, CLOCK + day.target, why)


def _column(name: str, cells: Sequence[str]) -> _Column:
    words = spelled(name)
    stems = stem(words, False), stem(words, True)
    unitless = label(durations.split_unit(words)[0])
    is_span = durations.fits(words, cells)
    return _Column(
        name, words, cells, label(words), label(_AGAIN.sub("", words)), unitless, is_span, stems, pattern_scores(cells)
    )


def _final_match(column: str, guess: _Guess | None) -> Match:
    if guess is None:
        return Match(column, None, 0.0, Words("没有对应字段，保留在其他字段中", "no field of that name: kept as it is"))
    return Match(column, guess.target, round(guess.confidence, 3), guess.why)


def _is_whole(found: TableMatch) -> bool:
    sure = {match.target for match in found.matches if match.confidence >= SURE}
    return set(fields(found.shape).needed) <= sure


def _recognised_share(found: TableMatch) -> float:
    return sum(match.confidence for match in found.matches if match.confidence >= SURE)


def _guesses(column: _Column, known: Fields) -> list[_Guess]:
    named = [
        _by_name(_own_name(column, target), target, names) or _by_stem(column, target, known)
        for target, names in known.strong.items()
    ]
    weak = [_by_weak_name(column.label, column.cells, target, names) for target, names in known.weak.items()]
    seen = [_by_pattern(column, target) for target in known.names() if target in column.pattern_scores]
    if ownership.is_no_model(column.words, column.cells):
        seen = [guess for guess in seen if guess.target != "model"]
    others = (
        [_by_number(column), _by_rating(column), _by_yes_and_no(column), _by_own_words(column), _by_creation(column)]
        if "csat" in known.strong
        else []
    )
    found = [guess for guess in (*named, *weak, *seen, *others, *_by_parts(column, known)) if guess is not None]
    return [guess for guess in found if not _is_ruled_out(column, guess.target)]


def _by_parts(column: _Column, known: Fields) -> list[_Guess]:
    """A name under a group is one with it, on either side, or alone: 时间 over 创建, 客户 over 姓名, Result over Status."""
    group, _, name = column.words.partition(".")
    if not name or "." in name or name.isdigit():
        return []
    between = " " if column.words.isascii() else ""
    variants = [f"{group}{between}{name}", f"{name}{between}{group}", name]
    read = [_column(variant, column.cells) for variant in variants]
    named = [
        guess and guess._replace(confidence=guess.confidence - 0.005 * at)
        for at, variant in enumerate(read, 1)
        for target, names in known.strong.items()
        for guess in [_by_name(_own_name(variant, target), target, names) or _by_stem(variant, target, known)]
    ]
    return [guess for guess in named if guess]


def _own_name(column: _Column, target: str) -> str:
    if target.startswith(SPAN):
        return column.unitless
    return column.bare if target.startswith(PERSONAL) else column.label


def _is_ruled_out(column: _Column, target: str) -> bool:
    """What took so long is no moment, and what is no duration took no time."""
    if target.startswith(SPAN):
        return not column.is_span
    if target in ("category", "fault") and ownership.is_own_words(column.words):
        return True
    if target == "customer_id" and ownership.is_staff(column.words):
        return True
    if target in TIMES and (column.is_span or _is_of_other_moment(column.words, target)):
        return True
    return speaks_against(target, column.cells)


def _is_of_other_moment(name: str, target: str) -> bool:
    return is_no_creation(name) if target == CREATION else target in COURSE and is_other_moment(name)


def _by_name(own: str, target: str, names: Sequence[str]) -> _Guess | None:
    if own in names:
        rank = names.index(own)
        why = Words("字段字典中有这个列名", "the dictionary knows this name")
        return _Guess(0.98 - 0.003 * rank, target, why)
    shortest = 2 if target.startswith(PERSONAL) else 3
    if any(_contains(own, name, shortest) for name in names):
        return _Guess(0.72, target, Words("列名包含已知的名称", "the name contains a known one"))
    if any(_misspelt(own, name) for name in names):
        return _Guess(0.68, target, Words("列名与已知的名称相近", "the name is close to a known one"))
    return None


def _by_stem(column: _Column, target: str, known: Fields) -> _Guess | None:
    bare = column.stems[target in TIMES]
    if not bare or bare not in known.stems[target]:
        return None
    return _Guess(
        0.8, target, Words("去掉前后缀后与已知的列名相同", "but for words around it the dictionary knows this name")
    )


def _by_weak_name(own: str, cells: Sequence[str], target: str, names: Sequence[str]) -> _Guess | None:
    wanted = wording(target)
    agree = [cell for cell in cells if cell.casefold() in wanted] if wanted else []
    if own not in names or (wanted and len(agree) * 2 < len(cells)) or not cells:
        return None
    return _Guess(0.62, target, Words("列名和取值都符合", "name and values agree"))


def _by_number(column: _Column) -> _Guess | None:
    confidence = ticket_numbers.confidence(column.words, column.cells)
    why = Words("名为编号，且每行都不同", "called a number, and different in every row")
    return _Guess(confidence, "source_id", why) if confidence else None


def _by_rating(column: _Column) -> _Guess | None:
    why = Words("列名含“满意”或“评分”，取值像评分", "called a rating, and its cells are ratings")
    fits = ratings.is_named(column.words) and ratings.fits(column.cells) >= _MOSTLY
    return _Guess(0.66, "csat", why) if fits and column.cells else None


def _by_yes_and_no(column: _Column) -> _Guess | None:
    why = Words("以“是/否”说明工单是否结束", "says by yes or no whether tickets are over")
    return _Guess(SURE, "status", why) if yes_no.is_end(column.words, column.cells) else None


def _by_own_words(column: _Column) -> _Guess | None:
    why = Words("客户自己的话", "what customers say in their own words")
    return _Guess(0.7, "description", why) if ownership.is_own_words(column.words) else None


def _by_creation(column: _Column) -> _Guess | None:
    why = Words("列名说明是受理或创建的时间", "the name says that tickets came in then")
    return _Guess(0.64, CREATION, why) if is_creation(column.words) else None


def _by_pattern(column: _Column, target: str) -> _Guess:
    return _Guess(column.pattern_scores[target], target, Words("根据取值的样子判断", "by what the values look like"))


def _contains(own: str, name: str, shortest: int) -> bool:
    """A Chinese name with a few characters around it; letters are left alone: `problem_id` is no problem.

    What is to be hidden may be short, but must stand at the end: 紧急联系人姓名.
    """
    near = len(name) >= shortest and not name.isascii() and len(own) <= len(name) + 4
    return near and (name in own if len(name) >= 3 else own.endswith(name))


def _misspelt(own: str, name: str) -> bool:
    if min(len(own), len(name)) < 6 or own.startswith(name) or name.startswith(own):
        return False
    return own[-2:] == name[-2:] and SequenceMatcher(None, own, name, autojunk=False).ratio() >= NEAR
