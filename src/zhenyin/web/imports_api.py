"""Imports and their undoing over HTTP, as jobs. They lie here because flows are above the rooms with an api.py."""

from collections.abc import Callable
from contextlib import suppress
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from zhenyin.account.access import House, InHouse, Person, needs
from zhenyin.core.errors import NotFound
from zhenyin.core.words import Words
from zhenyin.flows import import_batch, scan_job
from zhenyin.intake import mapping_file, service, uploads
from zhenyin.intake.models import Mapping
from zhenyin.intake.uploads import Upload
from zhenyin.job.progress import Progress

router = APIRouter(tags=["intake"])
Writer = Annotated[Person, Depends(needs("intake.write"))]
Run = Callable[[Progress], dict[str, Any]]


class Import(BaseModel):
    """Which upload is brought in, as which source (default: the file's name), and how its columns are read."""

    upload: str
    source: str | None = None
    mapping: dict[str, Any] | None = None


@router.post("/imports", status_code=202)
def start_import(body: Import, house: InHouse, person: Writer) -> dict[str, Any]:
    upload = uploads.find(house.settings.data_dir, body.upload)
    mapping = mapping_file.check(body.mapping) if body.mapping else None
    title = Words(f"导入 {upload.name}", f"Import {upload.name}")
    run = _import(house, upload, body.source, mapping, person.login)
    return house.jobs.start("import", title, run, person.login).as_dict()


@router.post("/batches/{batch_id}/undo", status_code=202)
def undo_batch(batch_id: str, house: InHouse, person: Writer) -> dict[str, Any]:
    with house.store.read() as db:
        batch = service.batch(db, batch_id)
    title = Words(f"撤销导入 {batch.file}", f"Take out {batch.file}")
    return house.jobs.start("undo", title, _undo(house, batch.id), person.login).as_dict()


def _import(house: House, upload: Upload, source: str | None, mapping: Mapping | None, by: str) -> Run:
    def run(progress: Progress) -> dict[str, Any]:
        result = import_batch.import_file(
            house, upload.path, source=source, mapping=mapping, by=by, progress=progress, cancel=progress.cancel
        )
        # It lies in the landing now.
        with suppress(NotFound):
            uploads.drop(house.settings.data_dir, upload.id)
        if not result.unchanged:
            scan_job.after_import(house, by)
        return result.as_dict() | {"unchanged": result.unchanged}

    return run


def _undo(house: House, batch: str) -> Run:
    def run(progress: Progress) -> dict[str, Any]:
        progress(0.1, Words("撤销导入", "Taking the rows out"))
        import_batch.undo(house, batch)
        return {"batch": batch}

    return run
