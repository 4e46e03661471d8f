"""The taxonomy: which types of issue there are, which faults each has, and the words that tell of them."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from zhenyin.core.errors import Invalid
from zhenyin.core.words import Words


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `key` is what stands in the facts; `words` may be written `a+b`: both are needed."""

    key: str
    title: Words
    severity: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Type:
    """A family of faults. `kind` is what its tickets mostly are."""

    key: str
    title: Words
    kind: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Rated:
    """A severity or a kind, with the words that tell of it."""

    key: str
    title: Words
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """All of it. Severities stand from worst to least; among kinds and faults the earlier wins a tie."""

    types: tuple[Type, ...]
    severities: tuple[Rated, ...]
    kinds: tuple[Rated, ...]
    negative: tuple[str, ...]
    positive: tuple[str, ...]
    negations: tuple[str, ...]
    version: int = 1

    @property
    def faults(self) -> tuple[tuple[Type, Fault], ...]:
        return tuple((type_, fault) for type_ in self.types for fault in type_.faults)

    def as_dict(self) -> dict[str, Any]:
        """The form that people edit and the store keeps."""
        return {
            "version": self.version,
            "types": [
                _named(type_) | {"kind": type_.kind, "faults": [_fault_dict(fault) for fault in type_.faults]}
                for type_ in self.types
            ],
            "severities": [_named(s) | {"words": list(s.words)} for s in self.severities],
            "kinds": [_named(k) | {"words": list(k.words)} for k in self.kinds],
            "negative": list(self.negative),
            "positive": list(self.positive),
            "negations": list(self.negations),
        }


@cache
def default_taxonomy() -> Taxonomy:
    """The taxonomy that every installation starts from."""
    return read_taxonomy(tomllib.loads((Path(__file__).parent / "_taxonomy.toml").read_text("utf-8")))


def read_taxonomy(form: Mapping[str, Any]) -> Taxonomy:
    """The taxonomy of an edited form. What the form leaves out besides types stays as in the default.

    Raises Invalid (`taxonomy-invalid`) that names what is missing, unknown or there twice.
    """
    try:
        taxonomy = Taxonomy(
            types=tuple(_type(entry) for entry in form["types"]),
            severities=_rated(form, "severities"),
            kinds=_rated(form, "kinds"),
            negative=_words(_of(form, "negative")),
            positive=_words(_of(form, "positive")),
            negations=tuple(str(word).lower() for word in _of(form, "negations")),
            version=int(form.get("version", 1)),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise _invalid(f"{type(wrong).__name__}: {wrong}", f"{type(wrong).__name__}：{wrong}") from None
    _check(taxonomy)
    return taxonomy


def same_words(one: Taxonomy, other: Taxonomy) -> bool:
    """Whether two versions would label alike."""
    return one.as_dict() | {"version": 0} == other.as_dict() | {"version": 0}


def _check(taxonomy: Taxonomy) -> None:
    if not taxonomy.types:
        raise _invalid("there is no type", "没有任何问题类别")
    for what_en, what_zh, keys in (
        ("type", "类别", [t.key for t in taxonomy.types]),
        ("fault", "故障", [f.key for _, f in taxonomy.faults]),
    ):
        twice = [key for key, times in Counter(keys).items() if times > 1]
        if twice:
            raise _invalid(f"the {what_en} {twice[0]!r} is there twice", f"{what_zh}“{twice[0]}”出现了两次")
    severities, kinds = {s.key for s in taxonomy.severities}, {k.key for k in taxonomy.kinds}
    for type_, fault in taxonomy.faults:
        if fault.severity not in severities:
            raise _invalid(
                f"the severity {fault.severity!r} of {fault.key!r} is unknown",
                f"“{fault.key}”的严重度“{fault.severity}”不存在",
            )
        if type_.kind not in kinds:
            raise _invalid(
                f"the kind {type_.kind!r} of {type_.key!r} is unknown", f"“{type_.key}”的类型“{type_.kind}”不存在"
            )


def _type(entry: Mapping[str, Any]) -> Type:
    faults = tuple(
        Fault(_key(fault), _title(fault), str(fault["severity"]), _words(fault["words"])) for fault in entry["faults"]
    )
    return Type(_key(entry), _title(entry), str(entry.get("kind", "报修")), faults)


def _rated(form: Mapping[str, Any], name: str) -> tuple[Rated, ...]:
    if name not in form:
        return tuple(getattr(default_taxonomy(), name))
    return tuple(Rated(_key(entry), _title(entry), _words(entry["words"])) for entry in form[name])


def _of(form: Mapping[str, Any], name: str) -> Iterable[str]:
    found: Iterable[str] = form[name] if name in form else getattr(default_taxonomy(), name)
    return found


def _key(entry: Mapping[str, Any]) -> str:
    key = str(entry["key"]).strip()
    if not key:
        raise ValueError("a key is empty")
    return key


def _title(entry: Mapping[str, Any]) -> Words:
    title = entry.get("title") or {}
    return Words(str(title.get("zh") or entry["key"]), str(title.get("en") or entry.get("en") or entry["key"]))


def _words(words: Iterable[str]) -> tuple[str, ...]:
    if isinstance(words, str):
        raise TypeError(f"words must be a list, not {words!r}")
    return tuple(dict.fromkeys(word.strip().lower() for word in words if word.strip(" +")))


def _named(thing: Type | Fault | Rated) -> dict[str, Any]:
    return {"key": thing.key, "title": thing.title.as_dict()}


def _fault_dict(fault: Fault) -> dict[str, Any]:
    return _named(fault) | {"severity": fault.severity, "words": list(fault.words)}


def _invalid(en: str, zh: str) -> Invalid:
    return Invalid(
        "taxonomy-invalid",
        en=f"The taxonomy cannot be used: {en}. Mend it and save again.",
        zh=f"分类体系无法使用：{zh}。请修改后再保存。",
    )
