"""Run a command that came over the socket as the same Python function, in the workspace that is open here."""

import logging
import socket
import sys
from typing import TYPE_CHECKING

import typer

from zhenyin.cli import REFUSED, _session, build
from zhenyin.cli.owner.remote import output_to
from zhenyin.cli.owner.wire import Request
from zhenyin.core.errors import Refusal

if TYPE_CHECKING:
    from zhenyin.job.workspace import Workspace

log = logging.getLogger("zhenyin.command")

FAILED = 1


def run(workspace: "Workspace", request: Request, connection: socket.socket) -> int:
    """Returns the exit code that the caller is to end with."""
    log.info("command from another process: %s", " ".join(request.command))
    with output_to(connection, request.terminal), _session.given(workspace, request.language):
        try:
            _invoke(request)
        except typer.Exit as end:
            return end.exit_code
        except typer.BadParameter as wrong:
            print(wrong.format_message(), file=sys.stderr)
            return REFUSED
        except Refusal as refusal:
            print(refusal.into(request.language), file=sys.stderr)
            return REFUSED
        except ConnectionError:
            raise
        except Exception as error:
            log.exception("a command from another process failed")
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
            return FAILED
    return 0


def _invoke(request: Request) -> None:
    command = typer.main.get_command(build())
    context = command.context_class(command, info_name="zhenyin")
    for name in request.command:
        found = command.get_command(context, name)  # type: ignore[attr-defined]
        context = found.context_class(found, parent=context, info_name=name)
        command = found
    context.params = request.parameters
    with context:
        command.invoke(context)
