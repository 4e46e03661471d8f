"""The command line; one file per command or group, each with a `register(app)`; found by scanning."""

import os
import sys
from importlib import import_module
from pkgutil import iter_modules

import typer

from zhenyin.core.errors import Refusal
from zhenyin.core.words import Language


def build() -> typer.Typer:
    """The whole command line."""
    app = typer.Typer(name="zhenyin", help="真因: from after-sales tickets to a verified fix.", no_args_is_help=True)
    app.callback()(_nothing)
    for module in sorted(iter_modules(__path__), key=lambda found: found.name):
        import_module(f"{__name__}.{module.name}").register(app)
    return app


def main() -> None:
    """Run a command. A refusal is one line on standard error and exit status 2."""
    language: Language = "en" if os.environ.get("ZHENYIN_LANGUAGE") == "en" else "zh"
    try:
        build()()
    except Refusal as refusal:
        print(refusal.into(language), file=sys.stderr)
        sys.exit(2)


def _nothing() -> None:
    """Keeps the name of a command needed while there is only one."""
