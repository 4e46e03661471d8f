"""`zhenyin report`: what got worse, what was done, what worked, as a file to send around."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from zhenyin.core.words import Language


def register(app: typer.Typer) -> None:
    app.command("report")(report)


def report(
    out: Annotated[Path, typer.Option(help="the file to write: .html or .pdf")],
    period: Annotated[str, typer.Option(help="2025-Q1, 2025-10, last-month, last-8-weeks, a..b, all")] = "last-month",
    language: Annotated[str, typer.Option(help="zh or en; default: the language of the settings")] = "",
) -> None:
    """Write the review report of a period."""
    from zhenyin.cli import _session

    workspace = _session.workspace()
    from zhenyin.core import clock
    from zhenyin.flows import review_report
    from zhenyin.question.period import Period
    from zhenyin.report import service
    from zhenyin.report.store import FORMS

    form = next((form for form in FORMS if out.suffix.lower() == f".{form}"), None)
    if form is None:
        raise typer.BadParameter(f"--out cannot be {out.name!r}. Use a name that ends with .html or .pdf.")
    spoken = _language(language) if language else None
    span = Period.read(period, clock.today(workspace.settings.zone))
    with _session.progress() as progress:
        review = review_report.gather(workspace, span, progress)
    out.write_bytes(service.write(review, spoken or _session.language(), form))
    print(out)


def _language(given: str) -> "Language":
    languages: tuple[Language, ...] = ("zh", "en")
    for language in languages:
        if given == language:
            return language
    raise typer.BadParameter(f"--language cannot be {given!r}. Use zh or en.")
