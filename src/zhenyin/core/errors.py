"""Refusals: what is wrong, with which value, what to do next, in both languages, under a stable code.

`web/` turns them into HTTP problem details and `cli/` into one line on standard error; nobody else catches them.
"""

from collections.abc import Iterable
from difflib import get_close_matches

from zhenyin.core.words import Language, Words


class Refusal(Exception):
    """The base of all errors that a user can mend. `status`: the HTTP status that says the same.

    A request that cannot be parsed at all is 400; one that can, but holds what does not fit, is 422.

    >>> str(Invalid("period-unknown", en="There is no period 'x'. Use 2025-03.", zh="没有时段 x。请用 2025-03。"))
    "There is no period 'x'. Use 2025-03. [period-unknown]"
    """

    status = 400

    def __init__(self, code: str, *, en: str, zh: str) -> None:
        self.code = code
        self.words = Words(zh, en)
        super().__init__(f"{en} [{code}]")

    def into(self, language: Language) -> str:
        return f"{self.words.into(language)} [{self.code}]"


class Invalid(Refusal):
    """The input cannot be understood."""

    status = 422


class Unauthenticated(Refusal):
    """Nobody is logged in. `challenge`: how one may show who one is (RFC 9110, section 11.6.1)."""

    status = 401
    challenge = "Bearer"


class Forbidden(Refusal):
    """Somebody is logged in who may not do this."""

    status = 403


class NotFound(Refusal):
    """There is no such thing."""

    status = 404


class Conflict(Refusal):
    """The thing is in a state that does not allow this."""

    status = 409


class TooLarge(Refusal):
    """What was sent is larger than is taken."""

    status = 413


class TooMany(Refusal):
    """The answer would be too large: too many rows, or combinations. Ask for less."""

    status = 422


class RateLimited(Refusal):
    """Too often in too short a time. `retry_after`: seconds until the next try may succeed."""

    status = 429

    def __init__(self, code: str, *, en: str, zh: str, retry_after: int) -> None:
        self.retry_after = retry_after
        super().__init__(code, en=en, zh=zh)


class Unavailable(Refusal):
    """A part that is needed does not answer now."""

    status = 503


def unknown(kind: Words, key: str, known: Iterable[str], code: str) -> NotFound:
    """The refusal for a key that nothing bears, with the nearest one that exists.

    >>> str(unknown(Words("指标", "metric"), "falure_rate", ["failure_rate"], "metric-unknown"))
    "There is no metric named 'falure_rate'. Did you mean failure_rate? [metric-unknown]"
    """
    names = sorted(known)
    near = get_close_matches(key, names, n=1)
    hint_en = f"Did you mean {near[0]}?" if near else f"Use one of {', '.join(names[:12]) or '(none)'}."
    hint_zh = f"是否想用 {near[0]}？" if near else f"可用：{'、'.join(names[:12]) or '（无）'}。"
    return NotFound(
        code,
        en=f"There is no {kind.en} named {key!r}. {hint_en}",
        zh=f"没有名为 {key} 的{kind.zh}。{hint_zh}",
    )
