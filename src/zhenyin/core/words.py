"""A text that the user reads, complete in both languages."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """One text in Chinese and in English. Both are owed: an empty one is refused.

    >>> Words("故障率", "Failure rate").into("en")
    'Failure rate'
    """

    zh: str
    en: str

    def __post_init__(self) -> None:
        if not self.zh or not self.en:
            raise ValueError(f"Words need both languages, got zh={self.zh!r} en={self.en!r}.")

    def into(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en

    def as_dict(self) -> dict[str, str]:
        return {"zh": self.zh, "en": self.en}
