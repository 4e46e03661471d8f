"""Options that many commands have, each with one meaning."""

from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="the answer of the API, on standard output")]
Where = Annotated[list[str] | None, typer.Option(help="a filter: D=V1,V2  D!=V  D~text  D=lo..hi; may be given again")]
Period = Annotated[str, typer.Option(help="2025, 2025-Q1, 2025-03, 2025-W09, a..b, last-8-weeks, all")]


def one_of(name: str, value: str | None, choices: tuple[str, ...]) -> str | None:
    """The value, where it is one of the choices. Raises BadParameter that names them."""
    if value is not None and value not in choices:
        raise typer.BadParameter(f"--{name} cannot be {value!r}. Use one of {', '.join(choices)}.")
    return value
