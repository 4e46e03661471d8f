"""`zhenyin report`: what got worse, what was done, what worked, as a file to send around."""

from pathlib import Path
from typing import Annotated

import typer

from zhenyin.cli import _session
from zhenyin.cli._options import one_of

_FORMS = {".html": "html", ".pdf": "pdf"}


def register(app: typer.Typer) -> None:
    app.command("report")(report)


def report(
    out: Annotated[Path, typer.Option(help="the file to write: .html or .pdf")],
    period: Annotated[str, typer.Option(help="2025-Q1, 2025-10, last-month, last-8-weeks, a..b, all")] = "last-month",
    language: Annotated[str, typer.Option(help="zh or en; default: the language of the settings")] = "",
) -> None:
    """Write the review report of a period. It stays on the list of reports too."""
    form = _FORMS.get(out.suffix.lower())
    if form is None:
        raise typer.BadParameter(f"--out cannot be {out.name!r}. Use a name that ends with .html or .pdf.")
    spoken = one_of("language", language or None, ("zh", "en")) or _session.language()
    made = _session.run_job("/reports", {"period": period, "language": spoken})
    _session.api().download(f"/reports/{made['report']}/{form}", out)
    print(out)
