"""A letter through a mail server, Chinese first, English below."""

import smtplib
import ssl
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

from zhenyin.core.words import Words
from zhenyin.notifiers import Message, Notifier, Receipt, unreachable

SECONDS = 20.0


def send(message: Message, target: str) -> Receipt:
    """Send to `smtp[s]://user:password@host:port?from=a@b&to=c@d,e@f`. Raises Unavailable (`notifier-unreachable`)."""
    address, options = urlsplit(target), parse_qs(urlsplit(target).query)
    shown = f"{address.scheme}://{address.hostname}"
    if address.scheme not in ("smtp", "smtps") or not address.hostname or not {"from", "to"} <= set(options):
        raise unreachable(shown, "not of the form smtp://host:port?from=a@b&to=c@d")
    letter = EmailMessage()
    letter["Subject"], letter["From"], letter["To"] = message.title.zh, options["from"][0], options["to"][0]
    letter.set_content(f"{message.text.zh}\n\n{message.title.en}\n{message.text.en}\n")
    try:
        with _server(address.scheme, address.hostname, address.port) as server:
            if address.username:
                server.login(unquote(address.username), unquote(address.password or ""))
            refused = server.send_message(letter)
    except (smtplib.SMTPException, OSError) as error:
        raise unreachable(shown, error) from None
    return Receipt(f"{shown} → {letter['To']}", f"refused: {', '.join(refused)}" if refused else "accepted")


def _server(scheme: str, host: str, port: int | None) -> smtplib.SMTP:
    if scheme == "smtps":
        return smtplib.SMTP_SSL(host, port or 465, timeout=SECONDS, context=ssl.create_default_context())
    return smtplib.SMTP(host, port or 25, timeout=SECONDS)


NOTIFIER = Notifier(
    Words("邮件", "E-mail"),
    Words("smtp://主机:端口?from=发件人&to=收件人", "smtp://host:port?from=sender&to=receivers"),
    send,
)
