"""Imports, their undoing, and the rebuilding of the warehouse, as jobs."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import APIRouter, Depends

from zhenyin.account.access import CurrentWorkspace, Person, Workspace, needs
from zhenyin.core.errors import NotFound
from zhenyin.core.schema import Model, Request
from zhenyin.core.words import Words
from zhenyin.flows import import_batch, scan_job
from zhenyin.flows.rebuild import rebuild
from zhenyin.intake import mapping_file, service, uploads
from zhenyin.intake.models import BatchResult, Mapping
from zhenyin.intake.presentation import MappingForm
from zhenyin.intake.uploads import Upload
from zhenyin.job.presentation import JobOf
from zhenyin.job.progress import Progress

router = APIRouter(tags=["intake"])
Writer = Annotated[Person, Depends(needs("intake.write"))]
Run = Callable[[Progress], dict[str, Any]]


class ImportRequest(Request):
    """Which upload is brought in, as which source (default: the file's name), and how its columns are read.

    scan: start a scan for signals when there are new rows, as a job of its own. A program that ends before it would
    cancel it: such a one leaves it out, or starts its own.
    """

    upload: str
    source: str | None = None
    mapping: MappingForm | None = None
    scan: bool = True


class UndoneBatch(Model):
    """The import that was taken out."""

    batch: str


@router.post("/imports", status_code=202)
def start_import(body: ImportRequest, workspace: CurrentWorkspace, person: Writer) -> JobOf[BatchResult]:
    """Bring an upload in, as a job."""
    upload = uploads.find(workspace.settings.data_dir, body.upload)
    mapping = mapping_file.check(body.mapping.model_dump()) if body.mapping else None
    title = Words(f"导入 {upload.name}", f"Import {upload.name}")
    run = _import(workspace, upload, body.source, mapping, person.login, scan=body.scan)
    return JobOf[BatchResult].model_validate(workspace.jobs.start("import", title, run, person.login))


@router.post("/batches/{batch_id}/undo", status_code=202)
def undo_batch(batch_id: str, workspace: CurrentWorkspace, person: Writer) -> JobOf[UndoneBatch]:
    """Take an import out again; what it had replaced comes back."""
    with workspace.store.read() as db:
        batch = service.batch(db, batch_id)
    title = Words(f"撤销导入 {batch.file}", f"Take out {batch.file}")
    job = workspace.jobs.start("undo", title, _undo(workspace, batch.id), person.login)
    return JobOf[UndoneBatch].model_validate(job)


@router.post("/rebuilds", status_code=202)
def rebuild_warehouse(
    workspace: CurrentWorkspace, person: Annotated[Person, Depends(needs("intake.admin"))]
) -> JobOf[dict[str, int]]:
    """Make the warehouse anew from the original files, as a job; rows by fact."""
    title = Words("重建数据仓库", "Rebuild the warehouse")
    run: Run = lambda progress: dict(rebuild(workspace, progress))  # noqa: E731
    job = workspace.jobs.start("rebuild", title, run, person.login, alone=True)
    return JobOf[dict[str, int]].model_validate(job)


def _import(
    workspace: Workspace, upload: Upload, source: str | None, mapping: Mapping | None, by: str, *, scan: bool
) -> Run:
    def run(progress: Progress) -> dict[str, Any]:
        result = import_batch.import_file(
            workspace, upload.path, source=source, mapping=mapping, by=by, progress=progress, cancel=progress.cancel
        )
        # It lies in the landing now.
        with suppress(NotFound):
            uploads.drop(workspace.settings.data_dir, upload.id)
        if scan and not result.unchanged:
            scan_job.after_import(workspace, by)
        return asdict(result)

    return run


def _undo(workspace: Workspace, batch: str) -> Run:
    def run(progress: Progress) -> dict[str, Any]:
        progress(0.1, Words("撤销导入", "Taking the rows out"))
        import_batch.undo(workspace, batch)
        return UndoneBatch(batch=batch).model_dump()

    return run
