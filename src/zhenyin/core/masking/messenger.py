"""Numbers and names in messengers: QQ, WeChat, and the nicknames that a chat calls people by."""

import re
from collections.abc import Iterator

from zhenyin.core.masking import Kind, Span, Text, spans
from zhenyin.core.words import Words

_IS = r"\s?(?:号码?|账号|帐号|ID)?\s?(?:[:：是为]|is|\s){0,3}\s?"
_QQ = re.compile(rf"(?:Q\s?Q|扣扣|企鹅号|Q号){_IS}(?P<number>[1-9][0-9]{{4,11}})(?![0-9@])", re.IGNORECASE)
_WECHAT = re.compile(
    rf"(?:微信|微信号|威信|薇信|v信|wechat|weixin|(?:[加+➕](?:我|一下|个)?\s?[vV])|(?<![A-Za-z])v[x❤]"
    rf"|(?<![A-Za-z])wx){_IS}(?P<name>[A-Za-z][A-Za-z0-9_-]{{5,19}}|[0-9]{{5,12}})"
    r"(?![A-Za-z0-9@])",
    re.IGNORECASE,
)
_WXID = re.compile(r"wxid_[A-Za-z0-9]+")
_NICKNAME = re.compile(r"(?:(?<=^)|(?<=[\s，。！？,!?、:：]))@(?P<name>[\w\u4e00-\u9fff~～-]{1,20})")
_LABELLED = re.compile(
    r"(?:昵称|网名|群昵称|旺旺|淘宝账?号|nickname)[:：是为\s]{1,3}(?P<name>[^\s，。,;；:：]{2,20})", re.IGNORECASE
)
_WORDS = re.compile(r"(?:支付|公众号|小程序|客服|转账|群聊?|视频|语音|付款|扫码)", re.IGNORECASE)


def _find(text: Text) -> Iterator[Span]:
    yield from spans(_QQ, text.plain, "〔QQ号〕", "number")
    yield from spans(_WXID, text.plain, "〔微信号〕")
    yield from (
        span for span in spans(_WECHAT, text.plain, "〔微信号〕", "name") if not _is_word(text.plain[span[0] : span[1]])
    )
    yield from spans(_NICKNAME, text.plain, "〔昵称〕", "name")
    yield from spans(_LABELLED, text.plain, "〔昵称〕", "name")


def _is_word(name: str) -> bool:
    """A word of letters in small letters alone may be one of the sentence: `wechat payment failed`."""
    return name.isalpha() and name.islower() and name in _ENGLISH


_ENGLISH = frozenset(
    (
        "payment",
        "message",
        "account",
        "failed",
        "official",
        "version",
        "program",
        "support",
        "service",
        "number",
        "article",
    )
) | frozenset(
    ("contact", "doesnt", "cannot", "request", "notification", "messages", "wallet", "plugin", "download", "client")
)

KIND = Kind(
    Words("即时通信账号", "messenger account"),
    35,
    r"(?i:[qＱ] ?[qＱ]|扣扣|企鹅|q号|微信|威信|薇信|v信|wechat|weixin|[加+＋➕](?:我|一下|个)? ?[vＶ]|v[x❤]|wx)|[@＠]"
    r"|昵称|网名|旺旺|淘宝|(?i:nickname)",
    _find,
)
