"""A scan of all slices, started by hand. It lies here: the scan is a flow."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends

from zhenyin.account.access import CurrentWorkspace, Person, needs
from zhenyin.core.schema import Request
from zhenyin.flows import scan_job
from zhenyin.job.presentation import JobResponse, present_job

router = APIRouter(tags=["analysis"])
Scanner = Annotated[Person, Depends(needs("signal.write"))]


class ScanRequest(Request):
    """as_of: scan as on this day; today if it is None."""

    as_of: date | None = None


@router.post("/scans", status_code=202)
def start_scan(workspace: CurrentWorkspace, person: Scanner, body: ScanRequest | None = None) -> JobResponse:
    """Scan all slices now, as every night. Where no slice has a history yet, the result says so in `skipped`."""
    return present_job(scan_job.begin(workspace, person.login, body.as_of if body else None))
