"""What this installation is: alive, its version, its settings, its description."""

import importlib.metadata
from typing import Any

from fastapi import APIRouter, Depends, Request
from sqlalchemy.engine import make_url

from zhenyin.account.access import CurrentWorkspace, needs
from zhenyin.job import doctor
from zhenyin.question import browse
from zhenyin.question.sums import span

router = APIRouter(tags=["installation"])


@router.get("/health")
def get_health() -> dict[str, str]:
    """Answers whoever asks: a load balancer has no login."""
    return {"status": "ok", "version": importlib.metadata.version("zhenyin")}


@router.get("/installation", dependencies=[Depends(needs("question.read"))])
def get_installation(workspace: CurrentWorkspace) -> dict[str, Any]:
    """What every page says beside its figures, for those as well who may not read the settings.

    recorded: the dimensions that tickets have values of, and whether units in service are known.
    """
    known, recorded = span(workspace.warehouse), browse.recorded(workspace.warehouse)
    return {
        "data_until": known.until.isoformat() if known else None,
        "version": importlib.metadata.version("zhenyin"),
        "timezone": workspace.settings.timezone,
        "map_approval_number": workspace.settings.map_approval_number,
        "recorded": {"dimensions": recorded.dimensions, "exposure": recorded.exposure},
    }


@router.get("/settings", dependencies=[Depends(needs("settings.read"))])
def list_settings(workspace: CurrentWorkspace) -> list[dict[str, Any]]:
    """Every setting with its value, the name it has in the environment, and what it does. Passwords are left out."""
    shown = workspace.settings.model_dump(mode="json")
    if shown["store_url"]:
        shown["store_url"] = make_url(shown["store_url"]).render_as_string(hide_password=True)
    fields = type(workspace.settings).model_fields
    return [
        {"name": name, "value": shown[name], "environment": f"ZHENYIN_{name.upper()}", "about": field.description or ""}
        for name, field in fields.items()
    ]


@router.get("/doctor", dependencies=[Depends(needs("settings.read"))])
def examine(workspace: CurrentWorkspace) -> list[dict[str, Any]]:
    """Is the installation sound, and what is to be done?"""
    return [check.as_dict() for check in doctor.examine(workspace.settings, workspace, serving=True)]


@router.get("/openapi.json", dependencies=[Depends(needs("question.read"))])
def get_description(request: Request) -> dict[str, Any]:
    description: dict[str, Any] = request.app.openapi()
    return description
