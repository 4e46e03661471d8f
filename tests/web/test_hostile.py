"""Every hostile file through the real app: upload, look, import. What is refused says why, and leaves nothing."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from tests.intake import hostile
from tests.intake.hostile import HEADER, rows
from tests.web.conftest import Browser
from tests.web.test_intake import ended, send

from zhenyin.account.models import Role
from zhenyin.job.workspace import Workspace

LogIn = Callable[[Role], Browser]


def _bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 1_200_000_000)
    return made.getvalue()


REFUSED: dict[str, Callable[[], bytes]] = {
    **{name: lambda data=data: data for name, data in hostile.REFUSED.items()},  # type: ignore[misc]
    "bomb.xlsx": _bomb,
    "endless.csv": lambda: HEADER.encode() + b"x" * (40 << 20),
    "wider.csv": (",".join(f"q{i}" for i in range(5_001)) + "\n" + "1," * 5_000 + "1\n").encode,
    "wrong-month.csv": (HEADER + "".join(f"{i},昨天,漏水,A\n" for i in range(9))).encode,
}
TAKEN: dict[str, tuple[bytes, int, str]] = {
    "two-in-five.csv": (
        (HEADER + "".join(f"{i},{'昨天' if i % 5 < 2 else '2026-03-01 10:00'},漏,A\n" for i in range(100))).encode(),
        60,
        "date_unread",
    ),
    "nul.csv": ((HEADER + "n1,2026-03-01 10:00,=1+1,A\nn2,2026-03-02 10:00,漏\x00水,A\n").encode(), 2, "nul-bytes"),
    "quote.csv": (
        (HEADER + rows(50) + '50,2026-03-01 10:00,"never closed,A\n' + rows(900, 51)).encode(),
        951,
        "quote-open",
    ),
    "letters.csv": (
        (HEADER + rows(900)).encode("gb18030").replace("漏水7,".encode("gb18030"), b"\xc2\xff\xff,"),
        900,
        "letters-lost",
    ),
}


@pytest.fixture
def analyst(log_in: LogIn) -> Browser:
    return log_in("analyst")


def _count(workspace: Workspace) -> tuple[int, int]:
    query = "SELECT (SELECT count(*) FROM tickets) AS tickets, (SELECT count(*) FROM row_problems) AS problems"
    (found,) = workspace.warehouse.query(query).to_pylist()
    return found["tickets"], found["problems"]


def _is_refusal(body: dict[str, Any]) -> bool:
    words = body.get("details", body)
    return bool(body.get("code") and words.get("zh") and words.get("en"))


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_says_why_and_leaves_nothing(analyst: Browser, workspace: Workspace, name: str) -> None:
    before = _count(workspace)
    sent = send(analyst, name, REFUSED[name]())
    if sent.status_code == 201:
        upload = sent.json()["id"]
        preview = analyst.get(f"/api/uploads/{upload}/preview")
        assert preview.status_code == 200 or (preview.status_code == 422 and _is_refusal(preview.json()))
        job = ended(analyst, analyst.send("POST", "/api/imports", {"upload": upload, "source": name}))
        assert (job["state"], _is_refusal(job["error"])) == ("failed", True)
    else:
        assert (sent.status_code, _is_refusal(sent.json())) == (422, True)
    assert _count(workspace) == before
    assert name not in {one["source"] for one in analyst.get("/api/sources").json() if one["tickets"]}
    assert analyst.get("/api/quality").status_code == 200


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_taken_names_the_rows_that_are_wrong(analyst: Browser, workspace: Workspace, name: str) -> None:
    data, tickets, rule = TAKEN[name]
    before = _count(workspace)
    upload = send(analyst, name, data).json()["id"]
    assert analyst.get(f"/api/uploads/{upload}/preview").status_code == 200
    job = ended(analyst, analyst.send("POST", "/api/imports", {"upload": upload, "source": name}))
    assert (job["state"], job["result"]["tickets"]) == ("done", tickets)
    page = analyst.get(f"/api/batches/{job['result']['batch']}/problems").json()
    assert (page["total"] > 0, rule in {one["rule"] for one in page["by_rule"]}) == (True, True)
    assert all(one["reason"]["zh"] and one["reason"]["en"] for one in page["items"])
    assert _count(workspace) == (before[0] + tickets, before[1] + page["total"])
