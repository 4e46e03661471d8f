"""A mapping that a person wrote: JSON or TOML."""

import json
import tomllib
from pathlib import Path
from typing import Any

from zhenyin.connectors import CONNECTORS
from zhenyin.core.errors import Invalid, unknown
from zhenyin.core.words import Words
from zhenyin.intake import formats
from zhenyin.intake.dictionary import SHAPES, fields
from zhenyin.intake.models import Mapping, TableMapping


def read(path: Path) -> Mapping:
    """The mapping in a file. Raises Invalid or NotFound that names what is wrong with it."""
    try:
        text = path.read_text("utf-8-sig")
        document = tomllib.loads(text) if path.suffix.lower() == ".toml" else json.loads(text)
    except (OSError, ValueError) as wrong:
        raise _wrong(f"{path.name}: {wrong}") from None
    return check(document)


def check(document: Any) -> Mapping:
    """What a person said, as a Mapping, if every name in it is known.

    `{"connector", "tables": [{"name", "fact", "columns": {"<source column>": "<field>" | null}, "formats": {...}}]}`;
    in TOML, which has no null, an empty field stands for it. `connector`, `name` and `formats` may be left out.
    """
    if not isinstance(document, dict) or not isinstance(document.get("tables"), list):
        raise _wrong("`tables` is missing")
    connector = str(document.get("connector") or "")
    if connector:
        CONNECTORS[connector]
    return Mapping(connector, tuple(_table(table) for table in document["tables"]))


def _table(document: Any) -> TableMapping:
    if not isinstance(document, dict) or not isinstance(document.get("columns", {}), dict):
        raise _wrong("a table needs `columns`")
    fact = str(document.get("fact") or "")
    if fact and fact not in SHAPES:
        raise unknown(Words("数据类型", "fact"), fact, SHAPES, "fact-unknown")
    columns = {str(column): str(target) if target else None for column, target in document.get("columns", {}).items()}
    known = {name for shape in ([fact] if fact else SHAPES) for name in fields(shape).names()}
    for target in columns.values():
        if target and target not in known:
            raise unknown(Words("字段", "field"), target, known, "field-unknown")
    return TableMapping(str(document.get("name") or ""), fact, columns, _formats(document.get("formats") or {}))


def _formats(document: Any) -> dict[str, str]:
    named = {str(column): str(name) for column, name in dict(document).items()}
    for name in named.values():
        if name not in formats.NAMED:
            raise unknown(Words("时间格式", "time format"), name, formats.NAMED, "format-unknown")
    return named


def _wrong(what: str) -> Invalid:
    return Invalid(
        "mapping-unreadable",
        en=f"The mapping cannot be read: {what}. It is JSON or TOML with a list of `tables`, each with `columns`.",
        zh=f"无法读取映射文件：{what}。应为 JSON 或 TOML，包含 tables 列表，每个表含 columns。",
    )
