"""The texts of the objects in a JSON file, one by one: an object a line, a list, a list within an object, indented or not."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from zhenyin.tabular.delimited import LONGEST_LINE, too_long
from zhenyin.tabular.encoding import encoding_of
from zhenyin.text.normalise import label

_HEAD, _PIECE = 1 << 16, 1 << 20
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\]"]', re.DOTALL)
_LIST = re.compile(r'"((?:[^"\\]|\\.)*)"\s*:\s*\[\s*(?=[{\]])')
_KEY = re.compile(r'"((?:[^"\\]|\\.)*)"\s*:')
_WRAPPER = re.compile(
    "tickets|data|items|results?|records|rows|issues|list|values?|cases|incidents|requests|complaints|entries|objects"
    "|content|工单|数据|列表|记录|结果"
)
_OWN = frozenset(("id", "ticketid", "number", "key", "caseid", "工单号", "工单编号", "编号"))


def json_texts(path: Path) -> Iterator[tuple[int, str]]:
    """The line on which each object begins, and its text; what lies between objects comes as it is.

    Memory does not grow with the file. Raises Invalid at an object of more than `LONGEST_LINE` characters.
    """
    with path.open(encoding=encoding_of(path), errors="replace") as file:
        head = file.read(_HEAD).lstrip("\ufeff")
        file.seek(0)
        begin = _list_at(head)
        if begin is None and _is_by_line(head):
            yield from _by_line(file, path)
        else:
            yield from _by_brackets(file, path, begin or 0)


def _list_at(head: str) -> int | None:
    """Where the list begins whose elements are the objects, if it lies within an object: `{"count": 2, "tickets": [`."""
    found = _LIST.search(head) if head.lstrip().startswith("{") else None
    if found is None or not _WRAPPER.fullmatch(label(found[1])):
        return None
    # An object that has a name of its own is a row, and the list within it is a part of that.
    before = {label(key) for key in _KEY.findall(head[: found.start()])}
    return None if before & _OWN else found.end()


def _is_by_line(head: str) -> bool:
    lines = [line for line in head.splitlines() if line.strip()][:2]
    own = [_bare(line) for line in lines if line.strip() != "[" and not line[0].isspace()]
    return any(_is_object(text) for text in own) or (lines[:1] == ["["] and _is_object(_bare(lines[-1])))


def _bare(line: str) -> str:
    """A line without what a list puts around its elements."""
    return line.strip().strip("\ufeff").removeprefix("[").rstrip(",]").strip()


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False


def _by_line(file: TextIO, path: Path) -> Iterator[tuple[int, str]]:
    number, is_list = 0, False
    while line := file.readline(LONGEST_LINE + 1):
        number += 1
        if len(line) > LONGEST_LINE:
            raise too_long(path, number, LONGEST_LINE)
        is_list = is_list or (number == 1 and line.lstrip("\ufeff \t").startswith("["))
        if text := _bare(line) if is_list else line.strip().strip("\ufeff"):
            yield number, text


def _by_brackets(file: TextIO, path: Path, begin: int) -> Iterator[tuple[int, str]]:
    """Objects by their brackets. `begin`: characters before the list; 0: the file is a list itself, or objects in a row."""
    text = file.read(_HEAD).lstrip("\ufeff")
    if not begin and text.lstrip().startswith("["):
        begin = text.index("[") + 1
    split = _Split(1 + text.count("\n", 0, begin))
    text = text[begin:]
    while text and not split.ended:
        yield from split.feed(text)
        if len(split.text) > LONGEST_LINE:
            raise too_long(path, split.line, LONGEST_LINE)
        text = file.read(_PIECE)
    if left := split.left():
        yield left


class _Split:
    """Takes text, and gives back what stands between the outermost braces, and what stands between those."""

    def __init__(self, line: int) -> None:
        self.text, self.line, self.ended = "", line, False
        self._at = self._begun = self._depth = 0

    def feed(self, more: str) -> Iterator[tuple[int, str]]:
        """The pieces that are whole now. It is at its end where a bracket closes that was not opened."""
        self.text += more
        for token in _TOKEN.finditer(self.text, self._at):
            sign = token[0]
            if sign == '"':
                break
            opens = sign in "{["
            self._depth += opens - (sign in "}]")
            self._at = token.end()
            if opens and self._depth == 1:
                yield from self._cut(token.start())
            elif self._depth == 0 and sign in "}]":
                yield from self._cut(self._at)
            elif self._depth < 0:
                yield from self._cut(token.start())
                self.ended, self._begun = True, len(self.text)
                break
        self.text, self._at, self._begun = self.text[self._begun :], self._at - self._begun, 0

    def left(self) -> tuple[int, str] | None:
        """What was never closed; it must not be lost without a word."""
        return next(self._cut(len(self.text)), None)

    def _cut(self, end: int) -> Iterator[tuple[int, str]]:
        piece = self.text[self._begun : end]
        if bare := piece.strip(" \t\r\n,\ufeff"):
            yield self.line + piece[: piece.index(bare[0])].count("\n"), bare
        self.line, self._begun = self.line + piece.count("\n"), end
