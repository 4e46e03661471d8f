"""A scan of all slices, begun by hand. It lies here: the scan is a flow."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends

from zhenyin.account.access import CurrentWorkspace, Person, needs
from zhenyin.flows import scan_job

router = APIRouter(tags=["analysis"])
Scanner = Annotated[Person, Depends(needs("signal.write"))]


@router.post("/scans", status_code=202)
def start_scan(workspace: CurrentWorkspace, person: Scanner) -> dict[str, Any]:
    """Look through all slices now, as every night."""
    return scan_job.begin(workspace, person.login).as_dict()
