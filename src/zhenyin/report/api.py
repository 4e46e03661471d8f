"""Reports over HTTP: the list, and the files. A new one is made by `web/reports_api.py`, because it takes a flow."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends
from fastapi.responses import FileResponse

from zhenyin.account.access import CurrentWorkspace, needs
from zhenyin.account.paging import Paged
from zhenyin.core.schema import Page
from zhenyin.report import service, store
from zhenyin.report.response import ReportResponse, present_report
from zhenyin.report.store import Form

router = APIRouter(prefix="/reports", tags=["report"])
Reader = Depends(needs("report.read"))
# A report is a file that people send around: whatever a text of it tries, a browser runs and fetches nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
_TYPES: dict[Form, str] = {"html": "text/html; charset=utf-8", "pdf": "application/pdf"}


@router.get("", dependencies=[Reader])
def list_reports(workspace: CurrentWorkspace, paging: Paged) -> Page[ReportResponse]:
    """Reports, the newest first."""
    with workspace.store.read() as db:
        found = store.reports(db)
    part = found[paging.offset : paging.offset + paging.limit]
    return Page[ReportResponse].of([present_report(report) for report in part], len(found), paging.offset)


@router.get("/{report_id}/html", dependencies=[Reader], response_class=FileResponse)
def read_html(report_id: str, workspace: CurrentWorkspace, download: bool = False) -> FileResponse:
    return _sent(workspace, report_id, "html", download)


@router.get("/{report_id}/pdf", dependencies=[Reader], response_class=FileResponse)
def read_pdf(report_id: str, workspace: CurrentWorkspace, download: bool = False) -> FileResponse:
    return _sent(workspace, report_id, "pdf", download)


@router.delete("/{report_id}", status_code=204)
def remove_report(
    report_id: str, workspace: CurrentWorkspace, _writer: Annotated[object, Depends(needs("report.write"))]
) -> None:
    with workspace.store.begin() as db:
        service.remove(db, workspace.settings.data_dir, report_id)


def _sent(workspace: CurrentWorkspace, report_id: str, form: Form, download: bool) -> FileResponse:
    with workspace.store.read() as db:
        report, path = service.file(db, workspace.settings.data_dir, report_id, form)
    name = quote(f"{report.title.into(report.language)}.{form}")
    how = "attachment" if download else "inline"
    headers = {"Content-Security-Policy": _POLICY, "Content-Disposition": f"{how}; filename*=UTF-8''{name}"}
    return FileResponse(path, media_type=_TYPES[form], headers=headers)
