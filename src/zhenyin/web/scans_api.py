"""The scan of all slices, started by hand, as a job."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends

from zhenyin.account.access import CurrentWorkspace, Person, needs
from zhenyin.core.schema import Request
from zhenyin.flows import scan_job
from zhenyin.flows.scan_job import ScanResult
from zhenyin.job.presentation import JobOf

router = APIRouter(tags=["analysis"])
Scanner = Annotated[Person, Depends(needs("signal.write"))]


class ScanRequest(Request):
    """as_of: scan as on this day; today if it is None. after_import: scan only if there is history enough for a baseline."""

    as_of: date | None = None
    after_import: bool = False


@router.post("/scans", status_code=202)
def start_scan(workspace: CurrentWorkspace, person: Scanner, body: ScanRequest | None = None) -> JobOf[ScanResult]:
    """Scan all slices now, as every night."""
    if body and body.after_import:
        return JobOf[ScanResult].model_validate(scan_job.after_import(workspace, person.login))
    return JobOf[ScanResult].model_validate(scan_job.begin(workspace, person.login, body.as_of if body else None))
