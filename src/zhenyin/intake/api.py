"""Files on their way in over HTTP: uploads and a look at them, sources with their mappings, batches, quality.

What starts an import lies in web/imports_api.py, because flows are above this room.
"""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

from zhenyin.account.access import CurrentWorkspace, Person, Workspace, needs
from zhenyin.connectors import CONNECTORS, connector_of
from zhenyin.core import clock
from zhenyin.core.errors import Refusal
from zhenyin.intake import facts, landing, mapping_file, service, sources, store, uploads
from zhenyin.intake.models import Batch, Mapping
from zhenyin.intake.preview import preview
from zhenyin.intake.titles import choices
from zhenyin.intake.uploads import Upload

router = APIRouter(tags=["intake"])
Reader = Depends(needs("intake.read"))
Writing = Depends(needs("intake.write"))
Writer = Annotated[Person, Depends(needs("intake.write"))]
_ROOM_FOR_ENVELOPE = 1 << 20
_FORM = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {"type": "string", "format": "binary"}},
                }
            }
        },
    }
}


class Look(BaseModel):
    """How a file is to be looked at: as which source, and with which mapping instead of the saved one."""

    source: str | None = None
    mapping: dict[str, Any] | None = None


@router.post("/uploads", status_code=201, openapi_extra=_FORM)
async def upload_file(request: Request, workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    """Take a file in the field `file` of a form. It is written to the disk as it comes, after the person is known."""
    largest, settings = workspace.settings.upload_mib << 20, workspace.settings
    if int(request.headers.get("content-length") or 0) > largest + _ROOM_FOR_ENVELOPE:
        raise uploads.too_large(largest)
    kind, at = request.headers.get("content-type", ""), clock.now(settings.zone)
    upload = await uploads.receive(settings.data_dir, request.stream(), kind, largest, person.login, at)
    return await run_in_threadpool(_uploaded, workspace, upload)


@router.get("/uploads/{upload_id}/preview", dependencies=[Writing])
def preview_upload(upload_id: str, workspace: CurrentWorkspace, source: str | None = None) -> dict[str, Any]:
    return _look(workspace, upload_id, Look(source=source))


@router.post("/uploads/{upload_id}/preview", dependencies=[Writing])
def preview_upload_as(upload_id: str, body: Look, workspace: CurrentWorkspace) -> dict[str, Any]:
    """The same with a mapping that is not saved yet, to see what it would do."""
    return _look(workspace, upload_id, body)


@router.delete("/uploads/{upload_id}", status_code=204, dependencies=[Writing])
def drop_upload(upload_id: str, workspace: CurrentWorkspace) -> Response:
    uploads.drop(workspace.settings.data_dir, upload_id)
    return Response(status_code=204)


@router.get("/fields", dependencies=[Reader])
def list_fields() -> dict[str, Any]:
    """What a column may be mapped to, by the fact that its table holds."""
    return choices()


@router.get("/sources", dependencies=[Reader])
def list_sources(workspace: CurrentWorkspace) -> list[dict[str, Any]]:
    with workspace.store.read() as db:
        return sources.overview(workspace.warehouse, db)


@router.get("/sources/{source:path}/mapping", dependencies=[Reader])
def show_mapping(source: str, workspace: CurrentWorkspace) -> dict[str, Any]:
    with workspace.store.read() as db:
        return service.template(db, source).as_dict()


@router.put("/sources/{source:path}/mapping")
def save_mapping(source: str, body: dict[str, Any], workspace: CurrentWorkspace, person: Writer) -> dict[str, Any]:
    mapping = mapping_file.check(body)
    with workspace.store.begin() as db:
        store.save_template(db, source, mapping, person.login, clock.now(workspace.settings.zone))
    return mapping.as_dict()


@router.get("/batches", dependencies=[Reader])
def list_batches(workspace: CurrentWorkspace) -> list[dict[str, Any]]:
    with workspace.store.read() as db:
        return [_batch(one) for one in store.all_batches(db)]


@router.get("/batches/{batch_id}", dependencies=[Reader])
def show_batch(batch_id: str, workspace: CurrentWorkspace) -> dict[str, Any]:
    with workspace.store.read() as db:
        return _batch(service.batch(db, batch_id))


@router.get("/batches/{batch_id}/problems", dependencies=[Reader])
def list_problems(
    batch_id: str,
    workspace: CurrentWorkspace,
    rule: str | None = None,
    limit: Annotated[int, Query(ge=1, le=1_000)] = 100,
    offset: Annotated[int, Query(ge=0)] = 0,
) -> dict[str, Any]:
    with workspace.store.read() as db:
        found = service.batch(db, batch_id)
    return facts.problems(workspace.warehouse, found.id, rule, limit, offset)


@router.get("/quality", dependencies=[Reader])
def show_quality(workspace: CurrentWorkspace) -> dict[str, Any]:
    fields, unclassified = facts.filled(workspace.warehouse)
    with workspace.store.read() as db:
        silent = sources.silences(workspace.warehouse, db)
    by_rule = facts.all_problems(workspace.warehouse)
    return {"by_rule": by_rule, "fields": fields, "unclassified": unclassified, "sources": silent}


def _uploaded(workspace: Workspace, upload: Upload) -> dict[str, Any]:
    try:
        key = connector_of(upload.path)
    except Refusal:
        uploads.drop(workspace.settings.data_dir, upload.id)
        raise
    connector = {"key": key, "title": CONNECTORS[key].title.as_dict()}
    return {"id": upload.id, "name": upload.name, "bytes": upload.bytes, "connector": connector}


def _look(workspace: Workspace, upload_id: str, look: Look) -> dict[str, Any]:
    settings = workspace.settings
    upload = uploads.find(settings.data_dir, upload_id)
    source = look.source or upload.path.stem
    saved = _saved(workspace, source)
    told = mapping_file.check(look.mapping) if look.mapping else None
    connector = told.connector if told and told.connector else connector_of(upload.path)
    cursor = workspace.warehouse.engine.cursor()
    try:
        key = landing.key(settings.data_dir)
        tables = preview(upload.path, connector, told or saved, cursor, settings.timezone, key)
    finally:
        cursor.close()
    known = {"known_mapping": saved is not None, "targets": choices()}
    return {"id": upload.id, "name": upload.name, "source": source, "connector": connector, **known, "tables": tables}


def _saved(workspace: Workspace, source: str) -> Mapping | None:
    with workspace.store.read() as db:
        return store.template(db, source)


def _batch(batch: Batch) -> dict[str, Any]:
    told = batch.as_dict() | {"state": batch.state.value, "at": batch.at.isoformat()}
    return told | {"undone_at": batch.undone_at.isoformat() if batch.undone_at else None}
