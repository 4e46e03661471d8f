"""The command line: every file of this folder adds commands by its `app` or `register(app)`, found by scanning.

A file whose name begins with an underscore holds no command.
Commands import what they need when they run, so that `zhenyin --help` is quick.
"""

import importlib
import importlib.metadata
import os
import pkgutil
import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from zhenyin.cli import _session
from zhenyin.core.errors import Refusal
from zhenyin.core.private_files import UMASK
from zhenyin.core.translation import refusal_of

REFUSED = 2
INTERRUPTED = 130


def main() -> None:
    """Run one command. A refusal is one line on standard error and exit code 2."""
    os.umask(UMASK)
    sys.exit(_run())


def build() -> typer.Typer:
    """The command line with all commands."""
    app = typer.Typer(
        help="真因 Zhenyin: from after-sales tickets to a verified fix.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    for found in _commands():
        module = importlib.import_module(f"{__name__}.{found.name}")
        if hasattr(module, "register"):
            module.register(app)
        elif isinstance(group := getattr(module, "app", None), typer.Typer):
            app.add_typer(group, name=found.name.replace("_", "-"))
    return app


def _commands() -> Iterator[pkgutil.ModuleInfo]:
    found = pkgutil.iter_modules(__path__)
    return (module for module in found if not module.ispkg and not module.name.startswith("_"))


def _run() -> int:
    try:
        build()(prog_name="zhenyin")
    except Refusal as refused:
        print(refused.into(_session.language()), file=sys.stderr)
        return REFUSED
    except (OverflowError, UnicodeError, RecursionError, MemoryError, OSError) as error:
        refusal = refusal_of(error)
        if refusal is None:
            raise
        print(refusal.into(_session.language()), file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    finally:
        _session.leave()
    return 0


def _root(
    data_dir: Annotated[str, typer.Option(help="the data folder; also ZHENYIN_DATA_DIR", show_default=False)] = "",
    version: Annotated[bool, typer.Option("--version", help="say the version and end")] = False,
) -> None:
    if data_dir:
        os.environ["ZHENYIN_DATA_DIR"] = data_dir
    if version:
        print(importlib.metadata.version("zhenyin"))
        raise typer.Exit
