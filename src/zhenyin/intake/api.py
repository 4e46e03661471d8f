"""Files on their way in over HTTP: uploads and a look at them, sources with their mappings, batches, quality.

What starts an import lies in web/imports_api.py, because flows are above this room.
"""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from starlette.concurrency import run_in_threadpool

from zhenyin.account.access import CurrentWorkspace, Person, Workspace, needs
from zhenyin.account.paging import Paged
from zhenyin.connectors import connector_of
from zhenyin.core import clock
from zhenyin.core.errors import Refusal
from zhenyin.core.schema import Page
from zhenyin.intake import facts, landing, mapping_file, service, sources, store, uploads
from zhenyin.intake.models import Mapping
from zhenyin.intake.presentation import (
    BatchResponse,
    MappingForm,
    MappingResponse,
    PreviewRequest,
    PreviewResponse,
    ProblemPage,
    ProblemResponse,
    QualityResponse,
    SourceResponse,
    TargetResponse,
    UploadResponse,
    present_batch,
    present_counts,
    present_mapping,
    present_preview,
    present_problem,
    present_quality,
    present_source,
    present_targets,
    present_upload,
)
from zhenyin.intake.preview import preview
from zhenyin.intake.uploads import Upload
from zhenyin.warehouse.engines import staging_folder

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


@router.post("/uploads", status_code=201, openapi_extra=_FORM)
async def upload_file(request: Request, workspace: CurrentWorkspace, person: Writer) -> UploadResponse:
    """Take a file in the field `file` of a form. It is written to the disk as it comes, after the person is known."""
    largest, settings = workspace.settings.upload_mib << 20, workspace.settings
    if int(request.headers.get("content-length") or 0) > largest + _ROOM_FOR_ENVELOPE:
        raise uploads.too_large(largest)
    kind, at = request.headers.get("content-type", ""), clock.now(settings.zone)
    upload = await uploads.receive(settings.data_dir, request.stream(), kind, largest, person.login, at)
    return await run_in_threadpool(_uploaded, workspace, upload)


@router.get("/uploads/{upload_id}/preview", dependencies=[Writing])
def preview_upload(upload_id: str, workspace: CurrentWorkspace, source: str | None = None) -> PreviewResponse:
    """The file as an import would take it: what every column is taken for and why, first rows, and their problems."""
    return _preview(workspace, upload_id, source, None)


@router.post("/uploads/{upload_id}/preview", dependencies=[Writing])
def preview_upload_as(upload_id: str, body: PreviewRequest, workspace: CurrentWorkspace) -> PreviewResponse:
    """The same with a mapping that is not saved yet, to see what it would do."""
    return _preview(workspace, upload_id, body.source, _mapping(body.mapping))


@router.delete("/uploads/{upload_id}", status_code=204, dependencies=[Writing])
def drop_upload(upload_id: str, workspace: CurrentWorkspace) -> Response:
    uploads.drop(workspace.settings.data_dir, upload_id)
    return Response(status_code=204)


@router.get("/fields", dependencies=[Reader])
def list_fields() -> dict[str, list[TargetResponse]]:
    """What a column may be mapped to, by the fact that its table holds."""
    return present_targets()


@router.get("/sources", dependencies=[Reader])
def list_sources(workspace: CurrentWorkspace) -> list[SourceResponse]:
    """Where files came from, and which of these fell silent."""
    with workspace.store.read() as db:
        return [present_source(state) for state in sources.overview(workspace.warehouse, db)]


@router.get("/sources/{source:path}/mapping", dependencies=[Reader])
def show_mapping(source: str, workspace: CurrentWorkspace) -> MappingResponse:
    """The mapping that is saved for a source."""
    with workspace.store.read() as db:
        return present_mapping(service.template(db, source))


@router.put("/sources/{source:path}/mapping")
def save_mapping(source: str, body: MappingForm, workspace: CurrentWorkspace, person: Writer) -> MappingResponse:
    """Keep a mapping for the next file of a source."""
    mapping = mapping_file.check(body.model_dump())
    with workspace.store.begin() as db:
        store.save_template(db, source, mapping, person.login, clock.now(workspace.settings.zone))
    return present_mapping(mapping)


@router.get("/batches", dependencies=[Reader])
def list_batches(workspace: CurrentWorkspace, paging: Paged) -> Page[BatchResponse]:
    """Imports, the newest first."""
    with workspace.store.read() as db:
        found = store.all_batches(db)
    part = found[paging.offset : paging.offset + paging.limit]
    return Page[BatchResponse].of([present_batch(one) for one in part], len(found), paging.offset)


@router.get("/batches/{batch_id}", dependencies=[Reader])
def show_batch(batch_id: str, workspace: CurrentWorkspace) -> BatchResponse:
    """One import."""
    with workspace.store.read() as db:
        return present_batch(service.batch(db, batch_id))


@router.get("/batches/{batch_id}/problems", dependencies=[Reader])
def list_problems(batch_id: str, workspace: CurrentWorkspace, paging: Paged, rule: str | None = None) -> ProblemPage:
    """What was wrong with the rows of an import, line by line."""
    with workspace.store.read() as db:
        batch = service.batch(db, batch_id)
    counts = facts.problem_counts(workspace.warehouse, batch.id)
    found = facts.problems(workspace.warehouse, batch.id, rule, paging.limit, paging.offset)
    total = sum(one.n for one in counts if rule in (None, one.rule))
    page = Page[ProblemResponse].of([present_problem(one) for one in found], total, paging.offset)
    return ProblemPage(items=page.items, total=page.total, next=page.next, by_rule=present_counts(counts))


@router.get("/quality", dependencies=[Reader])
def show_quality(workspace: CurrentWorkspace) -> QualityResponse:
    """Rules that rows broke, how far fields are filled, and silences of sources."""
    filled, unclassified = facts.filled(workspace.warehouse)
    with workspace.store.read() as db:
        silent = sources.silences(workspace.warehouse, db)
    return present_quality(facts.problem_counts(workspace.warehouse), filled, unclassified, silent)


def _uploaded(workspace: Workspace, upload: Upload) -> UploadResponse:
    try:
        return present_upload(upload, connector_of(upload.path))
    except Refusal:
        uploads.drop(workspace.settings.data_dir, upload.id)
        raise


def _preview(workspace: Workspace, upload_id: str, source: str | None, given: Mapping | None) -> PreviewResponse:
    settings = workspace.settings
    upload = uploads.find(settings.data_dir, upload_id)
    source = source or upload.path.stem
    saved = _saved(workspace, source)
    connector = given.connector if given and given.connector else connector_of(upload.path)
    cursor = workspace.warehouse.engine.cursor()
    try:
        key, staging = landing.key(settings.data_dir), staging_folder(settings.data_dir)
        tables = preview(upload.path, connector, given or saved, cursor, settings.timezone, key, staging)
    finally:
        cursor.close()
    return present_preview(upload, source, connector, saved, tables)


def _mapping(form: MappingForm | None) -> Mapping | None:
    return mapping_file.check(form.model_dump()) if form else None


def _saved(workspace: Workspace, source: str) -> Mapping | None:
    with workspace.store.read() as db:
        return store.template(db, source)
