"""Traditional and simplified Chinese: one word in two scripts is one word. Conversion by OpenCC."""

from functools import cache, lru_cache

from opencc import OpenCC

_SCRIPTS = ("s2tw", "s2twp", "s2hk")


@lru_cache(10_000)
def simplified(text: str) -> str:
    """A text in simplified characters, letter by letter; any other text as it is.

    >>> simplified("工單號"), simplified("首次回覆時間"), simplified("Created at")
    ('工单号', '首次回复时间', 'Created at')
    """
    if text.isascii():
        return text
    # Words are not turned into those of the mainland: OpenCC would make 批量 of 批次, and 串行 of 序列.
    return str(_converter("t2s").convert(text)).replace("回覆", "回复")


def traditional(text: str) -> set[str]:
    """The ways in which a simplified text is written in traditional characters; empty where there is no other.

    >>> traditional("满意"), traditional("ok")
    ({'滿意'}, set())
    """
    return set() if text.isascii() else {str(_converter(script).convert(text)) for script in _SCRIPTS} - {text}


@cache
def _converter(script: str) -> OpenCC:
    return OpenCC(script)
