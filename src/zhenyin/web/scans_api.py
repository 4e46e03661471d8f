"""A scan of all slices, started by hand. It lies here: the scan is a flow."""

from typing import Annotated

from fastapi import APIRouter, Depends

from zhenyin.account.access import CurrentWorkspace, Person, needs
from zhenyin.flows import scan_job
from zhenyin.job.presentation import JobResponse, present_job

router = APIRouter(tags=["analysis"])
Scanner = Annotated[Person, Depends(needs("signal.write"))]


@router.post("/scans", status_code=202)
def start_scan(workspace: CurrentWorkspace, person: Scanner) -> JobResponse:
    """Scan all slices now, as every night."""
    return present_job(scan_job.begin(workspace, person.login))
