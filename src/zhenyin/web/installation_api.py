"""What this installation is: alive, its version, its settings, its description."""

import importlib.metadata
from datetime import datetime

from fastapi import APIRouter, Depends, Request
from pydantic import JsonValue

from zhenyin.account.access import CurrentWorkspace, needs
from zhenyin.core.schema import Model
from zhenyin.core.settings import HIDDEN, SHOWN
from zhenyin.intake import integrity
from zhenyin.job import doctor
from zhenyin.job.presentation import CheckResponse
from zhenyin.question import browse
from zhenyin.question.sums import span

router = APIRouter(tags=["installation"])


class Health(Model):
    status: str
    version: str


class Recorded(Model):
    """The dimensions that tickets have values of, and whether units in service are known."""

    dimensions: list[str]
    exposure: bool


class Installation(Model):
    """data_until: the last moment that the data knows of; null while there is none."""

    data_until: datetime | None
    version: str
    timezone: str
    map_approval_number: str
    recorded: Recorded


class Setting(Model):
    """A setting with its value, the name it has in the environment, and what it does."""

    name: str
    value: JsonValue
    environment: str
    about: str


@router.get("/health")
def get_health() -> Health:
    """Answers whoever asks: a load balancer has no login."""
    return Health(status="ok", version=importlib.metadata.version("zhenyin"))


@router.get("/installation", dependencies=[Depends(needs("question.read"))])
def get_installation(workspace: CurrentWorkspace) -> Installation:
    """What every page says beside its figures, for those as well who may not read the settings."""
    known, recorded = span(workspace.warehouse), browse.recorded(workspace.warehouse)
    return Installation(
        data_until=known.until if known else None,
        version=importlib.metadata.version("zhenyin"),
        timezone=workspace.settings.timezone,
        map_approval_number=workspace.settings.map_approval_number,
        recorded=Recorded(dimensions=list(recorded.dimensions), exposure=recorded.exposure),
    )


@router.get("/settings", dependencies=[Depends(needs("settings.read"))])
def list_settings(workspace: CurrentWorkspace) -> list[Setting]:
    """Every setting. A value is hidden unless it is named as shown."""
    shown = workspace.settings.model_dump(mode="json")
    shown |= {name: HIDDEN for name in shown.keys() - SHOWN if shown[name] not in ("", None, [])}
    fields = type(workspace.settings).model_fields
    return [
        Setting(name=name, value=shown[name], environment=f"ZHENYIN_{name.upper()}", about=field.description or "")
        for name, field in fields.items()
    ]


@router.get("/doctor", dependencies=[Depends(needs("settings.read"))])
def examine(workspace: CurrentWorkspace) -> list[CheckResponse]:
    """Is the installation sound, and what is to be done?"""
    checks = [*doctor.examine(workspace.settings, workspace, serving=True), *integrity.examine(workspace)]
    return [CheckResponse.model_validate(check) for check in checks]


@router.get("/openapi.json", dependencies=[Depends(needs("question.read"))])
def get_description(request: Request) -> dict[str, JsonValue]:
    description: dict[str, JsonValue] = request.app.openapi()
    return description
